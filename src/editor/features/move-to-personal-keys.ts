// Moves a value to the personal keys of its workspace: from code, which then reads the variable, or from a row of an environment file,
// which goes. Only after VS Code has kept it, which is read back.

import * as vscode from 'vscode';
import { isEncryptable as isEncryptableRow } from '../../engine/env-file/encrypted/encrypt-rows.ts';
import { phrase } from '../../engine/phrase.ts';
import { isSecretName } from '../../engine/usages/secret-name.ts';
import type { Boundary } from '../commands.ts';
import { addEdits, rangeOf, spanToRange } from '../convert.ts';
import { DisposableStore } from '../disposables.ts';
import { documentSelector, isEnvironmentFile } from '../documents.ts';
import { rowAt } from '../encryption.ts';
import type { EnvironmentFix } from '../environment-fix.ts';
import type { FindingsStore } from '../findings-store.ts';
import { linkCommands } from '../ids.ts';
import { keepPersonalKey, refuseUnready, tellKept } from '../keep-personal-key.ts';
import type { PersonalKeys } from '../personal-keys.ts';
import { addProjectEdits } from '../project-edits.ts';
import type { ProjectReader } from '../project-reader.ts';
import type { MoveRequest } from '../requests.ts';
import { UserError } from '../user-error.ts';

export interface MoveDeps {
  readonly personalKeys: PersonalKeys;
  readonly environmentFix: EnvironmentFix;
  readonly findings: FindingsStore;
  readonly projects: ProjectReader;
  readonly boundary: Boundary;
}

export function registerMoveToPersonalKeys(deps: MoveDeps): vscode.Disposable {
  const store = new DisposableStore();
  store.add(
    vscode.languages.registerCodeActionsProvider(
      documentSelector,
      { provideCodeActions: (document, range) => actionsFor(deps, document, range) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite] },
    ),
  );
  store.add(
    deps.boundary.registerCommand(linkCommands.moveToPersonalKeys, async ({ place, name }: MoveRequest) => {
      refuseUnready(deps.personalKeys);
      const document = await vscode.workspace.openTextDocument(place.uri);
      await (isEnvironmentFile(document) ? moveRow(deps, document, place.range, name) : moveLiteral(deps, document, place.range, name));
      deps.boundary.guard('tell', () => tellKept(deps.personalKeys, name))();
    }),
  );
  return store;
}

async function actionsFor(deps: MoveDeps, document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  if (!vscode.workspace.isTrusted || deps.personalKeys.id === undefined) return [];
  if (isEnvironmentFile(document)) {
    const row = document.languageId === 'dotenv' ? rowAt(document, range) : undefined;
    if (!row || !isEncryptableRow(row) || !isSecretName(row.name)) return [];
    const title = vscode.l10n.t('Keep {0} as a personal key, out of this file', row.name);
    return [action(title, vscode.CodeActionKind.RefactorRewrite, { place: { uri: document.uri, range }, name: row.name })];
  }
  const { version } = document;
  const [finding] = deps.findings.at(document, range);
  const plan = finding && (await deps.environmentFix.plan(document, finding));
  if (!finding || plan?.kind !== 'edits' || document.version !== version) return [];
  const title = vscode.l10n.t('Replace with environment variable {0} and keep the value as a personal key', plan.variable);
  return [action(title, vscode.CodeActionKind.QuickFix, { place: { uri: document.uri, range: rangeOf(finding) }, name: plan.variable })];
}

function action(title: string, kind: vscode.CodeActionKind, request: MoveRequest): vscode.CodeAction {
  const result = new vscode.CodeAction(title, kind);
  result.command = { title, command: linkCommands.moveToPersonalKeys, arguments: [request] };
  return result;
}

async function moveLiteral(deps: MoveDeps, document: vscode.TextDocument, range: vscode.Range, name: string): Promise<void> {
  const { version } = document;
  const [finding] = deps.findings.at(document, range);
  if (!finding) throw new UserError(phrase('The key is no longer there.'));
  const plan = await deps.environmentFix.plan(document, finding, { variable: name });
  if (plan.kind === 'withheld') throw new UserError(plan.reason);
  await keepPersonalKey(deps.personalKeys, name, plan.value);
  if (document.version !== version) throw new UserError(kept(name));
  const edit = new vscode.WorkspaceEdit();
  addEdits(edit, document, plan.edits);
  await addProjectEdits(edit, deps.projects, [{ document, plan }], vscode.l10n.t('Replace with environment variable'));
  if (!(await vscode.workspace.applyEdit(edit)) || document.version === version) throw new UserError(kept(name));
}

/** The whole row goes, and is saved: an edit that waits in the editor would leave the value on disk. */
async function moveRow({ personalKeys }: MoveDeps, document: vscode.TextDocument, range: vscode.Range, name: string): Promise<void> {
  const row = rowAt(document, range);
  if (row?.name !== name) throw new UserError(phrase('The key is no longer there.'));
  const { version } = document;
  await keepPersonalKey(personalKeys, name, row.value);
  const rows = spanToRange(document, { start: row.nameSpan.start, end: row.valueSpan.end });
  const edit = new vscode.WorkspaceEdit();
  edit.delete(document.uri, document.validateRange(new vscode.Range(rows.start.line, 0, rows.end.line + 1, 0)));
  if (document.version !== version || !(await vscode.workspace.applyEdit(edit)) || !(await document.save()))
    throw new UserError(kept(name));
}

function kept(name: string): UserError['phrase'] {
  return phrase('The text could not be changed, so the value is there still. It is kept as the personal key {0}, too.', name);
}
