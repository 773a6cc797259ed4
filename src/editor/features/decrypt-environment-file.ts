// “Decrypt Environment File…”: the values stand in the clear again, after a person has agreed and git ignores the file.

import * as vscode from 'vscode';
import { decryptRows } from '../../engine/env-file/encrypted/decrypt-rows.ts';
import { phrase } from '../../engine/phrase.ts';
import { breathe } from '../async.ts';
import type { Boundary } from '../commands.ts';
import { type Encryption, openEncryptedFile, privateKeyFor, writeEnvironmentFile } from '../encryption.ts';
import { commands } from '../ids.ts';
import { tellDone } from '../tell-done.ts';
import { UserError } from '../user-error.ts';

export interface DecryptDeps {
  readonly encryption: Encryption | undefined;
  readonly boundary: Boundary;
}

export function registerDecryptEnvironmentFile({ encryption, boundary }: DecryptDeps): vscode.Disposable {
  return boundary.registerCommand(commands.decryptEnvironmentFile, async (uri?: vscode.Uri) => {
    if (!encryption) throw new UserError(phrase('Values cannot be decrypted in this editor.'));
    const file = await openEncryptedFile(uri);
    const go = vscode.l10n.t('Decrypt');
    const detail = vscode.l10n.t(
      'Its values are then on your disk in plain text, for every program that can read the file. Git has to ignore it. To see or change a value, “Decrypt for Editing” is enough: that writes nothing in the clear.',
    );
    const question = vscode.l10n.t('Write the values of {0} in plain text?', file.name);
    if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, go)) !== go) return;
    const privateKey = await privateKeyFor(encryption, file);
    const cipher = await encryption.files.cipher();
    const change = await decryptRows({ text: file.text, fileName: file.name, privateKey, cipher, breathe });
    if (change.kind === 'refused') throw new UserError(change.reason);
    await writeEnvironmentFile(encryption, file, { ...change, isPlain: true });
    tellDone(vscode.l10n.t('{0} is plain text again; its private key stays where it is.', file.name));
  });
}
