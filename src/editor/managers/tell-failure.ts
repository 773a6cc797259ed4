// Why a secret manager could not be used, with the buttons that help.

import * as vscode from 'vscode';
import { settingOfManager } from '../../engine/managers/connection-words.ts';
import type { ManagerConnection, StoreFailed } from '../../engine/managers/secret-store.ts';
import { translate } from '../convert.ts';
import { commands, settingsSection } from '../ids.ts';
import { actionsAfter, type FailureAction, signInCommands } from './failure-actions.ts';
import type { SignIn } from './sign-in.ts';

export interface Failure {
  readonly connection: ManagerConnection;
  readonly failed: StoreFailed;
  /** What exists where now. */
  readonly state: string;
  readonly signIn: SignIn;
}

/** Whether the user wants to try again. */
export async function tellFailure({ connection, failed, state, signIn }: Failure): Promise<'again' | undefined> {
  const actions = actionsAfter(failed, connection.manager);
  const titles = new Map(actions.map(action => [titleOf(action), action]));
  const show = failed.why === 'cancelled' ? vscode.window.showInformationMessage : vscode.window.showErrorMessage;
  for (;;) {
    const chosen = await show(`${translate(failed.reason)} ${state}`, ...titles.keys());
    const action = chosen === undefined ? undefined : titles.get(chosen);
    if (action === undefined || action === 'again') return action;
    if (action === 'sign-in' && (await signIn.signIn(connection))) return 'again';
    await help(action, connection);
  }
}

function titleOf(action: FailureAction): string {
  const titles: Readonly<Record<FailureAction, string>> = {
    'sign-in': vscode.l10n.t('Sign In…'),
    'copy-sign-in': vscode.l10n.t('Copy Sign-In Command'),
    again: vscode.l10n.t('Try Again'),
    settings: vscode.l10n.t('Open Settings'),
    log: vscode.l10n.t('Show Log'),
  };
  return titles[action];
}

/** The message comes back afterwards: there is still something to try again. */
async function help(action: FailureAction, { manager }: ManagerConnection): Promise<void> {
  if (action === 'copy-sign-in') await vscode.env.clipboard.writeText(signInCommands[manager] ?? '');
  if (action === 'log') await vscode.commands.executeCommand(commands.showLog);
  if (action === 'settings') {
    await vscode.commands.executeCommand('workbench.action.openSettings', `${settingsSection}.${settingOfManager[manager]}`);
  }
}
