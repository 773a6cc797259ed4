// Quick fixes as the light bulb asks for them, and as choosing one carries them out.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { rangeOfText } from './diagnosed.ts';
import { waitForDiagnostics } from './key-hygiene-diagnostics.ts';

/** What is offered on the text once it is flagged. VS Code leaves out what is disabled. */
export async function quickFixesOn(document: vscode.TextDocument, text: string): Promise<vscode.CodeAction[]> {
  const range = rangeOfText(document, text);
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
}

export async function preferredQuickFix(document: vscode.TextDocument, text: string): Promise<vscode.CodeAction> {
  const actions = await quickFixesOn(document, text);
  const preferred = actions.filter(({ isPreferred }) => isPreferred);
  assert.equal(preferred.length, 1, `${preferred.length} are preferred of ${actions.map(({ title }) => title).join(' · ')}`);
  return preferred[0] ?? assert.fail();
}

export async function quickFixNamed(document: vscode.TextDocument, text: string, title: RegExp): Promise<vscode.CodeAction> {
  const actions = await quickFixesOn(document, text);
  return actions.find(action => title.test(action.title)) ?? assert.fail(`only ${actions.map(action => action.title).join(' · ')}`);
}

/** As VS Code does it when the action is chosen. */
export async function choose({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) assert.ok(await vscode.workspace.applyEdit(edit));
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** Waits until the key is flagged, then chooses the preferred action. */
export async function fix(document: vscode.TextDocument, key: string): Promise<void> {
  await waitForDiagnostics(document.uri, 1);
  await choose(await preferredQuickFix(document, key));
}
