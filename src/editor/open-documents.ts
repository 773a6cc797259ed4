// Keeps findings, keys and problems of open documents true while people type: each edit scans the changed lines at once, and the
// whole text once typing pauses, for what a few lines cannot tell (a host named far away, keys that several lines make).

import * as vscode from 'vscode';
import type { Engine } from '../engine/engine.ts';
import { DocumentScan } from '../engine/scan/document-scan.ts';
import { coveringChange } from '../engine/scan/line-change.ts';
import type { LineSource } from '../engine/scan/line-source.ts';
import { Debouncer } from './async.ts';
import type { Boundary } from './commands.ts';
import { DisposableStore } from './disposables.ts';
import { sourceOf, sourceUriOf } from './documents.ts';
import type { Engines } from './engines.ts';
import type { FindingsStore } from './findings-store.ts';
import type { KeysStore } from './keys-store.ts';
import type { ProblemsStore } from './problems-store.ts';

const SETTLE_MS = 250;

export interface OpenDocumentsDeps {
  readonly engines: Engines;
  readonly findings: FindingsStore;
  readonly keys: KeysStore;
  readonly problems: ProblemsStore;
  /** Whether the file can be read from disk when its document closes. */
  readonly coversOnDisk: (uri: vscode.Uri) => boolean;
  readonly boundary: Boundary;
}

interface Tracked {
  readonly engine: Engine;
  readonly scan: DocumentScan;
  readonly debouncer: Debouncer;
  /** The whole text has been scanned once: from there edits go on. */
  isScanned: boolean;
  /** What is shown of it stands where it was before it moved. */
  isMoved: boolean;
}

export class OpenDocuments implements vscode.Disposable {
  readonly #deps: OpenDocumentsDeps;
  readonly #store = new DisposableStore();
  readonly #tracked = new Map<vscode.TextDocument, Tracked>();

  constructor(deps: OpenDocumentsDeps) {
    this.#deps = deps;
  }

  /** Begins with what is open, each document in a turn of its own, and follows from there. */
  start(): void {
    const { boundary, engines } = this.#deps;
    const { workspace } = vscode;
    this.#store.add(workspace.onDidOpenTextDocument(boundary.guardSync('document opened', document => this.#track(document))));
    this.#store.add(workspace.onDidCloseTextDocument(boundary.guardSync('document closed', document => this.#close(document))));
    this.#store.add(workspace.onDidChangeTextDocument(boundary.guardSync('document changed', event => this.#edit(event))));
    this.#store.add(engines.onDidChange(boundary.guardSync('scan again', () => this.#trackAll())));
    this.#trackAll();
  }

  /** Findings of the document are true when this returns, whether or not its turn had come. */
  scanNow(document: vscode.TextDocument): void {
    if (!this.#tracked.has(document)) this.#track(document);
    this.#scanWhole(document);
  }

  dispose(): void {
    this.#store.dispose();
    for (const { debouncer } of this.#tracked.values()) debouncer.dispose();
    this.#tracked.clear();
  }

  #trackAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#track(document);
  }

  #track(document: vscode.TextDocument): void {
    const engine = this.#deps.engines.forDocument(document);
    if (!engine || document.getText().length > engine.settings.maxFileSize) {
      if (this.#forget(document)) this.#deps.keys.delete(document.uri);
      return;
    }
    this.#tracked.get(document)?.debouncer.dispose();
    const scan = new DocumentScan(engine, sourceUriOf(document), document.languageId);
    const debouncer = new Debouncer(SETTLE_MS);
    this.#tracked.set(document, { engine, scan, debouncer, isScanned: false, isMoved: false });
    this.#settle(document, 0);
  }

  /** Its keys stay in the tree where the file is still on disk and is read again. */
  #close(document: vscode.TextDocument): void {
    if (this.#forget(document) && !this.#deps.coversOnDisk(document.uri)) this.#deps.keys.delete(document.uri);
  }

  #forget(document: vscode.TextDocument): boolean {
    this.#tracked.get(document)?.debouncer.dispose();
    this.#deps.findings.delete(document.uri);
    this.#deps.problems.updateDocument(document, []);
    return this.#tracked.delete(document);
  }

  #edit({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const tracked = this.#tracked.get(document);
    const change = coveringChange(contentChanges);
    // Saving and turning dirty are changes without content.
    if (!tracked || !change) return;
    if (!tracked.isScanned) {
      this.#scanWhole(document);
      return;
    }
    const outcome = tracked.scan.edit(linesOf(document), change);
    // What only moved is drawn in its new place by the editor itself; it is told again when typing pauses.
    if (outcome !== 'unchanged') tracked.isMoved = outcome === 'shifted';
    this.#deps.findings.set(document, tracked.scan, outcome === 'changed');
    this.#settle(document);
  }

  #settle(document: vscode.TextDocument, milliseconds = SETTLE_MS): void {
    const run = this.#deps.boundary.guardSync('scan document', () => this.#scanWhole(document));
    this.#tracked.get(document)?.debouncer.run(run, milliseconds);
  }

  #scanWhole(document: vscode.TextDocument): void {
    const tracked = this.#tracked.get(document);
    if (!tracked || document.isClosed) return;
    const { report, change } = tracked.scan.report(linesOf(document));
    this.#deps.findings.set(document, tracked.scan, !tracked.isScanned || tracked.isMoved || change !== 'unchanged');
    tracked.isScanned = true;
    tracked.isMoved = false;
    this.#deps.keys.updateDocument({ ...report, uri: document.uri.toString() });
    this.#deps.problems.updateDocument(document, report.problems ?? []);
  }
}

function linesOf(document: vscode.TextDocument): LineSource {
  return {
    lineCount: document.lineCount,
    lineAt: line => document.lineAt(line).text,
    text: () => sourceOf(document).text,
  };
}
