// Keeps the problems of the whole workspace true: checks run again when keys, files, git or the policy have changed.

import * as vscode from 'vscode';
import { Debouncer } from '../async.ts';
import type { Boundary } from '../commands.ts';
import type { DiskScan } from '../disk-scan.ts';
import { DisposableStore } from '../disposables.ts';
import type { KeysStore } from '../keys-store.ts';
import type { OwnWrites } from '../own-writes.ts';
import type { WorkspaceChecks } from '../workspace-checks.ts';

// Longer than files are read again after they changed, and than people pause between words.
const QUIET_MS = 1000;

export interface WorkspaceProblemsDeps {
  readonly checks: WorkspaceChecks;
  readonly diskScan: DiskScan;
  readonly keys: KeysStore;
  readonly ownWrites: OwnWrites;
  readonly boundary: Boundary;
}

export function registerWorkspaceProblems({ checks, diskScan, keys, ownWrites, boundary }: WorkspaceProblemsDeps): vscode.Disposable {
  const store = new DisposableStore();
  const debouncer = store.add(new Debouncer(QUIET_MS));
  const run = boundary.guard('checks of the workspace', async () => {
    // A scan runs them itself when it ends.
    if (!diskScan.isRunning) await checks.run();
  });
  const runSoon = (): void => {
    if (checks.canRun) debouncer.run(run);
  };
  const fileChanged = boundary.guardSync('file changed', (uri: vscode.Uri) => {
    if (checks.fileChanged(uri)) runSoon();
  });
  const factsChanged = boundary.guardSync('facts changed', () => {
    checks.forgetFacts();
    runSoon();
  });
  const watcher = store.add(vscode.workspace.createFileSystemWatcher('**/*'));
  store.add(watcher.onDidCreate(fileChanged));
  store.add(watcher.onDidChange(fileChanged));
  store.add(watcher.onDidDelete(fileChanged));
  store.add(ownWrites.onDidWrite(fileChanged));
  store.add(vscode.workspace.onDidSaveTextDocument(({ uri }) => fileChanged(uri)));
  store.add(keys.onDidChange(runSoon));
  store.add(vscode.workspace.onDidGrantWorkspaceTrust(factsChanged));
  // No watcher tells of modes: people change them in a terminal, and come back.
  store.add(vscode.window.onDidChangeWindowState(({ focused }) => focused && factsChanged()));
  return store;
}
