// “Set Value in Encrypted File…”: a value goes from an input box into the file, encrypted. The public key is enough for that.

import * as vscode from 'vscode';
import { isPublicKeyName } from '../../engine/env-file/encrypted/key-names.ts';
import { setEncryptedVariable } from '../../engine/env-file/encrypted/set-encrypted-variable.ts';
import { phrase } from '../../engine/phrase.ts';
import { readDefinitions } from '../../engine/usages/read-definitions.ts';
import type { Boundary } from '../commands.ts';
import { decryptedScheme, fileOfDecrypted } from '../decrypted-uri.ts';
import { type EncryptedFile, type Encryption, openEncryptedFile, rowAt, writeEnvironmentFile } from '../encryption.ts';
import { commands } from '../ids.ts';
import type { SetValueRequest } from '../requests.ts';
import { tellDone } from '../tell-done.ts';
import { UserError } from '../user-error.ts';

export interface SetEncryptedValueDeps {
  readonly encryption: Encryption | undefined;
  readonly boundary: Boundary;
}

export function registerSetEncryptedValue({ encryption, boundary }: SetEncryptedValueDeps): vscode.Disposable {
  return boundary.registerCommand(commands.setEncryptedValue, async (request?: SetValueRequest) => {
    if (!encryption) throw new UserError(phrase('Values cannot be encrypted in this editor.'));
    const asked = request ?? requestInFront();
    const file = await openEncryptedFile(asked?.uri);
    const name = asked?.name ?? (await askForName(file));
    const value = await askForValue(file.name, name);
    const cipher = await encryption.files.cipher();
    const change = setEncryptedVariable({ text: file.text, header: file.header, name, value, mayReplace: true, cipher });
    if (change.kind === 'refused') throw new UserError(change.reason);
    if (change.kind !== 'written') throw new UserError(phrase('{0} in {1} already has another value.', name, file.name));
    const isNew = !readDefinitions(file.text).some(row => row.name === name);
    await writeEnvironmentFile(encryption, file, { text: change.text, names: [name], ...(isNew && { newName: name }) });
    tellDone(vscode.l10n.t('{0} is encrypted in {1}.', name, file.name));
  });
}

/** The row that the cursor is in, of the encrypted file or of what shows it in the clear. */
function requestInFront(): Partial<SetValueRequest> | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  const row = rowAt(document, document.lineAt(selection.active.line).range);
  const uri = document.uri.scheme === decryptedScheme ? fileOfDecrypted(document.uri) : document.uri;
  return row && !isPublicKeyName(row.name) ? { uri, name: row.name } : { uri };
}

async function askForName({ name: file, text }: EncryptedFile): Promise<string> {
  const names = new Set(
    readDefinitions(text)
      .map(({ name }) => name)
      .filter(name => !isPublicKeyName(name)),
  );
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Set a value in {0}', file),
    prompt: vscode.l10n.t('Name of the variable, one of the file or a new one: {0}', [...names].join(', ')),
    ignoreFocusOut: true,
    validateInput: text => (/^[A-Za-z_]\w*$/.test(text.trim()) ? undefined : vscode.l10n.t('Letters, digits and underscores only.')),
  });
  if (name === undefined) throw new vscode.CancellationError();
  return name.trim();
}

async function askForValue(file: string, name: string): Promise<string> {
  const value = await vscode.window.showInputBox({
    title: vscode.l10n.t('Value of {0}', name),
    prompt: vscode.l10n.t('It is written to {0} encrypted, and nowhere else.', file),
    password: true,
    ignoreFocusOut: true,
  });
  if (value === undefined) throw new vscode.CancellationError();
  return value;
}
