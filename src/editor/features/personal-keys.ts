// “Keep a Personal Key…” and what goes with it: keys of one person for one workspace, in VS Code's secret storage.

import * as vscode from 'vscode';
import { phrase } from '../../engine/phrase.ts';
import type { Boundary } from '../commands.ts';
import { DisposableStore } from '../disposables.ts';
import { commands } from '../ids.ts';
import { giveToTerminals, keepPersonalKey, refuseUnready, tellKept } from '../keep-personal-key.ts';
import type { PersonalKey, PersonalKeys } from '../personal-keys.ts';
import { tellDone } from '../tell-done.ts';
import { UserError } from '../user-error.ts';

export interface PersonalKeysFeatureDeps {
  readonly personalKeys: PersonalKeys;
  readonly boundary: Boundary;
}

export function registerPersonalKeys({ personalKeys, boundary }: PersonalKeysFeatureDeps): vscode.Disposable {
  const store = new DisposableStore();
  // Nobody waits for a message to go.
  const tell = boundary.guard('tell', (name: string) => tellKept(personalKeys, name));
  const keep = async (): Promise<void> => tell(await keepAnother(personalKeys));
  store.add(boundary.registerCommand(commands.keepPersonalKey, keep));
  store.add(boundary.registerCommand(commands.removePersonalKey, () => removeChosen(personalKeys)));
  store.add(boundary.registerCommand(commands.showPersonalKeys, () => show(personalKeys)));
  store.add(boundary.registerCommand(commands.giveKeysToTerminals, () => giveToTerminals(personalKeys)));
  return store;
}

/** The name that it is kept under. */
async function keepAnother(personalKeys: PersonalKeys): Promise<string> {
  refuseUnready(personalKeys);
  const name = await askForName();
  await keepPersonalKey(personalKeys, name, await askForValue(name));
  return name;
}

async function removeChosen(personalKeys: PersonalKeys): Promise<void> {
  const key = await choose(personalKeys, vscode.l10n.t('Remove which personal key?'));
  if (key) await remove(personalKeys, key);
}

async function show(personalKeys: PersonalKeys): Promise<void> {
  const key = await choose(personalKeys, vscode.l10n.t('Personal keys of this workspace'));
  if (key) await act(personalKeys, key);
}

async function askForName(): Promise<string> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Keep a personal key'),
    prompt: vscode.l10n.t('Name of the environment variable that programs read it from'),
    placeHolder: 'OPENAI_API_KEY',
    ignoreFocusOut: true,
    validateInput: text => (/^[A-Za-z_]\w*$/.test(text.trim()) ? undefined : vscode.l10n.t('Letters, digits and underscores only.')),
  });
  if (name === undefined) throw new vscode.CancellationError();
  return name.trim();
}

async function askForValue(name: string): Promise<string> {
  const value = await vscode.window.showInputBox({
    title: vscode.l10n.t('Value of {0}', name),
    prompt: vscode.l10n.t('It is kept in VS Code’s secret storage, for this workspace, and in no file.'),
    password: true,
    ignoreFocusOut: true,
    validateInput: text => (text.includes('\0') || text === '' ? vscode.l10n.t('Enter a value.') : undefined),
  });
  if (value === undefined) throw new vscode.CancellationError();
  return value;
}

function refuseNone(personalKeys: PersonalKeys): void {
  refuseUnready(personalKeys);
  if (personalKeys.all().length === 0)
    throw new UserError(phrase('No personal keys are kept for this workspace: “Keep a Personal Key…” does that.'));
}

async function choose(personalKeys: PersonalKeys, title: string): Promise<PersonalKey | undefined> {
  refuseNone(personalKeys);
  const items = personalKeys.all().map(key => ({ label: `$(key) ${key.name}`, description: key.masked, key }));
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.key;
}

async function act(personalKeys: PersonalKeys, key: PersonalKey): Promise<void> {
  const replace = { label: `$(edit) ${vscode.l10n.t('Set Value…')}` };
  const copy = { label: `$(copy) ${vscode.l10n.t('Copy Name')}` };
  const away = { label: `$(trash) ${vscode.l10n.t('Remove…')}` };
  const chosen = await vscode.window.showQuickPick([replace, copy, away], { title: `${key.name} ${key.masked}` });
  if (chosen === copy) await vscode.env.clipboard.writeText(key.name);
  if (chosen === away) await remove(personalKeys, key);
  if (chosen !== replace) return;
  const value = await askForValue(key.name);
  if (!(await personalKeys.keep(key.name, value))) throw new UserError(phrase('VS Code’s secret storage did not keep {0}.', key.name));
  tellDone(vscode.l10n.t('{0} is kept.', key.name));
}

async function remove(personalKeys: PersonalKeys, { name, masked }: PersonalKey): Promise<void> {
  const go = vscode.l10n.t('Remove');
  const question = vscode.l10n.t('Remove the personal key {0} ({1})?', name, masked);
  const detail = vscode.l10n.t(
    'The value is gone then, unless it is kept elsewhere. Terminals that are open have it until they are closed.',
  );
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, go)) !== go) return;
  if (!(await personalKeys.remove(name))) throw new UserError(phrase('VS Code’s secret storage did not remove {0}.', name));
  tellDone(vscode.l10n.t('{0} is removed.', name));
}
