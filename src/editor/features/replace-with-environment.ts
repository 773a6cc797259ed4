// The main job: the value goes to the environment file and is read back, then the literal gives way to a lookup.

import * as vscode from 'vscode';
import type { FixEdits } from '../../engine/fixes/plan.ts';
import { phrase } from '../../engine/phrase.ts';
import type { LocatedFinding } from '../../engine/scan/file-report.ts';
import type { StoreResult, ValueStore } from '../abilities.ts';
import type { Boundary } from '../commands.ts';
import { addEdits, confirmationOf, translate } from '../convert.ts';
import type { EnvironmentFix, StorePlace } from '../environment-fix.ts';
import type { FindingsStore } from '../findings-store.ts';
import { linkCommands } from '../ids.ts';
import type { OpenDocuments } from '../open-documents.ts';
import type { ReplaceRequest } from '../requests.ts';
import { UserError } from '../user-error.ts';

export interface ReplaceDeps {
  readonly environmentFix: EnvironmentFix;
  readonly findings: FindingsStore;
  readonly openDocuments: OpenDocuments;
  readonly store: ValueStore | undefined;
  readonly boundary: Boundary;
}

export function registerReplaceWithEnvironment(deps: ReplaceDeps): vscode.Disposable {
  return deps.boundary.registerCommand(linkCommands.replaceWithEnvironment, (request: ReplaceRequest) => replace(deps, request));
}

/** One document's share: the plan was made for this version of it. */
interface Part {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly finding: LocatedFinding;
  readonly plan: FixEdits;
  readonly place: StorePlace;
}

async function replace(deps: ReplaceDeps, request: ReplaceRequest): Promise<void> {
  const parts = await planParts(deps, request);
  for (const { place } of parts) await refuseUnsavedTarget(deps, place);
  const stored = await storeAll(deps, parts);
  const refreshed = (await Promise.all(parts.map(part => refresh(deps, part)))).filter(part => part !== undefined);
  const current = refreshed.filter(({ document, version }) => document.version === version);
  const [first] = parts;
  if (first === undefined) return;
  const { variable } = first.plan;
  const file = vscode.workspace.asRelativePath(stored.path);
  if (current.length === 0) {
    throw new UserError(phrase('The text changed meanwhile, so nothing was replaced. The value is stored in {0} as {1}.', file, variable));
  }
  if (!(await apply(current, request.preview))) {
    throw new UserError(phrase('Nothing was replaced. The value stays in {0} as {1}.', file, variable));
  }
  tell(stored, current, variable, file);
}

/** Plans every document of the request under one variable; the first reason is told when none can be done. */
async function planParts(deps: ReplaceDeps, { places, variable }: ReplaceRequest): Promise<readonly Part[]> {
  const parts: Part[] = [];
  let reason = phrase('The key is no longer there.');
  for (const { uri, range } of places) {
    const document = await vscode.workspace.openTextDocument(uri);
    if (parts.some(part => part.document === document)) continue;
    deps.openDocuments.scanNow(document);
    const [finding] = deps.findings.at(document, range);
    if (!finding) continue;
    const place = deps.environmentFix.placeOf(document);
    const [planned] = parts;
    const { version } = document;
    const plan = await deps.environmentFix.plan(document, finding, planned?.plan.variable ?? variable);
    if ('kind' in place) reason = place.reason;
    else if (plan.kind === 'withheld') reason = plan.reason;
    else parts.push({ document, version, finding, plan, place });
  }
  if (parts.length === 0) throw new UserError(reason);
  return parts;
}

/** A file that is being edited would lose either the edit or the value. */
async function refuseUnsavedTarget({ store }: ReplaceDeps, place: StorePlace): Promise<void> {
  const target = await store?.target(place);
  const dirty = vscode.workspace.textDocuments.find(document => document.isDirty && document.uri.fsPath === target?.path);
  if (dirty) {
    const name = vscode.workspace.asRelativePath(dirty.uri);
    throw new UserError(phrase('{0} has unsaved changes. Save it and try again; nothing was changed.', name));
  }
}

type Stored = Extract<StoreResult, { kind: 'stored' }>;

/** Documents of different packages may have environment files of their own; the first one is told about. */
async function storeAll({ store }: ReplaceDeps, parts: readonly Part[]): Promise<Stored> {
  let first: Stored | undefined;
  for (const { place, plan } of parts) {
    const { variable, value } = plan;
    const result = await store?.store({ ...place, variable, value, mayRunGit: vscode.workspace.isTrusted });
    if (result?.kind !== 'stored') throw new UserError(result?.reason ?? phrase('Values cannot be stored in this editor.'));
    first ??= result;
  }
  if (first === undefined) throw new UserError(phrase('The key is no longer there.'));
  return first;
}

/** The part as it is now: people may have typed while the value was written. */
async function refresh({ findings, environmentFix }: ReplaceDeps, part: Part): Promise<Part | undefined> {
  const { document, finding, plan } = part;
  const { version } = document;
  if (version === part.version) return part;
  const same = findings.current(document).find(({ fingerprint }) => fingerprint === finding.fingerprint);
  const again = same && (await environmentFix.plan(document, same, plan.variable));
  return again?.kind === 'edits' && again.value === plan.value && document.version === version
    ? { ...part, version, plan: again }
    : undefined;
}

async function apply(parts: readonly Part[], preview: boolean): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  const confirmation = preview ? confirmationOf(vscode.l10n.t('Replace with environment variable')) : undefined;
  for (const { document, plan } of parts) addEdits(edit, document, plan.edits, confirmation);
  const applied = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  // A preview that is discarded counts as applied, with nothing in it.
  return applied && parts.some(({ document, version }) => document.version !== version);
}

function tell({ notes, already }: Stored, parts: readonly Part[], variable: string, file: string): void {
  const left = parts.flatMap(({ plan }) => plan.left);
  for (const note of notes) void vscode.window.showWarningMessage(translate(note));
  const [stays] = left;
  if (stays) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Other places of the value had to stay ({0}): {1}', left.length, translate(stays.reason)),
    );
  }
  const done = already
    ? vscode.l10n.t('{0} was already stored in {1}.', variable, file)
    : vscode.l10n.t('{0} is stored in {1}.', variable, file);
  vscode.window.setStatusBarMessage(`$(pass) ${done}`, 8000);
}
