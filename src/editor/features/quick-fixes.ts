// What `Ctrl+.` offers on a finding. An action that would break code is there, disabled, with the reason.

import * as vscode from 'vscode';
import type { FixWay } from '../../engine/fixes/fix-way.ts';
import { planIgnoreComment } from '../../engine/fixes/ignore-comment.ts';
import type { FixEdits, FixPlan, Withheld } from '../../engine/fixes/plan.ts';
import type { LocatedFinding } from '../../engine/scan/file-report.ts';
import { addEdits, confirmationOf, rangeOf, translate } from '../convert.ts';
import { documentSelector, folderOf, isEnvironmentFile, sourceOf } from '../documents.ts';
import type { Engines } from '../engines.ts';
import type { WayPlan } from '../environment-fix.ts';
import type { FindingsStore } from '../findings-store.ts';
import { diagnosticSource, linkCommands } from '../ids.ts';
import { type ManagerActions, type ManagerActionsDeps, managerActions } from '../managers/manager-actions.ts';
import { placesOfValue } from '../places-of-value.ts';
import type { IgnoreRuleRequest, IgnoreValueRequest, Place, ReplaceRequest } from '../requests.ts';
import type { StorePlace } from '../store-places.ts';

export interface QuickFixesDeps extends ManagerActionsDeps {
  readonly engines: Engines;
  readonly findings: FindingsStore;
}

export function registerQuickFixes(deps: QuickFixesDeps): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    documentSelector,
    { provideCodeActions: (document, range, context, token) => quickFixes(deps, document, range, context, token) },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

async function quickFixes(
  deps: QuickFixesDeps,
  document: vscode.TextDocument,
  range: vscode.Range,
  context: vscode.CodeActionContext,
  token: vscode.CancellationToken,
): Promise<vscode.CodeAction[]> {
  if (isEnvironmentFile(document)) return [];
  const actions: vscode.CodeAction[] = [];
  const { version } = document;
  for (const finding of deps.findings.at(document, range)) {
    const plan = await deps.environmentFix.plan(document, finding);
    const others = await deps.environmentFix.otherPlans(document, finding);
    const managers = await managerActions(deps, document, finding);
    if (token.isCancellationRequested || document.version !== version) return [];
    const diagnostics = context.diagnostics.filter(
      diagnostic => diagnostic.source === diagnosticSource && diagnostic.range.isEqual(rangeOf(finding)),
    );
    const place = await deps.storePlaces.placeOf(document);
    const environment = environmentActions(deps, document, finding, plan, place);
    const ways = 'kind' in place ? [] : others.map(other => wayAction(deps, document, finding, other, place));
    for (const action of [...withManagers(inOrder(environment, ways), managers), ...otherActions(document, finding)]) {
      action.diagnostics = diagnostics;
      actions.push(action);
    }
  }
  return actions;
}

function environmentActions(
  deps: QuickFixesDeps,
  document: vscode.TextDocument,
  finding: LocatedFinding,
  plan: FixPlan,
  place: StorePlace | Withheld,
): vscode.CodeAction[] {
  const { envFile } = 'kind' in place ? deps.engines.forUri(document.uri).settings : place;
  if (plan.kind === 'withheld') {
    return [disabled(vscode.l10n.t('Replace with environment variable and store the value in {0}', envFile), translate(plan.reason))];
  }
  const title = titleOf(plan, envFile);
  const only = action(vscode.l10n.t('Replace with environment variable {0} only (the value is kept elsewhere)', plan.variable));
  only.edit = new vscode.WorkspaceEdit();
  addEdits(only.edit, document, plan.edits, confirmationOf(only.title));
  if ('kind' in place) return [disabled(title, translate(place.reason)), only];
  const replace = runs(title, linkCommands.replaceWithEnvironment, request(document, finding, plan, false));
  replace.isPreferred = true;
  const preview = runs(
    vscode.l10n.t('Preview: replace with environment variable {0}', plan.variable),
    linkCommands.replaceWithEnvironment,
    request(document, finding, plan, true),
  );
  return [replace, preview, ...everywhere(deps, finding, plan, document), only];
}

/** The project's own pattern first, in place of a lookup that cannot be; the gateway last. */
function inOrder(environment: readonly vscode.CodeAction[], ways: readonly WayAction[]): readonly vscode.CodeAction[] {
  const actionsOf = (way: FixWay): readonly vscode.CodeAction[] => ways.filter(other => other.way === way).map(({ action }) => action);
  const [own] = actionsOf('own-pattern');
  if (own) own.isPreferred = true;
  const usual = own ? environment.filter(({ disabled }) => disabled === undefined) : environment;
  for (const one of own ? usual : []) delete one.isPreferred;
  const [replace, ...rest] = usual;
  return [...(own ? [own] : []), ...(replace ? [replace] : []), ...actionsOf('client-default'), ...rest, ...actionsOf('gateway')];
}

