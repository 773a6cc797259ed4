// "Scan Workspace": every file of the folders, then the checks between them, with progress in the Keys view, stoppable, and a list of
// what was left out.

import * as vscode from 'vscode';
import { phrase } from '../../engine/phrase.ts';
import type { SkippedFile } from '../../engine/scan/file-report.ts';
import { Debouncer } from '../async.ts';
import type { Boundary } from '../commands.ts';
import { translate } from '../convert.ts';
import type { DiskScan } from '../disk-scan.ts';
import { DisposableStore, MutableDisposable } from '../disposables.ts';
import type { Engines } from '../engines.ts';
import { commands, contextKeys, views } from '../ids.ts';
import { setContext } from '../set-context.ts';
import { UserError } from '../user-error.ts';
import type { WorkspaceChecks } from '../workspace-checks.ts';

const SETTLE_MS = 300;
const COUNT_MS = 400;

export interface WorkspaceScanDeps {
  readonly diskScan: DiskScan;
  readonly checks: WorkspaceChecks;
  readonly engines: Engines;
  /** The Keys view, to scan when it is first looked at and to say how far a scan is. */
  readonly view: Pick<vscode.TreeView<unknown>, 'message' | 'visible' | 'onDidChangeVisibility'>;
  /** Resolves once the keys of the last session are shown, if there are any: those a scan has to put right. */
  readonly shown: Promise<boolean>;
  readonly boundary: Boundary;
}

export function registerWorkspaceScan({ diskScan, checks, engines, view, shown, boundary }: WorkspaceScanDeps): vscode.Disposable {
  const store = new DisposableStore();
  const counting = store.add(new Debouncer(COUNT_MS));
  const running = store.add(new MutableDisposable<vscode.CancellationTokenSource>());
  let skipped: readonly SkippedFile[] = [];

  const stop = (): void => {
    running.value?.cancel();
    checks.stop();
  };
  const scan = async (): Promise<void> => {
    if (diskScan.folders().length === 0) throw new UserError(phrase('There is no folder on disk to scan.'));
    stop();
    const source = new vscode.CancellationTokenSource();
    running.value = source;
    await setContext(contextKeys.scanning, true);
    try {
      await shown;
      const summary = await vscode.window.withProgress({ location: { viewId: views.keys } }, () =>
        diskScan.scanAll(count => showCount(view, counting, count), source.token),
      );
      // A newer scan has taken over: what this one met is of no interest.
      if (running.value !== source) return;
      skipped = summary.skipped;
      await setContext(contextKeys.skippedFiles, skipped.length > 0);
      sayDone(summary.scanned, skipped.length, summary.cancelled);
      if (!summary.cancelled) await checkKeys(checks, view, source.token);
    } finally {
      if (running.value === source) {
        running.value = undefined;
        view.message = '';
        await setContext(contextKeys.scanning, false);
      }
    }
  };

  store.add(boundary.registerCommand(commands.scanWorkspace, scan));
  store.add(boundary.registerCommand(commands.stopScan, stop));
  store.add(boundary.registerCommand(commands.showSkippedFiles, () => showSkipped(skipped)));
  const scanOnce = boundary.guard('first scan', async () => {
    const isWanted = (await shown) || view.visible;
    if (isWanted && !diskScan.done && !running.value && diskScan.folders().length > 0) await scan();
  });
  store.add(view.onDidChangeVisibility(scanOnce));
  scanOnce();

  // New settings or a new salt change what was read from disk, too.
  const debouncer = store.add(new Debouncer(SETTLE_MS));
  const scanAgain = boundary.guard('scan again', async () => {
    if (diskScan.done || running.value) await scan();
  });
  store.add(engines.onDidChange(() => debouncer.run(scanAgain)));
  return store;
}

/** Everything is asked anew: that is what people scan again for. */
async function checkKeys(checks: WorkspaceChecks, view: WorkspaceScanDeps['view'], token: vscode.CancellationToken): Promise<void> {
  view.message = vscode.l10n.t('Checking keys…');
  checks.forget();
  await vscode.window.withProgress({ location: { viewId: views.keys } }, () => checks.run(token));
  if (token.isCancellationRequested) vscode.window.setStatusBarMessage(`$(key) ${vscode.l10n.t('Checks stopped.')}`, 8000);
}

/** VS Code shows the first of many messages and then waits for them to end: they must come slowly to be seen at all. */
function showCount(view: WorkspaceScanDeps['view'], counting: Debouncer, count: number): void {
  if (counting.isWaiting) return;
  counting.run(() => undefined);
  view.message = vscode.l10n.t('Scanning: {0} files…', count);
}

function sayDone(scanned: number, skipped: number, cancelled: boolean): void {
  const text = cancelled
    ? vscode.l10n.t('Scan stopped after {0} files.', scanned)
    : vscode.l10n.t('{0} files scanned, {1} left out.', scanned, skipped);
  vscode.window.setStatusBarMessage(`$(key) ${text}`, 8000);
}

async function showSkipped(skipped: readonly SkippedFile[]): Promise<void> {
  const items = skipped.map(({ uri, reason }) => ({
    label: vscode.workspace.asRelativePath(vscode.Uri.file(uri)),
    description: translate(reason),
    uri: vscode.Uri.file(uri),
  }));
  const placeHolder = vscode.l10n.t('Files that the last scan left out');
  const chosen = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (chosen) await vscode.commands.executeCommand('revealInExplorer', chosen.uri);
}
