// What `Ctrl+.` offers on a row of an environment file: encrypt the file, or see and set what is encrypted.

import * as vscode from 'vscode';
import { isEncryptable as isEncryptableRow } from '../../engine/env-file/encrypted/encrypt-rows.ts';
import { isEncryptedValue } from '../../engine/env-file/encrypted/value-cipher.ts';
import type { Definition } from '../../engine/usages/read-definitions.ts';
import { isSecretName } from '../../engine/usages/secret-name.ts';
import { type Encryption, isEncryptable, rowAt } from '../encryption.ts';
import { commands } from '../ids.ts';
import type { SetValueRequest } from '../requests.ts';

const kind = vscode.CodeActionKind.RefactorRewrite;

export function registerEncryptionActions(encryption: Encryption | undefined): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { language: 'dotenv', scheme: 'file' },
    {
      provideCodeActions: (document, range) => {
        const row = encryption && isEncryptable(document) ? rowAt(document, range) : undefined;
        return row ? actionsFor(row, document) : [];
      },
    },
    { providedCodeActionKinds: [kind] },
  );
}

function actionsFor(row: Definition, document: vscode.TextDocument): vscode.CodeAction[] {
  const file = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  if (isEncryptedValue(row.value)) {
    const request: SetValueRequest = { uri: document.uri, name: row.name };
    return [
      action(vscode.l10n.t('Set the value of {0}…', row.name), commands.setEncryptedValue, request),
      action(vscode.l10n.t('Decrypt {0} for editing', file), commands.decryptForEditing, document.uri),
    ];
  }
  const isWorthIt = isEncryptableRow(row) && isSecretName(row.name);
  return isWorthIt ? [action(vscode.l10n.t('Encrypt {0}…', file), commands.encryptEnvironmentFile, document.uri)] : [];
}

function action(title: string, command: string, argument: unknown): vscode.CodeAction {
  const result = new vscode.CodeAction(title, kind);
  result.command = { title, command, arguments: [argument] };
  return result;
}