/** Where the folder has a manager, right behind the one for the environment and preferred to it; else behind all of those. */
function withManagers(usual: readonly vscode.CodeAction[], { actions, isChosen, best }: ManagerActions): readonly vscode.CodeAction[] {
  if (best) {
    for (const action of usual) delete action.isPreferred;
    best.isPreferred = true;
  }
  const place = isChosen ? 1 : usual.length;
  return [...usual.slice(0, place), ...actions, ...usual.slice(place)];
}

interface WayAction {
  readonly way: FixWay;
  readonly action: vscode.CodeAction;
}

function wayAction(
  { engines }: QuickFixesDeps,
  document: vscode.TextDocument,
  finding: LocatedFinding,
  { way, plan }: WayPlan,
  { envFile }: StorePlace,
): WayAction {
  const { gateway } = engines.forUri(document.uri).settings;
  const title = titleOfWay(way, plan, envFile, gateway.name);
  const argument: ReplaceRequest = { ...request(document, finding, plan, false), way };
  return { way, action: runs(title, linkCommands.replaceWithEnvironment, argument) };
}

function titleOfWay(way: FixWay, { variable, reads = '', also, userSecrets }: FixEdits, envFile: string, gateway: string): string {
  if (way === 'client-default') return vscode.l10n.t('Let the client read {0} by itself and store the value in {1}', variable, envFile);
  if (way === 'gateway')
    return vscode.l10n.t('Route through {0} with {1}, and store this key in {2} as {3}', gateway, reads, envFile, variable);
  if (userSecrets !== undefined)
    return vscode.l10n.t('Replace with {0} as this project reads it and store the value in .NET user secrets', variable);
  const [declaring] = also ?? [];
  return declaring
    ? vscode.l10n.t('Replace with {0}, declared in {1}, and store the value in {2}', variable, declaring.path, envFile)
    : vscode.l10n.t('Replace with {0} as this project reads it and store the value in {1}', variable, envFile);
}

/** The same value in other files, once they were scanned: never the first choice, and always shown before it is done. */
function everywhere(deps: QuickFixesDeps, finding: LocatedFinding, plan: FixEdits, document: vscode.TextDocument): vscode.CodeAction[] {
  const here = placeOf(document, finding);
  const others = placesOfValue(deps.keys, finding.fingerprint).filter(({ uri }) => uri.toString() !== document.uri.toString());
  if (others.length === 0) return [];
  const { variable } = plan;
  const title = vscode.l10n.t('Preview: replace with environment variable {0} in {1} files', variable, others.length + 1);
  const request: ReplaceRequest = { places: [here, ...others], variable, preview: true };
  return [runs(title, linkCommands.replaceWithEnvironment, request)];
}

function otherActions(document: vscode.TextDocument, finding: LocatedFinding): vscode.CodeAction[] {
  const place = placeOf(document, finding);
  const actions: vscode.CodeAction[] = [];
  const comment = planIgnoreComment({ source: sourceOf(document), finding });
  if (comment.kind === 'edits') {
    const ignore = action(vscode.l10n.t('Not a secret: ignore here'));
    ignore.edit = new vscode.WorkspaceEdit();
    addEdits(ignore.edit, document, comment.edits);
    actions.push(ignore);
  }
  const folder = folderOf(document.uri);
  if (folder) {
    const value: IgnoreValueRequest = { place };
    const rule: IgnoreRuleRequest = { uri: document.uri, ruleId: finding.ruleId };
    actions.push(
      runs(vscode.l10n.t('Not a secret: ignore this value everywhere in {0}', folder.name), linkCommands.ignoreValue, value),
      runs(vscode.l10n.t('Ignore rule {0} in this folder', finding.ruleId), linkCommands.ignoreRule, rule),
    );
  }
  actions.push(
    runs(vscode.l10n.t('Copy masked'), linkCommands.copyMasked, finding.masked),
    runs(vscode.l10n.t('Why is this flagged?'), linkCommands.explain, place),
  );
  return actions;
}

function titleOf({ variable, places }: FixEdits, envFile: string): string {
  return places > 1
    ? vscode.l10n.t('Replace with environment variable {0} in {1} places and store the value in {2}', variable, places, envFile)
    : vscode.l10n.t('Replace with environment variable {0} and store the value in {1}', variable, envFile);
}

function request(document: vscode.TextDocument, finding: LocatedFinding, { variable }: FixEdits, preview: boolean): ReplaceRequest {
  return { places: [placeOf(document, finding)], variable, preview };
}

function placeOf(document: vscode.TextDocument, finding: LocatedFinding): Place {
  return { uri: document.uri, range: rangeOf(finding) };
}

function action(title: string): vscode.CodeAction {
  return new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
}

function disabled(title: string, reason: string): vscode.CodeAction {
  const result = action(title);
  result.disabled = { reason };
  return result;
}

function runs(title: string, command: string, argument: unknown): vscode.CodeAction {
  const result = action(title);
  result.command = { title, command, arguments: [argument] };
  return result;
}
