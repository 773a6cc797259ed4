// Finding in a document → what replacing it by a lookup would do.

import * as vscode from 'vscode';
import type { CancelToken } from '../engine/cancel.ts';
import { type FixRequest, type FixWay, otherWays } from '../engine/fixes/fix-way.ts';
import { usesSeveralProviders } from '../engine/fixes/gateway/llm-providers.ts';
import type { ManagerTarget } from '../engine/fixes/manager/manager-target.ts';
import type { FixEdits, FixPlan } from '../engine/fixes/plan.ts';
import { planVerifiedFix } from '../engine/fixes/plan-verified-fix.ts';
import type { LocatedFinding } from '../engine/scan/file-report.ts';
import type { SyntaxParsers } from '../engine/syntax/syntax-parsers.ts';
import { fileOf, sourceOf } from './documents.ts';
import type { Engines } from './engines.ts';
import type { FindingsStore } from './findings-store.ts';
import type { KeysStore } from './keys-store.ts';
import type { ProjectReader } from './project-reader.ts';
import { readText } from './read-text.ts';
import type { StorePlaces } from './store-places.ts';

export interface EnvironmentFixDeps {
  readonly engines: Engines;
  readonly findings: FindingsStore;
  readonly keys: KeysStore;
  readonly projects: ProjectReader;
  readonly storePlaces: StorePlaces;
  readonly syntax: SyntaxParsers;
}

export class EnvironmentFix {
  readonly #deps: EnvironmentFixDeps;

  constructor(deps: EnvironmentFixDeps) {
    this.#deps = deps;
  }

  /** The plan for the finding and every other place of its value in the document; the variable is found when not given. */
  async plan(
    document: vscode.TextDocument,
    finding: LocatedFinding,
    { variable, way = 'lookup', manager, changed }: Wish = {},
  ): Promise<FixPlan> {
    const name = variable ?? (await this.#deps.storePlaces.variableFor(document, finding));
    const request = await this.#requestFor(document, finding, name, changed);
    return this.#verify(document, { ...request, way, ...(manager && { manager }) });
  }

  /** The other ways that are open for the finding, in the order of their worth. */
  async otherPlans(document: vscode.TextDocument, finding: LocatedFinding): Promise<readonly WayPlan[]> {
    const name = await this.#deps.storePlaces.variableFor(document, finding);
    const request = await this.#requestFor(document, finding, name);
    const { planFix } = await planning();
    const plans: WayPlan[] = [];
    for (const way of otherWays) {
      // Most are not open: that is told without reading the text's grammar.
      if (planFix({ ...request, way }).kind === 'withheld') continue;
      const plan = await this.#verify(document, { ...request, way });
      if (plan.kind === 'edits') plans.push({ way, plan });
    }
    return plans;
  }

  async #verify(document: vscode.TextDocument, request: FixRequest): Promise<FixPlan> {
    const { planFix } = await planning();
    return planVerifiedFix(request, planFix, this.#deps.syntax, untilChanged(document));
  }

  async #requestFor(document: vscode.TextDocument, finding: LocatedFinding, variable: string, changed?: ChangedTexts): Promise<FixRequest> {
    const { engines, projects, storePlaces, findings, keys } = this.#deps;
    const [siblings, project, taken] = await Promise.all([
      siblingsOf(document, changed),
      projects.factsFor(document),
      storePlaces.takenFor(document, finding),
    ]);
    const { lookupStyle, gateway } = engines.forUri(document.uri).settings;
    const all = findings.current(document).filter(({ fingerprint }) => fingerprint === finding.fingerprint);
    // The one that was asked about decides whether there is a plan at all.
    const isAsked = ({ line, column }: LocatedFinding): boolean => line === finding.line && column === finding.column;
    const isUseful = usesSeveralProviders(keys.keys());
    return {
      source: sourceOf(document),
      findings: [...all.filter(isAsked), ...all.filter(other => !isAsked(other))],
      variable,
      style: lookupStyle,
      everyPlace: true,
      siblings,
      taken,
      ...(project && { project }),
      ...(isUseful && { gateway }),
    };
  }
}

/** Dialects, formats and their parsers: a third of the code, of no use before the first fix. The build makes it a file of its own. */
function planning(): Promise<typeof import('../engine/fixes/plan-fix.ts')> {
  return import('../engine/fixes/plan-fix.ts');
}

/** What the user asked for. */
export interface Wish {
  readonly variable?: string | undefined;
  /** The plain lookup without it. */
  readonly way?: FixWay | undefined;
  readonly manager?: ManagerTarget | undefined;
  /** What is planned already for other documents of the same step: what they will declare need not be declared again. */
  readonly changed?: ChangedTexts | undefined;
}

/** Texts by URI. */
export type ChangedTexts = ReadonlyMap<string, string>;

export interface WayPlan {
  readonly way: FixWay;
  readonly plan: FixEdits;
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

const mostSiblings = 50;

/** In these languages a folder is one package or module: what a fix needs may be in another file of it already. */
const siblingEndings: Readonly<Record<string, string>> = { go: '.go', terraform: '.tf', java: '.java', csharp: '.cs' };

async function siblingsOf(document: vscode.TextDocument, changed: ChangedTexts = new Map()): Promise<readonly string[]> {
  const file = fileOf(document.uri);
  const ending = siblingEndings[document.languageId];
  if (ending === undefined || !file) return [];
  const folder = vscode.Uri.joinPath(file, '..');
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const uris = entries
    .filter(([name, type]) => type === vscode.FileType.File && name.endsWith(ending))
    .map(([name]) => vscode.Uri.joinPath(folder, name))
    .filter(uri => uri.toString() !== file.toString())
    .slice(0, mostSiblings);
  return Promise.all(uris.map(uri => changed.get(uri.toString()) ?? textOf(uri)));
}

/** As the editor has it, else as it is on disk; nothing where it has vanished meanwhile. */
async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  return open?.getText() ?? (await readText(uri)) ?? '';
}
