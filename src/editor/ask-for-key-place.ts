// Where a new private key is to be kept, as the person chooses; and keeping it there.

import * as vscode from 'vscode';
import type { EncryptedHeader } from '../engine/env-file/encrypted/header.ts';
import { privateKeyFileName } from '../engine/env-file/encrypted/private-key-file.ts';
import type { KeyPair } from '../engine/env-file/encrypted/value-cipher.ts';
import { phrase } from '../engine/phrase.ts';
import type { Encryption, EnvironmentFile } from './encryption.ts';
import { UserError } from './user-error.ts';

export type KeyPlace = { readonly where: 'vscode' } | { readonly where: 'outside' | 'beside'; readonly keyPath: string };

interface PlaceItem extends vscode.QuickPickItem {
  readonly where: KeyPlace['where'];
}

/** Leaving the question is a cancellation. */
export async function askForKeyPlace({ name, path, root, uri }: EnvironmentFile): Promise<KeyPlace> {
  const items: readonly PlaceItem[] = [
    {
      where: 'vscode',
      label: `$(lock) ${vscode.l10n.t('VS Code’s secret storage')}`,
      detail: vscode.l10n.t('On this machine, encrypted by the system. Terminals and tasks can be given it.'),
    },
    {
      where: 'outside',
      label: `$(key) ${vscode.l10n.t('A key file outside the repository…')}`,
      detail: vscode.l10n.t('Only its owner may read it.'),
    },
    {
      where: 'beside',
      label: `$(file) ${vscode.l10n.t('{0} beside {1}', privateKeyFileName, name)}`,
      detail: vscode.l10n.t('Where dotenvx looks by itself. Git has to ignore it first, and only its owner may read it.'),
    },
  ];
  const title = vscode.l10n.t('Where should the private key of {0} be kept?', name);
  const chosen = await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true });
  if (!chosen) throw new vscode.CancellationError();
  if (chosen.where === 'vscode') return { where: 'vscode' };
  if (chosen.where === 'beside') return { where: 'beside', keyPath: path.slice(0, -name.length) + privateKeyFileName };
  return { where: 'outside', keyPath: await askForKeyFile(uri, root) };
}

async function askForKeyFile(uri: vscode.Uri, root: string): Promise<string> {
  const folder = uri.path.split('/').at(-2) || 'project';
  const proposed = `~/.config/dotenvx/${folder}.env.keys`;
  const keyPath = await vscode.window.showInputBox({
    title: vscode.l10n.t('Key file outside the repository'),
    prompt: vscode.l10n.t('The whole path. The file is made if it is not there; keys that are in it stay.'),
    value: proposed,
    ignoreFocusOut: true,
    validateInput: text => whatIsWrong(text.trim(), root, proposed),
  });
  if (keyPath === undefined) throw new vscode.CancellationError();
  return keyPath.trim();
}

/** Where links lead is looked at when the key is kept. */
function whatIsWrong(keyPath: string, root: string, example: string): string | undefined {
  if (!/^(?:~|[A-Za-z]:)?[/\\].*[^/\\]$/.test(keyPath)) return vscode.l10n.t('Enter the whole path of a file, such as {0}.', example);
  const isInside = keyPath.startsWith(root) && /^[/\\]/.test(keyPath.slice(root.replace(/[/\\]$/, '').length));
  return isInside ? vscode.l10n.t('This is inside the workspace folder: choose a place outside it.') : undefined;
}

/** Throws with the reason where it cannot be kept. Nothing was encrypted then. */
export async function keepKey(
  { files, privateKeys }: Encryption,
  file: EnvironmentFile,
  header: EncryptedHeader,
  pair: KeyPair,
  place: KeyPlace,
): Promise<KeyPlace> {
  if (place.where === 'vscode') {
    if (await privateKeys.keepInVsCode(pair.publicKey, pair.privateKey)) return place;
    throw new UserError(phrase('VS Code’s secret storage did not keep the private key: choose another place.'));
  }
  const result = await files.keepKey({
    ...place,
    root: file.root,
    name: header.privateKeyName,
    privateKey: pair.privateKey,
    fileName: file.name,
  });
  if (result.kind === 'failed') throw new UserError(result.reason);
  if (place.where === 'outside') await privateKeys.rememberKeyFile(pair.publicKey, result.keyPath);
  return { ...place, keyPath: result.keyPath };
}
