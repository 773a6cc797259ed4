// What can be done about a problem, from wherever it is shown: each kind of repair finds its taker here.

import * as vscode from 'vscode';
import type { Problem, Repair } from '../../engine/hygiene/problem.ts';
import type { KeepResult } from '../../engine/hygiene/workspace/file-keeper.ts';
import { phrase } from '../../engine/phrase.ts';
import type { FileKeeper, ValueStore } from '../abilities.ts';
import type { Boundary } from '../commands.ts';
import { addEdits, rangeOf, translate } from '../convert.ts';
import { DisposableStore } from '../disposables.ts';
import { folderOf } from '../documents.ts';
import { commands, linkCommands } from '../ids.ts';
import type { KeysStore } from '../keys-store.ts';
import type { ProblemsStore } from '../problems-store.ts';
import { useAnotherValue } from '../repairs/another-value.ts';
import { deleteCopy } from '../repairs/delete-copy.ts';
import { keepTemplateValue } from '../repairs/keep-template-value.ts';
import type { RepairRequest, UntrackRequest } from '../requests.ts';
import { UserError } from '../user-error.ts';
import type { DetailNode } from '../views/key-details-outline.ts';
import type { KeysNode } from '../views/keys-outline.ts';
import type { WorkspaceChecks } from '../workspace-checks.ts';

export interface RepairProblemDeps {
  readonly files: FileKeeper | undefined;
  readonly store: ValueStore | undefined;
  readonly keys: KeysStore;
  readonly problems: ProblemsStore;
  readonly checks: WorkspaceChecks;
  /** Its selection, or that of the Key Details view, counts when the command comes without a row. */
  readonly view: Pick<vscode.TreeView<KeysNode>, 'selection'>;
  readonly selectedDetail: () => DetailNode | undefined;
  readonly boundary: Boundary;
}

export function registerRepairProblem(deps: RepairProblemDeps): vscode.Disposable {
  const store = new DisposableStore();
  store.add(deps.boundary.registerCommand(linkCommands.repair, ({ problem, repair }: RepairRequest) => apply(deps, problem, repair)));
  store.add(
    deps.boundary.registerCommand(commands.repairProblem, async (node?: KeysNode | DetailNode) => {
      const problem = problemOf(node) ?? problemOf(deps.selectedDetail()) ?? problemOf(deps.view.selection[0]);
      if (!problem) throw new UserError(phrase('Choose a problem in the Key Details view.'));
      const repair = await choose(problem.repairs ?? []);
      if (repair) await apply(deps, problem, repair);
    }),
  );
  return store;
}

function problemOf(node: KeysNode | DetailNode | undefined): Problem | undefined {
  if (node?.kind === 'problem') return node.problem;
  return node?.kind === 'detail' && node.target?.kind === 'problem' ? node.target.problem : undefined;
}

async function choose(repairs: readonly Repair[]): Promise<Repair | undefined> {
  if (repairs.length === 0) throw new UserError(phrase('Nothing is known that could be done about it automatically.'));
  if (repairs.length === 1) return repairs[0];
  const items = repairs.map(repair => ({ label: translate(repair.title), repair }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('What should be done about it?') }))?.repair;
}

async function apply(deps: RepairProblemDeps, problem: Problem, repair: Repair): Promise<void> {
  const uri = vscode.Uri.parse(problem.uri);
  switch (repair.kind) {
    case 'edits':
      return applyEdits(deps.problems, problem, repair);
    case 'open':
      await vscode.env.openExternal(vscode.Uri.parse(repair.url));
      return;
    case 'keep-value':
      return keepTemplateValue(deps.store, problem, repair);
    case 'another-value':
      return useAnotherValue(deps.keys, problem, repair.variable);
    case 'delete-file':
      return deleteCopy(deps.keys, uri);
    case 'git-untrack': {
      const request: UntrackRequest = { uri };
      await vscode.commands.executeCommand(linkCommands.untrack, request);
      return recheck(deps.checks);
    }
    case 'encrypt':
      await vscode.commands.executeCommand(commands.encryptEnvironmentFile, uri);
      return recheck(deps.checks);
    case 'owner-only':
      await onDisk(deps.files, uri, (files, request) => files.makeOwnerOnly(request));
      tellDone(vscode.l10n.t('Only its owner may read {0} now.', vscode.workspace.asRelativePath(uri)));
      return recheck(deps.checks);
    case 'git-ignore':
      await onDisk(deps.files, uri, (files, request) => files.ignoreInGit({ ...request, mayRunGit: vscode.workspace.isTrusted }));
      tellDone(vscode.l10n.t('Git ignores {0} now.', vscode.workspace.asRelativePath(uri)));
      return recheck(deps.checks);
  }
}

/** One undo. The text must be the one that the problem was found in. */
async function applyEdits(problems: ProblemsStore, problem: Problem, repair: Extract<Repair, { kind: 'edits' }>): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(problem.uri));
  const isThere = problems
    .at(document, rangeOf(problem))
    .some(({ checkId, span }) => checkId === problem.checkId && span.start === problem.span.start && span.end === problem.span.end);
  if (!isThere) throw new UserError(phrase('The file has changed in the meantime: try again.'));
  const edit = new vscode.WorkspaceEdit();
  addEdits(edit, document, repair.edits);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document, { selection: rangeOf(problem), preview: true });
}

async function onDisk(
  files: FileKeeper | undefined,
  uri: vscode.Uri,
  act: (files: FileKeeper, request: { readonly path: string; readonly root: string }) => Promise<KeepResult>,
): Promise<void> {
  if (!files || uri.scheme !== 'file') throw new UserError(phrase('This file is not on a disk that Key Hygiene can write to.'));
  const root = (folderOf(uri)?.uri ?? vscode.Uri.joinPath(uri, '..')).fsPath;
  const result = await act(files, { path: uri.fsPath, root });
  if (result.kind === 'failed') throw new UserError(result.reason);
}

function tellDone(text: string): void {
  vscode.window.setStatusBarMessage(`$(pass) ${text}`, 8000);
}

async function recheck(checks: WorkspaceChecks): Promise<void> {
  checks.forgetFacts();
  await checks.run();
}
