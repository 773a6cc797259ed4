// The one store of problems around keys: what the checks of one text found in documents and files, and what those of the whole
// workspace found anywhere. Diagnostics, quick fixes and trees are projections of it.

import * as vscode from 'vscode';
import type { Problem } from '../engine/hygiene/problem.ts';
import type { FileReport } from '../engine/scan/file-report.ts';
import { rangeOf } from './convert.ts';
import { isOpen } from './documents.ts';

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

  /** Of an open document, whose text the problems’ edits are made against. */
  updateDocument({ uri, version }: Pick<vscode.TextDocument, 'uri' | 'version'>, problems: readonly Problem[]): void {
    this.#set('text', uri, { problems, version });
  }

  /** Takes reports of files on disk; those that are open in the editor are newer there. */
  updateFiles(reports: readonly Pick<FileReport, 'uri' | 'problems'>[]): void {
    for (const { uri: path, problems = [] } of reports) {
      const uri = vscode.Uri.file(path);
      if (problems.length === 0 && !this.#bySource.text.has(uri.toString())) continue;
      if (!isOpen(uri)) this.#set('text', uri, { problems: problems.map(problem => ({ ...problem, uri: uri.toString() })) });
    }
  }

  /** All that the checks of the whole workspace found. */
  replaceWorkspace(problems: readonly Problem[]): void {
    const byUri = new Map<string, Problem[]>();
    for (const problem of problems) {
      const known = byUri.get(problem.uri);
      if (known) known.push(problem);
      else byUri.set(problem.uri, [problem]);
    }
    const gone = [...this.#bySource.workspace.keys()].filter(id => !byUri.has(id));
    for (const id of gone) this.#set('workspace', vscode.Uri.parse(id), { problems: [] });
    for (const [id, inFile] of byUri) this.#set('workspace', vscode.Uri.parse(id), { problems: inFile });
  }

  /** Forgets a document or file, or everything below a folder but what is open. */
  delete(uri: vscode.Uri): void {
    const id = uri.toString();
    this.#drop(known => known === id || (known.startsWith(`${id}/`) && !isOpen(vscode.Uri.parse(known))));
  }

  /** Forgets the files below a folder that a scan of it did not meet and nobody has open. */
  keepOnly(folder: vscode.Uri, met: ReadonlySet<string>): void {
    const below = `${folder.toString()}/`;
    this.#drop(known => known.startsWith(below) && !met.has(known) && !isOpen(vscode.Uri.parse(known)));
  }

  of(uri: vscode.Uri): readonly Problem[] {
    const id = uri.toString();
    return [...(this.#bySource.text.get(id)?.problems ?? []), ...(this.#bySource.workspace.get(id)?.problems ?? [])];
  }

  all(): readonly Problem[] {
    return Object.values(this.#bySource).flatMap(entries => [...entries.values()].flatMap(({ problems }) => problems));
  }

  /** Those that a range touches; none whose edits are out of date. What is wrong with a whole file is met anywhere in its first line. */
  at(document: vscode.TextDocument, range: vscode.Range): readonly Problem[] {
    const id = document.uri.toString();
    const isMet = (problem: Problem): boolean =>
      isOfWholeFile(problem) ? range.start.line === 0 : range.intersection(rangeOf(problem)) !== undefined;
    return Object.values(this.#bySource).flatMap(entries => {
      const { problems = [], version = document.version } = entries.get(id) ?? {};
      return version === document.version ? problems.filter(isMet) : [];
    });
  }

  dispose(): void {
    this.#changed.dispose();
    for (const entries of Object.values(this.#bySource)) entries.clear();
  }

  #set(source: ProblemSource, uri: vscode.Uri, entry: Entry): void {
    const entries = this.#bySource[source];
    const id = uri.toString();
    const known = entries.get(id);
    if (entry.problems.length === 0 && !known) return;
    if (entry.problems.length === 0) entries.delete(id);
    else entries.set(id, entry);
    // Checks of the workspace tell the same again and again.
    if (source === 'text' || JSON.stringify(known?.problems) !== JSON.stringify(entry.problems)) this.#changed.fire(uri);
  }

  #drop(isGone: (id: string) => boolean): void {
    for (const source of ['text', 'workspace'] as const) {
      for (const id of [...this.#bySource[source].keys()].filter(isGone)) this.#set(source, vscode.Uri.parse(id), { problems: [] });
    }
  }
}

function isOfWholeFile({ span }: Problem): boolean {
  return span.start === span.end;
}
