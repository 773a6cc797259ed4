// What replacing one value by environment lookups does to each document that holds it: a plan, or the reason why it stays.

import * as vscode from 'vscode';
import { userSecretsFile } from '../engine/env-file/set-user-secret.ts';
import { applyTextEdits } from '../engine/fixes/apply-text-edits.ts';
import type { ManagerTarget } from '../engine/fixes/manager/manager-target.ts';
import type { FixEdits } from '../engine/fixes/plan.ts';
import { type Phrase, phrase } from '../engine/phrase.ts';
import type { LocatedFinding } from '../engine/scan/file-report.ts';
import type { ValueStore } from './abilities.ts';
import type { ChangedTexts, EnvironmentFix, Wish } from './environment-fix.ts';
import type { FindingsStore } from './findings-store.ts';
import type { OpenDocuments } from './open-documents.ts';
import type { Place, ReplaceRequest } from './requests.ts';
import type { StorePlace, StorePlaces } from './store-places.ts';
import { UserError } from './user-error.ts';

export interface ReplacementDeps {
  readonly environmentFix: EnvironmentFix;
  readonly storePlaces: StorePlaces;
  readonly findings: FindingsStore;
  readonly openDocuments: OpenDocuments;
  readonly store: ValueStore | undefined;
}

/** One document's share: the plan was made for this version of it. */
export interface Part {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly finding: LocatedFinding;
  readonly plan: FixEdits;
  readonly wish: Wish;
  readonly place: StorePlace;
  /** Absolute path of the file that the value goes to. */
  readonly target: string;
}

/** A document, or places in one, that keep the value. */
export interface Stay {
  readonly uri: vscode.Uri;
  readonly fingerprint: string | undefined;
  readonly reason: Phrase;
}

export interface Replacement {
  readonly parts: readonly Part[];
  readonly stays: readonly Stay[];
}

/** Plans every document of the request; the first reason is thrown when none can be done. */
export async function planReplacement(
  deps: ReplacementDeps,
  { places, variable, way }: ReplaceRequest,
  managerFor?: ManagerFor,
): Promise<Replacement> {
  const parts: Part[] = [];
  const stays: Stay[] = [];
  const seen = new Set<string>();
  for (const place of places) {
    const id = place.uri.toString();
    if (seen.has(id)) continue;
    seen.add(id);
    const planned = await planDocument(deps, place, parts, { variable, way, managerFor });
    if (planned === 'other value') continue;
    if ('reason' in planned) stays.push(planned);
    else parts.push(planned);
  }
  const left = parts.flatMap(({ document, finding, plan }) =>
    plan.left.map(({ reason }): Stay => ({ uri: document.uri, fingerprint: finding.fingerprint, reason })),
  );
  if (parts.length === 0) throw new UserError(stays[0]?.reason ?? gone);
  return { parts, stays: [...stays, ...left] };
}

/** The parts as they are now: people may have typed while the value was written. Those whose value is gone or has to stay are left out. */
export async function refreshParts(deps: ReplacementDeps, parts: readonly Part[]): Promise<readonly Part[]> {
  if (parts.every(({ document, version }) => document.version === version)) return parts;
  return replanParts(deps, parts, async () => ({}));
}

/** One after the other, as each may rely on what those before it declare. Parts whose texts change meanwhile are left out. */
export async function replanParts(
  deps: ReplacementDeps,
  parts: readonly Part[],
  wishFor: (part: Part) => Promise<Wish>,
): Promise<readonly Part[]> {
  const done: Part[] = [];
  for (const part of parts) {
    const again = await replanPart(deps, part, { ...(await wishFor(part)), changed: textsAfter(done) });
    if (again) done.push(again);
  }
  return done.filter(({ document, version }) => document.version === version);
}

function textsAfter(parts: readonly Part[]): ChangedTexts {
  return new Map(parts.map(({ document, plan }) => [document.uri.toString(), applyTextEdits(document.getText(), plan.edits)]));
}

/** The part planned once more, with another wish where one is given; nothing where the value is gone or has to stay now. */
async function replanPart({ findings, environmentFix }: ReplacementDeps, part: Part, wish: Wish): Promise<Part | undefined> {
  const { document, finding, plan } = part;
  const { version } = document;
  const same = findings.current(document).find(({ fingerprint }) => fingerprint === finding.fingerprint);
  const wanted = { ...part.wish, variable: plan.variable, ...wish };
  const again = same && (await environmentFix.plan(document, same, wanted));
  return again?.kind === 'edits' && again.value === plan.value && document.version === version
    ? { ...part, version, plan: again, wish: wanted }
    : undefined;
}

const gone = phrase('The key is no longer there.');

/** What a fix is told of the secret that a document is to read; for ways that take a manager. */
export type ManagerFor = (document: vscode.TextDocument, variable: string) => Promise<ManagerTarget>;

interface Wanted extends Wish {
  readonly managerFor: ManagerFor | undefined;
}

async function planDocument(
  deps: ReplacementDeps,
  { uri, range }: Place,
  before: readonly Part[],
  { variable: wanted, way, managerFor }: Wanted,
): Promise<Part | Stay | 'other value'> {
  const document = await openDocument(uri);
  if (document === undefined) return { uri, fingerprint: undefined, reason: phrase('The file cannot be opened as text.') };
  deps.openDocuments.scanNow(document);
  const [first] = before;
  const found = deps.findings.at(document, range);
  const finding = found.find(({ fingerprint }) => fingerprint === first?.finding.fingerprint) ?? found[0];
  if (!finding) return { uri, fingerprint: undefined, reason: gone };
  const stay = (reason: Phrase): Stay => ({ uri, fingerprint: finding.fingerprint, reason });
  const place = await deps.storePlaces.placeOf(document);
  if ('kind' in place) return stay(place.reason);
  const target = (await deps.store?.target(place))?.path ?? '';
  const known = before.find(part => part.target === target)?.plan.variable;
  const { version } = document;
  const variable = known ?? (first === undefined ? wanted : await deps.storePlaces.variableFor(document, finding, first.plan.variable));
  const name = variable ?? (await deps.storePlaces.variableFor(document, finding));
  const wish: Wish = { variable: name, way, manager: await managerFor?.(document, name), changed: textsAfter(before) };
  const plan = await deps.environmentFix.plan(document, finding, wish);
  if (plan.kind === 'withheld') return stay(plan.reason);
  if (first === undefined || plan.value === first.plan.value) {
    return { document, version, finding, plan, wish, ...(await keeperOf(deps, plan, { place, target })) };
  }
  return finding.fingerprint === first.finding.fingerprint ? stay(phrase('The key is encoded there, and read that way.')) : 'other value';
}

/** The environment file, but for plans whose code reads another store. */
async function keeperOf({ store }: ReplacementDeps, { userSecrets }: FixEdits, usual: Pick<Part, 'place' | 'target'>) {
  if (userSecrets === undefined) return usual;
  const place: StorePlace = { ...usual.place, envFile: userSecretsFile, userSecrets };
  return { place, target: (await store?.target(place))?.path ?? '' };
}

/** Nothing for what has vanished or is no text. */
async function openDocument(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}
