// “Use Another Key Here”: a row of an environment file takes a key of its own. The provider’s page, where such a key is made, is a
// button away; what is typed goes into the row and nowhere else, unsaved and with one undo.

import * as vscode from 'vscode';
import { replaceValue } from '../../engine/env-file/replace-value.ts';
import type { Problem } from '../../engine/hygiene/problem.ts';
import { phrase } from '../../engine/phrase.ts';
import { providerById } from '../../engine/rules/providers.ts';
import { addEdits, rangeOf } from '../convert.ts';
import type { KeysStore } from '../keys-store.ts';
import { UserError } from '../user-error.ts';

export async function useAnotherValue(keys: KeysStore, problem: Problem, variable: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(problem.uri));
  await vscode.window.showTextDocument(document, { selection: rangeOf(problem) });
  const value = await ask(variable, vscode.workspace.asRelativePath(document.uri), pageOf(keys, problem));
  if (value === undefined) return;
  const replaced = replaceValue(document.getText(), variable, problem.line, value);
  if (replaced.kind === 'gone') throw new UserError(phrase('{0} is no longer there.', variable));
  if (replaced.kind === 'refused') throw new UserError(replaced.reason);
  const edit = new vscode.WorkspaceEdit();
  addEdits(edit, document, [replaced.edit]);
  await vscode.workspace.applyEdit(edit);
}

function ask(variable: string, file: string, page: string | undefined): Promise<string | undefined> {
  const box = vscode.window.createInputBox();
  const tooltip = vscode.l10n.t('Open the provider’s page');
  box.title = vscode.l10n.t('Another Key for {0}', variable);
  box.prompt = vscode.l10n.t('The new key for {0} in {1}. It is written into this row and nowhere else.', variable, file);
  box.password = true;
  // People fetch the key from a browser.
  box.ignoreFocusOut = true;
  box.buttons = page === undefined ? [] : [{ iconPath: new vscode.ThemeIcon('link-external'), tooltip }];
  return new Promise(resolve => {
    box.onDidTriggerButton(() => page !== undefined && void vscode.env.openExternal(vscode.Uri.parse(page)));
    box.onDidAccept(() => {
      const value = box.value.trim();
      if (value === '') return;
      resolve(value);
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}

function pageOf(keys: KeysStore, { uri, line }: Problem): string | undefined {
  const usage = keys.usagesIn(vscode.Uri.parse(uri)).find(place => place.line === line);
  const provider = (usage && keys.keyOf(usage)?.provider) ?? usage?.provider;
  return provider === undefined ? undefined : providerById(provider)?.revokeUrl;
}
