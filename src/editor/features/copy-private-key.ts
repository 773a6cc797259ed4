// “Copy Private Key…”: for a colleague, a server or a pipeline that has to open the file, too. VS Code’s secret storage shows it to nobody.

import * as vscode from 'vscode';
import { phrase } from '../../engine/phrase.ts';
import type { Boundary } from '../commands.ts';
import { type Encryption, openEncryptedFile, privateKeyFor } from '../encryption.ts';
import { commands } from '../ids.ts';
import { tellDone } from '../tell-done.ts';
import { UserError } from '../user-error.ts';

export interface CopyPrivateKeyDeps {
  readonly encryption: Encryption | undefined;
  readonly boundary: Boundary;
}

export function registerCopyPrivateKey({ encryption, boundary }: CopyPrivateKeyDeps): vscode.Disposable {
  return boundary.registerCommand(commands.copyPrivateKey, async (uri?: vscode.Uri) => {
    if (!encryption) throw new UserError(phrase('Values cannot be decrypted in this editor.'));
    const file = await openEncryptedFile(uri);
    const go = vscode.l10n.t('Copy');
    const question = vscode.l10n.t('Copy the private key of {0} to the clipboard?', file.name);
    const detail = vscode.l10n.t(
      'Whoever has it can read every value of the file, in every version of it. Programs take it from the environment variable {0}. Hand it on by a password manager or as a secret of the pipeline, and clear the clipboard.',
      file.header.privateKeyName,
    );
    if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, go)) !== go) return;
    await vscode.env.clipboard.writeText(await privateKeyFor(encryption, file));
    tellDone(vscode.l10n.t('The private key of {0} is in the clipboard.', file.name));
  });
}
