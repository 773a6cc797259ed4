// “Sign In to Vault…”: a token for the server that the folder's keys go to, kept by VS Code and by nobody else.

import * as vscode from 'vscode';
import { connectionFrom } from '../../engine/managers/connection-words.ts';
import type { Boundary } from '../commands.ts';
import { folderOf } from '../documents.ts';
import type { Engines } from '../engines.ts';
import { commands } from '../ids.ts';
import type { SecretDesk } from '../managers/secret-desk.ts';
import type { SignIn } from '../managers/sign-in.ts';
import { UserError } from '../user-error.ts';

export interface SignInToVaultDeps {
  readonly engines: Engines;
  readonly desk: SecretDesk;
  readonly signIn: SignIn;
  readonly boundary: Boundary;
}

export function registerSignInToVault({ engines, desk, signIn, boundary }: SignInToVaultDeps): vscode.Disposable {
  return boundary.registerCommand(commands.signInToVault, async () => {
    const refusal = desk.refusal();
    if (refusal) throw new UserError(refusal);
    const document = vscode.window.activeTextEditor?.document;
    const folder = (document && folderOf(document.uri)) ?? vscode.workspace.workspaceFolders?.[0];
    const outcome = await signIn.askVaultToken(connectionFrom('vault', engines.forFolder(folder).settings.vault));
    if (outcome === undefined) return;
    const done = outcome === 'kept' ? vscode.l10n.t('The Vault token is kept.') : vscode.l10n.t('The Vault token is forgotten.');
    vscode.window.setStatusBarMessage(`$(pass) ${done}`, 8000);
  });
}
