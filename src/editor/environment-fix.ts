// Finding in a document → what replacing it by an environment lookup would do. Pure but for asking which names are taken.

import * as vscode from 'vscode';
import type { CancelToken } from '../engine/cancel.ts';
import type { FixPlan, Withheld } from '../engine/fixes/plan.ts';
import { planEnvironmentFix } from '../engine/fixes/plan-environment-fix.ts';
import { planVerifiedFix } from '../engine/fixes/plan-verified-fix.ts';
import { suggestVariable } from '../engine/fixes/suggest-variable.ts';
import { phrase } from '../engine/phrase.ts';
import type { LocatedFinding } from '../engine/scan/file-report.ts';
import type { SyntaxParsers } from '../engine/syntax/syntax-parsers.ts';
import type { StoreRequest, ValueStore } from './abilities.ts';
import { fileOf, folderOf, sourceOf } from './documents.ts';
import type { Engines } from './engines.ts';
import type { FindingsStore } from './findings-store.ts';
import type { KeysStore } from './keys-store.ts';
import type { ProjectReader } from './project-reader.ts';
import { readText } from './read-text.ts';

export interface EnvironmentFixDeps {
  readonly engines: Engines;
  readonly findings: FindingsStore;
  readonly keys: KeysStore;
  readonly store: ValueStore | undefined;
  readonly projects: ProjectReader;
  readonly syntax: SyntaxParsers;
}

/** Where a value of this document would be stored. */
export type StorePlace = Pick<StoreRequest, 'sourcePath' | 'root' | 'envFile'>;

export class EnvironmentFix {
  readonly #deps: EnvironmentFixDeps;

  constructor(deps: EnvironmentFixDeps) {
    this.#deps = deps;
  }

  /** The plan for the finding and every other place of its value in the document; the variable is found when not given. */
  async plan(document: vscode.TextDocument, finding: LocatedFinding, variable?: string): Promise<FixPlan> {
    const name = variable ?? (await this.#variableFor(document, finding));
    const [siblings, project] = await Promise.all([siblingsOf(document), this.#deps.projects.factsFor(document)]);
    const { lookupStyle } = this.#deps.engines.forUri(document.uri).settings;
    const findings = this.#deps.findings.current(document).filter(({ fingerprint }) => fingerprint === finding.fingerprint);
    // The one that was asked about decides whether there is a plan at all.
    const isAsked = ({ line, column }: LocatedFinding): boolean => line === finding.line && column === finding.column;
    const ordered = [...findings.filter(isAsked), ...findings.filter(other => !isAsked(other))];
    const source = sourceOf(document);
    const style = lookupStyle;
    const request = { source, findings: ordered, variable: name, style, everyPlace: true, siblings, ...(project && { project }) };
    return planVerifiedFix(request, planEnvironmentFix, this.#deps.syntax, untilChanged(document));
  }

  /** Where the value would go, or why it cannot be stored. */
  placeOf(document: vscode.TextDocument): StorePlace | Withheld {
    const file = fileOf(document.uri);
    if (!file) return withheld(phrase('This document is not saved yet, so there is no folder whose .env could keep the value.'));
    if (file.scheme !== 'file' || !this.#deps.store) {
      return withheld(phrase('This document is not on a disk that Key Hygiene can write to.'));
    }
    const folder = folderOf(document.uri);
    // A single file without a workspace: its own folder is all we may touch.
    const root = folder?.uri.fsPath ?? vscode.Uri.joinPath(file, '..').fsPath;
    return { sourcePath: file.fsPath, root, envFile: this.#deps.engines.forUri(document.uri).settings.envFile };
  }

  /** The name the value is already kept under, else one that no other value has. */
  async #variableFor(document: vscode.TextDocument, finding: LocatedFinding): Promise<string> {
    const source = sourceOf(document);
    const taken = new Set<string>();
    for (const key of this.#deps.keys.keys()) {
      for (const usage of key.usages) {
        if (usage.name === undefined || usage.fingerprint === undefined || usage.kind === 'hardcoded') continue;
        if (usage.fingerprint === finding.fingerprint && isVariable(usage.name)) return usage.name;
        if (usage.fingerprint !== finding.fingerprint) taken.add(usage.name);
      }
    }
    const place = this.placeOf(document);
    if (!('kind' in place) && this.#deps.store) {
      const value = source.text.slice(finding.span.start, finding.span.end);
      const name = await this.#deps.store.nameOf({ ...place, value });
      if (name !== undefined) return name;
      for (const name of (await this.#deps.store.target(place)).names) taken.add(name);
    }
    return suggestVariable({ finding, source, taken });
  }
}

/** A plan for a text that is gone helps nobody. */
function untilChanged(document: vscode.TextDocument): CancelToken {
  const { version } = document;
  return {
    get isCancellationRequested() {
      return document.isClosed || document.version !== version;
    },
  };
}

function isVariable(name: string): boolean {
  return /^[A-Z_][A-Z0-9_]*$/.test(name);
}

function withheld(reason: Withheld['reason']): Withheld {
  return { kind: 'withheld', reason };
}

const mostSiblings = 50;

/** Go puts what a file needs into its package: the other files of the folder may have it already. */
async function siblingsOf(document: vscode.TextDocument): Promise<readonly string[]> {
  const file = fileOf(document.uri);
  if (document.languageId !== 'go' || !file) return [];
  const folder = vscode.Uri.joinPath(file, '..');
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const uris = entries
    .filter(([name, type]) => type === vscode.FileType.File && name.endsWith('.go'))
    .map(([name]) => vscode.Uri.joinPath(folder, name))
    .filter(uri => uri.toString() !== file.toString())
    .slice(0, mostSiblings);
  return Promise.all(uris.map(textOf));
}

/** As the editor has it, else as it is on disk; nothing where it has vanished meanwhile. */
async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  return open?.getText() ?? (await readText(uri)) ?? '';
}
