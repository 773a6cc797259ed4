// The one index of keys: what files on disk told, with the text of open documents in the place of what is on disk.

import * as vscode from 'vscode';
import type { FileReport } from '../engine/scan/file-report.ts';
import type { Key, PlacedUsage } from '../engine/usages/key.ts';
import { KeyIndex } from '../engine/usages/key-index.ts';
import { Debouncer } from './async.ts';
import { DisposableStore } from './disposables.ts';
import { isOpen } from './documents.ts';

// Trees and badges need not follow every batch of a scan.
const BEAT_MS = 200;

export class KeysStore implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #index = new KeyIndex();
  readonly #uris = new Set<string>();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly #debouncer = this.#store.add(new Debouncer(BEAT_MS));
  readonly onDidChange = this.#changed.event;

  keys(): readonly Key[] {
    return this.#index.keys();
  }

  /** Every file that uses keys, with what it uses. */
  files(): ReadonlyMap<string, readonly PlacedUsage[]> {
    return this.#index.files();
  }

  /** What the file uses, in order of place, as last read. */
  usagesIn(uri: vscode.Uri): readonly PlacedUsage[] {
    return this.#index.usagesIn(uri.toString());
  }

  /** The key that a place uses, when it is worth showing. */
  keyOf(place: PlacedUsage): Key | undefined {
    return this.#index.keyOf(place.uri, place);
  }

  /** Takes the report of an open document; its `uri` is the document's. */
  updateDocument(report: FileReport): void {
    this.#set(report);
    this.#announce();
  }

  /** Takes reports of files on disk; those that are open in the editor are newer there. */
  updateFiles(reports: readonly FileReport[]): void {
    for (const report of reports) {
      const uri = vscode.Uri.file(report.uri);
      if (!isOpen(uri)) this.#set({ ...report, uri: uri.toString() });
    }
    this.#announce();
  }

  /** Forgets a file, or everything below a folder but what is open: that tells itself when it closes. */
  delete(uri: vscode.Uri): void {
    const id = uri.toString();
    const below = `${id}/`;
    // A cell's name is its notebook's with a fragment, under a scheme of its own: cells go when their documents close.
    for (const known of this.#uris) {
      if (known === id || (known.startsWith(below) && !isOpen(vscode.Uri.parse(known)))) this.#drop(known);
    }
    this.#announce();
  }

  /** Forgets the files below a folder that a scan of it did not meet and nobody has open. */
  keepOnly(folder: vscode.Uri, met: ReadonlySet<string>): void {
    const below = `${folder.toString()}/`;
    for (const known of this.#uris) {
      if (known.startsWith(below) && !met.has(known) && !isOpen(vscode.Uri.parse(known))) this.#drop(known);
    }
    this.#announce();
  }

  dispose(): void {
    this.#store.dispose();
  }

  #set(report: FileReport): void {
    if (report.usages.length === 0) {
      if (this.#uris.has(report.uri)) this.#drop(report.uri);
      return;
    }
    this.#uris.add(report.uri);
    this.#index.update(report);
  }

  #drop(uri: string): void {
    this.#uris.delete(uri);
    this.#index.delete(uri);
  }

  /** A beat rather than a pause, so that the tree fills while a long scan runs. */
  #announce(): void {
    if (!this.#debouncer.isWaiting) this.#debouncer.run(() => this.#changed.fire());
  }
}
