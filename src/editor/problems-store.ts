// The one store of problems around keys: what the checks of one text found in open documents, and what those of the whole workspace
// found anywhere. Diagnostics and quick fixes are projections of it.

import * as vscode from 'vscode';
import type { Problem } from '../engine/hygiene/problem.ts';
import { rangeOf } from './convert.ts';

/** Who found them: each replaces its own only. */
export type ProblemSource = 'text' | 'workspace';

interface Entry {
  readonly problems: readonly Problem[];
  /** Of the document whose text was checked. */
  readonly version?: number;
}

export class ProblemsStore implements vscode.Disposable {
  readonly #bySource: Readonly<Record<ProblemSource, Map<string, Entry>>> = { text: new Map(), workspace: new Map() };
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  /** Problems of this file came, went or stand elsewhere. */
  readonly onDidChange = this.#changed.event;

  /** `version`: of the document, where the problems' edits are made against its text. */
  set(source: ProblemSource, uri: vscode.Uri, problems: readonly Problem[], version?: number): void {
    const entries = this.#bySource[source];
    const id = uri.toString();
    if (problems.length === 0 && !entries.has(id)) return;
    if (problems.length === 0) entries.delete(id);
    else entries.set(id, { problems, ...(version !== undefined && { version }) });
    this.#changed.fire(uri);
  }

  of(uri: vscode.Uri): readonly Problem[] {
    const id = uri.toString();
    return [...(this.#bySource.text.get(id)?.problems ?? []), ...(this.#bySource.workspace.get(id)?.problems ?? [])];
  }

  all(): readonly Problem[] {
    return Object.values(this.#bySource).flatMap(entries => [...entries.values()].flatMap(({ problems }) => problems));
  }

  /** Those that a range touches; none whose edits are out of date. */
  at(document: vscode.TextDocument, range: vscode.Range): readonly Problem[] {
    const id = document.uri.toString();
    return Object.values(this.#bySource).flatMap(entries => {
      const { problems = [], version = document.version } = entries.get(id) ?? {};
      return version === document.version ? problems.filter(problem => range.intersection(rangeOf(problem)) !== undefined) : [];
    });
  }

  dispose(): void {
    this.#changed.dispose();
    for (const entries of Object.values(this.#bySource)) entries.clear();
  }
}
