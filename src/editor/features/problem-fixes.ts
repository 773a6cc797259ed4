// What `Ctrl+.` offers on a problem around keys: its repairs, and to ignore it.

import * as vscode from 'vscode';
import { planIgnoreComment } from '../../engine/fixes/ignore-comment.ts';
import type { Problem, Repair } from '../../engine/hygiene/problem.ts';
import { textChecks } from '../../engine/hygiene/text/catalogue.ts';
import { addEdits, rangeOf, translate } from '../convert.ts';
import { documentSelector, folderOf, sourceOf } from '../documents.ts';
import { diagnosticSource, linkCommands } from '../ids.ts';
import type { ProblemsStore } from '../problems-store.ts';
import type { IgnoreRuleRequest, RepairRequest } from '../requests.ts';

export interface ProblemFixesDeps {
  readonly problems: ProblemsStore;
}

export function registerProblemFixes({ problems }: ProblemFixesDeps): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    documentSelector,
    {
      provideCodeActions: (document, range, context) => problems.at(document, range).flatMap(problem => fixes(problem, document, context)),
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function fixes(problem: Problem, document: vscode.TextDocument, { diagnostics }: vscode.CodeActionContext): vscode.CodeAction[] {
  const own = diagnostics.filter(
    ({ source, code, range }) =>
      source === diagnosticSource && typeof code === 'object' && code.value === problem.checkId && range.isEqual(rangeOf(problem)),
  );
  const actions = [...(problem.repairs ?? []).map(repair => repairAction(repair, problem, document)), ...ignoreActions(problem, document)];
  for (const action of actions) action.diagnostics = own;
  return actions;
}

function repairAction(repair: Repair, problem: Problem, document: vscode.TextDocument): vscode.CodeAction {
  const action = new vscode.CodeAction(translate(repair.title), vscode.CodeActionKind.QuickFix);
  if (repair.kind === 'edits') {
    action.edit = new vscode.WorkspaceEdit();
    addEdits(action.edit, document, repair.edits);
  } else if (repair.kind === 'open') {
    action.command = { title: action.title, command: 'vscode.open', arguments: [vscode.Uri.parse(repair.url)] };
  } else {
    const request: RepairRequest = { problem, repair };
    action.command = { title: action.title, command: linkCommands.repair, arguments: [request] };
  }
  // Where a key is flagged as well, moving it comes first.
  action.isPreferred = preferred.has(repair.kind) && problem.fingerprint === undefined;
  return action;
}

/** Those that ask for nothing and lose nothing. */
const preferred: ReadonlySet<Repair['kind']> = new Set(['edits', 'owner-only', 'git-ignore']);

function ignoreActions(problem: Problem, document: vscode.TextDocument): readonly vscode.CodeAction[] {
  const actions: vscode.CodeAction[] = [];
  // Checks of the whole workspace read no comments.
  const comment =
    heedsComments(problem.checkId) &&
    planIgnoreComment({ source: sourceOf(document), finding: { span: problem.span, ruleId: problem.checkId } });
  if (comment && comment.kind === 'edits') {
    const here = new vscode.CodeAction(vscode.l10n.t('Ignore check {0} here', problem.checkId), vscode.CodeActionKind.QuickFix);
    here.edit = new vscode.WorkspaceEdit();
    addEdits(here.edit, document, comment.edits);
    actions.push(here);
  }
  if (folderOf(document.uri)) {
    const title = vscode.l10n.t('Ignore check {0} in this folder', problem.checkId);
    const request: IgnoreRuleRequest = { uri: document.uri, ruleId: problem.checkId };
    const inFolder = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    inFolder.command = { title, command: linkCommands.ignoreRule, arguments: [request] };
    actions.push(inFolder);
  }
  return actions;
}

function heedsComments(checkId: string): boolean {
  return textChecks.some(({ id }) => id === checkId);
}
