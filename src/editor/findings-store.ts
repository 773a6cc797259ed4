// The one store of what open documents hold. Diagnostics, quick fixes and hovers are projections of it.

import * as vscode from 'vscode';
import type { DocumentFinding } from '../engine/scan/document-finding.ts';
import type { LocatedFinding } from '../engine/scan/file-report.ts';
import { rangeOf, rangeToSpan } from './convert.ts';

/** Asked when somebody wants to know: at most key presses nobody does. */
interface FindingsSource {
  readonly findings: readonly DocumentFinding[];
}

export class FindingsStore implements vscode.Disposable {
  readonly #byUri = new Map<string, { readonly version: number; readonly source: FindingsSource }>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  /** Findings of this document came, went or stand elsewhere. */
  readonly onDidChange = this.#changed.event;

  /** What `source` has is true for the document as it is now. */
  set(document: vscode.TextDocument, source: FindingsSource, changed: boolean): void {
    this.#byUri.set(document.uri.toString(), { version: document.version, source });
    if (changed) this.#changed.fire(document.uri);
  }

  delete(uri: vscode.Uri): void {
    if (this.#byUri.delete(uri.toString())) this.#changed.fire(uri);
  }

  /** As last published, whatever the version: for who shows them. */
  of(uri: vscode.Uri): readonly DocumentFinding[] {
    return this.#byUri.get(uri.toString())?.source.findings ?? [];
  }

  /** Those that a range touches, with spans that are true for the document as it is now; none when they are out of date. */
  at(document: vscode.TextDocument, range: vscode.Range): LocatedFinding[] {
    return this.current(document).filter(finding => range.intersection(rangeOf(finding)) !== undefined);
  }

  /** All of them, with spans that are true for the document as it is now; none when they are out of date. */
  current(document: vscode.TextDocument): LocatedFinding[] {
    const entry = this.#byUri.get(document.uri.toString());
    if (entry?.version !== document.version) return [];
    return entry.source.findings.map(finding => ({ ...finding, span: rangeToSpan(document, rangeOf(finding)) }));
  }

  dispose(): void {
    this.#changed.dispose();
    this.#byUri.clear();
  }
}
