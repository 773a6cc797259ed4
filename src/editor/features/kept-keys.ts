// Shows the keys of the last session at once, and keeps those of this one for the next. A scan of the workspace follows and
// puts right what has changed meanwhile.

import * as vscode from 'vscode';
import type { FileReport } from '../../engine/scan/file-report.ts';
import { headKept, lineOfKept, readKept, readKeptHead } from '../../engine/usages/kept-usages.ts';
import { breathe, Debouncer, Latest, within } from '../async.ts';
import type { Boundary } from '../commands.ts';
import type { DiskScan } from '../disk-scan.ts';
import { DisposableStore } from '../disposables.ts';
import type { KeyCache } from '../key-cache.ts';
import type { KeysStore } from '../keys-store.ts';
import type { Policies } from '../policies.ts';

// A keyring that asks for its password must not keep a scan from beginning.
const patienceMilliseconds = 3_000;
// Long after the last change: what is not kept is found again by the next scan.
const QUIET_MS = 5_000;
/** Files read or written before others have their turn: about a millisecond's worth. */
const filesAtOnce = 100;

export interface KeptKeysDeps {
  readonly cache: KeyCache;
  readonly keys: KeysStore;
  readonly diskScan: DiskScan;
  readonly policies: Policies;
  readonly version: string;
  readonly boundary: Boundary;
}

export interface KeptKeys extends vscode.Disposable {
  /** Resolves when they are shown: whether there were any. */
  readonly shown: Promise<boolean>;
}

export function registerKeptKeys(deps: KeptKeysDeps): KeptKeys {
  const { keys, diskScan, boundary } = deps;
  const store = new DisposableStore();
  const debouncer = store.add(new Debouncer(QUIET_MS));
  const latest = new Latest(error => boundary.report('keep keys', error));
  const keep = (): void => {
    // Of half a workspace the rest would be taken for gone.
    if (diskScan.complete && !diskScan.isRunning) latest.run(() => keepKeys(deps));
  };
  store.add(keys.onDidChange(() => debouncer.run(keep)));
  const shown = showKept(deps).catch((error: unknown) => {
    boundary.report('kept keys', error);
    return false;
  });
  return { shown, dispose: () => store.dispose() };
}

async function showKept({ cache, keys, diskScan, policies, version }: KeptKeysDeps): Promise<boolean> {
  await policies.ready();
  const [head, ...lines] = await within(patienceMilliseconds, cache.read(), []);
  const made = head === undefined ? undefined : readKeptHead(head, version);
  if (made === undefined) return false;
  const folders = diskScan.folders().filter(({ uri }) => made.salts[uri.toString()] === saltFor(policies, uri));
  let isAny = false;
  for (let start = 0; start < lines.length; start += filesAtOnce) {
    const files = lines.slice(start, start + filesAtOnce).map(readKept);
    const reports = files.flatMap(({ uri, usages }): FileReport[] => {
      const file = vscode.Uri.parse(uri, true);
      const folder = vscode.workspace.getWorkspaceFolder(file);
      return folder !== undefined && folders.includes(folder) ? [{ uri: file.fsPath, findings: [], usages }] : [];
    });
    isAny ||= reports.length > 0;
    keys.updateFiles(reports);
    await breathe();
  }
  return isAny;
}

async function keepKeys({ cache, keys, diskScan, policies, version }: KeptKeysDeps): Promise<void> {
  const folders = diskScan.folders();
  const salts = Object.fromEntries(folders.map(({ uri }) => [uri.toString(), saltFor(policies, uri)]));
  const lines = [headKept({ version, salts })];
  let count = 0;
  for (const [uri, usages] of keys.files()) {
    if (uri.startsWith('file:')) lines.push(lineOfKept({ uri, usages }));
    if (++count % filesAtOnce === 0) await breathe();
  }
  await cache.write(lines);
}

function saltFor(policies: Policies, uri: vscode.Uri): string {
  return policies.saltOf(vscode.workspace.getWorkspaceFolder(uri));
}
