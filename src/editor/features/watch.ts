// Keeps the index of keys, and the problems of files, true for what changes on disk, once the workspace has been scanned.

import * as vscode from 'vscode';
import { neverCancelled } from '../../engine/cancel.ts';
import { Debouncer, Latest } from '../async.ts';
import type { Boundary } from '../commands.ts';
import type { DiskScan } from '../disk-scan.ts';
import { DisposableStore } from '../disposables.ts';
import { isOpen } from '../documents.ts';
import type { FindingsStore } from '../findings-store.ts';
import type { OpenDocuments } from '../open-documents.ts';
import type { OwnWrites } from '../own-writes.ts';

// A checkout or a build touches many files at once: one batch for all.
const QUIET_MS = 300;

export interface WatchDeps {
  readonly diskScan: DiskScan;
  readonly findings: FindingsStore;
  readonly openDocuments: OpenDocuments;
  readonly ownWrites: OwnWrites;
  readonly boundary: Boundary;
}

export function registerWatch({ diskScan, findings, openDocuments, ownWrites, boundary }: WatchDeps): vscode.Disposable {
  const store = new DisposableStore();
  const watcher = store.add(vscode.workspace.createFileSystemWatcher('**/*'));
  const debouncer = store.add(new Debouncer(QUIET_MS));
  const latest = new Latest(error => boundary.report('rescan', error));
  const changed = new Map<string, vscode.Uri>();

  const rescan = async (): Promise<void> => {
    const files = [...changed.values()];
    changed.clear();
    if (files.length > 0) await diskScan.rescan(files, neverCancelled);
  };
  const readAgain = (uri: vscode.Uri): void => {
    // What is open tells its own text.
    if (isOpen(uri) || !diskScan.covers(uri)) return;
    changed.set(uri.toString(), uri);
    debouncer.run(() => latest.run(rescan));
  };
  const onChange = (uri: vscode.Uri): void => {
    if (diskScan.done && !uri.path.includes('/.git/')) readAgain(uri);
  };
  const onCreate = (uri: vscode.Uri): void => {
    // Its findings went when it was deleted, its document may have stayed open.
    const document = vscode.workspace.textDocuments.find(candidate => candidate.uri.toString() === uri.toString());
    if (document) openDocuments.scanNow(document);
    else onChange(uri);
  };
  store.add(watcher.onDidCreate(boundary.guardSync('file created', onCreate)));
  store.add(watcher.onDidChange(boundary.guardSync('file changed', onChange)));
  store.add(ownWrites.onDidWrite(boundary.guardSync('file written', onChange)));
  store.add(
    watcher.onDidDelete(
      boundary.guardSync('file deleted', uri => {
        changed.delete(uri.toString());
        findings.delete(uri);
        diskScan.forget(uri);
      }),
    ),
  );
  // A notebook on disk is one file, an open one is its cells, each a document.
  store.add(vscode.workspace.onDidOpenNotebookDocument(boundary.guardSync('notebook opened', ({ uri }) => diskScan.forget(uri))));
  store.add(vscode.workspace.onDidCloseNotebookDocument(boundary.guardSync('notebook closed', ({ uri }) => readAgain(uri))));
  store.add(vscode.workspace.onDidCloseTextDocument(boundary.guardSync('document closed', document => readAgain(document.uri))));
  return store;
}
