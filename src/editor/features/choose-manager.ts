// “Choose Secret Manager…”: which one keys are moved to, what it has to be told, and whom the answer is for.

import * as vscode from 'vscode';
import { managers } from '../../engine/managers/catalogue.ts';
import { type ConnectionSettings, type ConnectionWord, settingOfManager, wordsOf } from '../../engine/managers/connection-words.ts';
import type { Manager } from '../../engine/managers/manager.ts';
import type { Settings } from '../../engine/settings/settings.ts';
import type { Boundary } from '../commands.ts';
import { translate } from '../convert.ts';
import { folderOf } from '../documents.ts';
import type { Engines } from '../engines.ts';
import { commands } from '../ids.ts';
import type { SecretDesk } from '../managers/secret-desk.ts';
import { type SettingTarget, writeSetting } from '../settings.ts';
import { UserError } from '../user-error.ts';

export interface ChooseManagerDeps {
  readonly engines: Engines;
  readonly desk: SecretDesk;
  readonly boundary: Boundary;
}

export function registerChooseManager(deps: ChooseManagerDeps): vscode.Disposable {
  return deps.boundary.registerCommand(commands.chooseManager, async (uri?: vscode.Uri) => {
    const refusal = deps.desk.refusal();
    if (refusal) throw new UserError(refusal);
    const folder = await folderFor(uri instanceof vscode.Uri ? uri : undefined);
    if (folder === 'cancelled') return;
    const { settings } = deps.engines.forFolder(folder);
    const chosen = await chooseManager(settings);
    if (chosen === undefined) return;
    const said = chosen === 'none' ? {} : await askWords(chosen, settings[settingOfManager[chosen.id]]);
    const target = said && (await chooseTarget(folder));
    if (target === undefined || said === undefined) return;
    if (chosen !== 'none') await writeSetting(settingOfManager[chosen.id], said, target);
    await writeSetting('manager', chosen === 'none' ? 'none' : chosen.id, target);
    const done =
      chosen === 'none' ? vscode.l10n.t('No secret manager is used.') : vscode.l10n.t('Keys can be moved to {0} now.', chosen.title);
    vscode.window.setStatusBarMessage(`$(pass) ${done}`, 8000);
  });
}

/** The one of the file, else the only one, else the one that the user picks. */
async function folderFor(uri: vscode.Uri | undefined): Promise<vscode.WorkspaceFolder | undefined | 'cancelled'> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (uri) return folderOf(uri);
  if (folders.length < 2) return folders[0];
  const placeHolder = vscode.l10n.t('Folder whose keys are to be moved to a secret manager');
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder })) ?? 'cancelled';
}

async function chooseManager({ manager: current }: Settings): Promise<Manager | 'none' | undefined> {
  const items = managers.map(manager => ({
    label: manager.title,
    ...(manager.id === current && { description: vscode.l10n.t('chosen') }),
    detail: vscode.l10n.t('Asks for: {0}', asksFor(manager)),
    manager: manager as Manager | 'none',
  }));
  const none = {
    label: vscode.l10n.t('None'),
    ...(current === 'none' && { description: vscode.l10n.t('chosen') }),
    detail: vscode.l10n.t('Keys go to environment variables and .env files.'),
    manager: 'none' as const,
  };
  const title = vscode.l10n.t('Choose Secret Manager');
  const placeHolder = vscode.l10n.t('Where should keys be moved to?');
  return (await vscode.window.showQuickPick([...items, none], { title, placeHolder, matchOnDetail: true }))?.manager;
}

function asksFor({ id }: Manager): string {
  return askedWords(id).map(shortLabel).join(', ');
}

/** Without what is said of an empty answer. */
function shortLabel({ label }: ConnectionWord): string {
  return translate(label).split(';', 1)[0] ?? '';
}

function askedWords(id: Manager['id']): readonly ConnectionWord[] {
  return wordsOf(id).filter(({ needed }) => needed !== 'seldom');
}

/** One box after the other, each with what was said before. What is not asked for stays as it is. */
async function askWords({ id, title }: Manager, said: ConnectionSettings): Promise<ConnectionSettings | undefined> {
  const words = askedWords(id);
  const answers: Record<string, string> = { ...said };
  for (const [index, word] of words.entries()) {
    const answer = await vscode.window.showInputBox({
      title: vscode.l10n.t('{0} ({1} of {2})', title, index + 1, words.length),
      prompt: translate(word.label),
      placeHolder: vscode.l10n.t('such as {0}', word.example),
      value: said[word.word] ?? word.preset ?? '',
      ignoreFocusOut: true,
      validateInput: text => whatIsWrong(word, text.trim()),
    });
    if (answer === undefined) return undefined;
    if (answer.trim() === '') delete answers[word.word];
    else answers[word.word] = answer.trim();
  }
  return answers;
}

function whatIsWrong(word: ConnectionWord, text: string): string | undefined {
  const { form, mustBe, needed } = word;
  if (text === '') return needed === 'always' ? vscode.l10n.t('It cannot be reached without this.') : undefined;
  return form.test(text) ? undefined : translate(mustBe(shortLabel(word)));
}

async function chooseTarget(folder: vscode.WorkspaceFolder | undefined): Promise<SettingTarget | undefined> {
  if (!folder) return 'user';
  const items: (vscode.QuickPickItem & { readonly target: SettingTarget })[] = [
    {
      label: vscode.l10n.t('For {0}', folder.name),
      detail: vscode.l10n.t('In .vscode/settings.json, without credentials: your team shares it if it is committed.'),
      target: folder,
    },
    { label: vscode.l10n.t('For me, in all workspaces'), detail: vscode.l10n.t('In your user settings.'), target: 'user' },
  ];
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Where should the choice count?') }))?.target;
}
