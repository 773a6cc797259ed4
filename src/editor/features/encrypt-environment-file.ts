// “Encrypt Environment File…”: chosen values are locked in place. The private key is kept first, and every value that was written
// has been opened again and compared before the file is touched.

import * as vscode from 'vscode';
import { encryptRows, isEncryptable as isEncryptableRow, uniqueNames } from '../../engine/env-file/encrypted/encrypt-rows.ts';
import { type EncryptedHeader, headerFor } from '../../engine/env-file/encrypted/header.ts';
import { runCommand } from '../../engine/env-file/encrypted/run-command.ts';
import type { KeyPair } from '../../engine/env-file/encrypted/value-cipher.ts';
import { phrase } from '../../engine/phrase.ts';
import { mask } from '../../engine/secret.ts';
import { type Definition, readDefinitions } from '../../engine/usages/read-definitions.ts';
import { isSecretName } from '../../engine/usages/secret-name.ts';
import { askForKeyPlace, type KeyPlace, keepKey } from '../ask-for-key-place.ts';
import { breathe } from '../async.ts';
import type { Boundary } from '../commands.ts';
import { type Encryption, type EnvironmentFile, openEnvironmentFile, privateKeyFor, writeEnvironmentFile } from '../encryption.ts';
import { commands } from '../ids.ts';
import type { KeysStore } from '../keys-store.ts';
import type { PersonalKeys } from '../personal-keys.ts';
import { UserError } from '../user-error.ts';

export interface EncryptDeps {
  readonly encryption: Encryption | undefined;
  readonly personalKeys: PersonalKeys;
  readonly keys: KeysStore;
  readonly boundary: Boundary;
}

export function registerEncryptEnvironmentFile(deps: EncryptDeps): vscode.Disposable {
  return deps.boundary.registerCommand(commands.encryptEnvironmentFile, async (uri?: vscode.Uri) => {
    if (!deps.encryption) throw new UserError(phrase('Values cannot be encrypted in this editor.'));
    const file = await openEnvironmentFile(uri);
    const rows = readDefinitions(file.text).filter(isEncryptableRow);
    if (rows.length === 0) throw new UserError(phrase('{0} has no values that stand in the clear.', file.name));
    const names = await askForRows(deps, file, rows);
    const key = await keyFor(deps.encryption, file);
    const { cipher } = deps.encryption.files;
    const change = await encryptRows({ text: file.text, fileName: file.name, names, ...key, cipher: await cipher(), breathe });
    if (change.kind === 'refused') throw new UserError(change.reason);
    const kept = key.place && (await keepKey(deps.encryption, file, key.header, { ...key.header, privateKey: key.privateKey }, key.place));
    await writeEnvironmentFile(deps.encryption, file, change);
    const isGiven = kept?.where === 'vscode' && (await deps.personalKeys.giveOpener(key.header.privateKeyName, key.header.publicKey));
    const expanded = rows.filter(row => names.has(row.name) && isExpanded(row, file.text));
    deps.boundary.guard('tell', () => tellEncrypted(file, change.names, kept, isGiven, uniqueNames(expanded)))();
  });
}

interface FileKey {
  readonly header: EncryptedHeader;
  readonly privateKey: string;
  /** Of a key that is new. */
  readonly place?: KeyPlace;
}

/** A file that has encrypted values keeps its key. */
async function keyFor(encryption: Encryption, file: EnvironmentFile): Promise<FileKey> {
  if (file.header) return { header: file.header, privateKey: await privateKeyFor(encryption, { ...file, header: file.header }) };
  const place = await askForKeyPlace(file);
  const { publicKey, privateKey }: KeyPair = (await encryption.files.cipher()).newKeyPair();
  return { header: headerFor(file.name, publicKey), privateKey, place };
}

interface RowItem extends vscode.QuickPickItem {
  readonly name: string;
}

/** Those that look like secrets are ticked. Values are shown masked. */
async function askForRows(
  { keys }: EncryptDeps,
  { uri, name: file }: EnvironmentFile,
  rows: readonly Definition[],
): Promise<ReadonlySet<string>> {
  const known = new Set(keys.usagesIn(uri).flatMap(({ kind, name }) => (kind === 'config' && name !== undefined ? [name] : [])));
  const byName = new Map(rows.map(row => [row.name, row]));
  const items = [...byName.values()].map(
    ({ name, value }): RowItem => ({ label: name, description: mask(value), picked: known.has(name) || isSecretName(name), name }),
  );
  const title = vscode.l10n.t('Encrypt in {0}', file);
  const placeHolder = vscode.l10n.t('Tick the values to encrypt; those that look like secrets are ticked');
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder, canPickMany: true, ignoreFocusOut: true });
  if (!chosen) throw new vscode.CancellationError();
  if (chosen.length === 0) throw new UserError(phrase('Nothing was ticked, so nothing was encrypted.'));
  return new Set(chosen.map(({ name }) => name));
}

/** dotenvx fills in what such a value names, before and after, unless it stands between single quotes. */
function isExpanded({ value, valueSpan }: Definition, text: string): boolean {
  return value.includes('$') && text.charAt(valueSpan.start - 1) !== "'";
}

async function tellEncrypted(
  file: EnvironmentFile,
  names: readonly string[],
  kept: KeyPlace | undefined,
  isGiven: boolean,
  expanded: readonly string[],
): Promise<void> {
  const copy = vscode.l10n.t('Copy Command');
  // Terminals open in the workspace folder.
  const command = runCommand(vscode.workspace.asRelativePath(file.uri, false), kept?.where === 'outside' ? kept.keyPath : undefined);
  const sentences = [
    vscode.l10n.t('Encrypted in {0}: {1}. Programs get the values through “{2} …”.', file.name, listed(names), command),
    kept?.where === 'vscode' && !isGiven
      ? vscode.l10n.t('Terminals do not have its private key yet: “Give Personal Keys to Terminals…” does that.')
      : undefined,
    expanded.length === 0
      ? undefined
      : vscode.l10n.t('dotenvx fills in “$…” in {0}: put single quotes around a value that it should leave alone.', expanded.join(', ')),
    vscode.l10n.t('Copies made before (git, backups, VS Code’s Local History) still hold the values.'),
  ];
  const chosen = await vscode.window.showInformationMessage(sentences.filter(sentence => sentence !== undefined).join(' '), copy);
  if (chosen === copy) await vscode.env.clipboard.writeText(`${command} `);
}

/** A message is no place for fifty names. */
function listed(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join(', ')}, …` : names.join(', ');
}
