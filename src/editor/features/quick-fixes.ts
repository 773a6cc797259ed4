// What `Ctrl+.` offers on a finding. An action that would break code is there, disabled, with the reason.

import * as vscode from 'vscode';
import { planIgnoreComment } from '../../engine/fixes/ignore-comment.ts';
import type { FixEdits, FixPlan, Withheld } from '../../engine/fixes/plan.ts';
import type { LocatedFinding } from '../../engine/scan/file-report.ts';
import { addEdits, confirmationOf, rangeOf, translate } from '../convert.ts';
import { documentSelector, folderOf, isEnvironmentFile, sourceOf } from '../documents.ts';
import type { Engines } from '../engines.ts';
import type { EnvironmentFix } from '../environment-fix.ts';
import type { FindingsStore } from '../findings-store.ts';
import { diagnosticSource, linkCommands } from '../ids.ts';
import type { KeysStore } from '../keys-store.ts';
import { placesOfValue } from '../places-of-value.ts';
import type { IgnoreRuleRequest, IgnoreValueRequest, Place, ReplaceRequest } from '../requests.ts';
import type { StorePlace, StorePlaces } from '../store-places.ts';

export interface QuickFixesDeps {
  readonly engines: Engines;
  readonly findings: FindingsStore;
  readonly environmentFix: EnvironmentFix;
  readonly keys: KeysStore;
  readonly storePlaces: StorePlaces;
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
    if (token.isCancellationRequested || document.version !== version) return [];
    const diagnostics = context.diagnostics.filter(
      diagnostic => diagnostic.source === diagnosticSource && diagnostic.range.isEqual(rangeOf(finding)),
    );
    const place = await deps.storePlaces.placeOf(document);
    for (const action of [...environmentActions(deps, document, finding, plan, place), ...otherActions(document, finding)]) {
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
