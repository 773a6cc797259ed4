// "Not a secret": accepts a value by its fingerprint, or a rule in a folder, in the project's policy file.

import * as vscode from 'vscode';
import { ignoreFingerprint, ignoreRule, type PolicyChange } from '../../engine/fixes/ignore-in-policy.ts';
import { phrase } from '../../engine/phrase.ts';
import { policyFileName } from '../../engine/settings/policy.ts';
import type { Boundary } from '../commands.ts';
import { DisposableStore } from '../disposables.ts';
import { fileOf, folderOf } from '../documents.ts';
import type { FindingsStore } from '../findings-store.ts';
import { linkCommands } from '../ids.ts';
import type { OpenDocuments } from '../open-documents.ts';
import type { Policies } from '../policies.ts';
import { readText } from '../read-text.ts';
import type { IgnoreRuleRequest, IgnoreValueRequest } from '../requests.ts';
import { UserError } from '../user-error.ts';

export interface IgnoreDeps {
  readonly findings: FindingsStore;
  readonly openDocuments: OpenDocuments;
  readonly policies: Policies;
  readonly boundary: Boundary;
}

export function registerIgnore(deps: IgnoreDeps): vscode.Disposable {
  const store = new DisposableStore();
  store.add(deps.boundary.registerCommand(linkCommands.ignoreValue, (request: IgnoreValueRequest) => ignoreValue(deps, request)));
  store.add(deps.boundary.registerCommand(linkCommands.ignoreRule, (request: IgnoreRuleRequest) => ignoreRuleInFolder(deps, request)));
  return store;
}

async function ignoreValue({ findings, openDocuments, policies }: IgnoreDeps, { place }: IgnoreValueRequest): Promise<void> {
  const document = await vscode.workspace.openTextDocument(place.uri);
  const folder = policyFolderOf(place.uri);
  await policies.reload();
  openDocuments.scanNow(document);
  const [finding] = findings.at(document, place.range);
  if (!finding) throw new UserError(phrase('The key is no longer there.'));
  const { fingerprint, ruleId } = finding;
  const ignored = { fingerprint, reason: ruleId };
  await changePolicy(policies, folder, (text, salt) => ignoreFingerprint(text, ignored, salt));
}

async function ignoreRuleInFolder({ policies }: IgnoreDeps, { uri, ruleId }: IgnoreRuleRequest): Promise<void> {
  const folder = policyFolderOf(uri);
  await policies.reload();
  const ignored = { rule: ruleId, path: globAround(fileOf(uri) ?? uri, folder) };
  await changePolicy(policies, folder, (text, salt) => ignoreRule(text, ignored, salt));
}

function policyFolderOf(uri: vscode.Uri): vscode.WorkspaceFolder {
  const folder = folderOf(uri);
  if (!folder) throw new UserError(phrase('{0} belongs to a workspace folder, and this file is in none.', policyFileName));
  if (!vscode.workspace.isTrusted) throw new UserError(phrase('{0} applies only in workspaces that you trust.', policyFileName));
  return folder;
}

/** Everything in the folder of the file, as a glob relative to the policy file. */
function globAround(file: vscode.Uri, folder: vscode.WorkspaceFolder): string {
  const inside = vscode.Uri.joinPath(file, '..').path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
  return inside === '' ? '**' : `${inside}/**`;
}

/** A policy without a salt takes the session's: fingerprints made so far stay true. */
async function changePolicy(
  policies: Policies,
  folder: vscode.WorkspaceFolder,
  change: (text: string | undefined, salt: string) => PolicyChange,
): Promise<void> {
  const uri = vscode.Uri.joinPath(folder.uri, policyFileName);
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  const outcome = change(open?.getText() ?? (await readText(uri)), policies.saltOf(folder));
  if (outcome.kind === 'withheld') throw new UserError(outcome.reason);
  if (outcome.kind === 'written') {
    if (open) await rewrite(open, outcome.text);
    else await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(outcome.text));
  }
  await policies.reload();
}

async function rewrite(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length)), text);
  const written = (await vscode.workspace.applyEdit(edit)) && (await document.save());
  if (!written) throw new UserError(phrase('{0} could not be saved.', policyFileName));
}
