// Keeping a personal key, and what people are told of who gets it.

import * as vscode from 'vscode';
import { phrase } from '../engine/phrase.ts';
import type { PersonalKeys } from './personal-keys.ts';
import { doNotSaveTerminals } from './settings.ts';
import { tellDone } from './tell-done.ts';
import { UserError } from './user-error.ts';

/** Keys belong to a workspace, and one that is not trusted gets none. */
export function refuseUnready({ id }: PersonalKeys): void {
  if (!vscode.workspace.isTrusted) throw new UserError(phrase('In Restricted Mode no personal keys are kept or given to programs.'));
  if (id === undefined) throw new UserError(phrase('Open a folder first: personal keys are kept for a workspace.'));
}

/** Another value of that name goes only after the person has agreed. Throws where VS Code did not keep it. */
export async function keepPersonalKey(personalKeys: PersonalKeys, name: string, value: string): Promise<void> {
  const known = personalKeys.all().find(key => key.name === name);
  if (known) {
    const go = vscode.l10n.t('Replace');
    const question = vscode.l10n.t('{0} is kept already ({1}). Replace it?', name, known.masked);
    if ((await vscode.window.showWarningMessage(question, { modal: true }, go)) !== go) throw new vscode.CancellationError();
  }
  if (!(await personalKeys.keep(name, value))) throw new UserError(phrase('VS Code’s secret storage did not keep {0}.', name));
}

/** Resolves when the message is gone. */
export async function tellKept(personalKeys: PersonalKeys, name: string): Promise<void> {
  if (personalKeys.isGiven) return tellDone(vscode.l10n.t('{0} is kept. New terminals and tasks of this workspace get it.', name));
  const give = vscode.l10n.t('Give to Terminals…');
  const kept = vscode.l10n.t('{0} is kept in VS Code’s secret storage.', name);
  const chosen = await vscode.window.showInformationMessage(
    `${kept} ${whyNotGiven(personalKeys)}`,
    ...(personalKeys.isLogged ? [] : [give]),
  );
  if (chosen === give) await giveToTerminals(personalKeys);
}

function whyNotGiven({ isLogged }: PersonalKeys): string {
  return isLogged
    ? vscode.l10n.t('Terminals and tasks do not get it while the log level is Trace: VS Code logs their environment then.')
    : vscode.l10n.t('Terminals and tasks do not get it yet: VS Code saves their environment to disk when it is closed.');
}

export async function giveToTerminals(personalKeys: PersonalKeys): Promise<void> {
  refuseUnready(personalKeys);
  if (personalKeys.isLogged) {
    throw new UserError(
      phrase(
        'At the log level Trace VS Code logs the environment of terminals, so they get no personal keys. Choose another level first: “Developer: Set Log Level…”.',
      ),
    );
  }
  if (!personalKeys.isGiven) {
    const go = vscode.l10n.t('Do Not Save Terminals');
    const question = vscode.l10n.t('Give personal keys to every new terminal and task of their workspace?');
    const detail = vscode.l10n.t(
      'VS Code saves open terminals when it is closed, with their environment, in plain text on your disk. Keys may be in there only if it does not: this sets “terminal.integrated.persistentSessionReviveProcess” to “never” in your settings. Terminals then begin anew with VS Code.',
    );
    if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, go)) !== go) return;
    await doNotSaveTerminals();
  }
  tellDone(vscode.l10n.t('New terminals and tasks get the personal keys of their workspace.'));
}
