// What the features around encrypted environment files share: the file as text, its private key, and writing it.

import * as vscode from 'vscode';
import type { EncryptedFiles } from '../engine/env-file/encrypted/encrypted-files.ts';
import { type EncryptedHeader, readHeader } from '../engine/env-file/encrypted/header.ts';
import { isPrivateKeyFile } from '../engine/env-file/encrypted/private-key-file.ts';
import { phrase } from '../engine/phrase.ts';
import { type Definition, readDefinitions } from '../engine/usages/read-definitions.ts';
import { rangeToSpan } from './convert.ts';
import { folderOf, isEnvironmentFile } from './documents.ts';
import { followDisk } from './follow-disk.ts';
import type { PrivateKeys } from './private-keys.ts';
import { UserError } from './user-error.ts';

export interface Encryption {
  readonly files: EncryptedFiles;
  readonly privateKeys: PrivateKeys;
  /** Fires when an environment file was written. */
  readonly written: vscode.EventEmitter<vscode.Uri>;
}

/** An environment file on disk, without unsaved edits. */
export interface EnvironmentFile {
  readonly uri: vscode.Uri;
  /** Absolute. */
  readonly path: string;
  readonly root: string;
  /** Without its folder. */
  readonly name: string;
  readonly text: string;
  readonly header: EncryptedHeader | undefined;
}

export interface EncryptedFile extends EnvironmentFile {
  readonly header: EncryptedHeader;
}

/** The file that was asked for, else the one in front. What people have typed into it is saved first. */
export async function openEnvironmentFile(uri: vscode.Uri | undefined): Promise<EnvironmentFile> {
  // A link's argument is a plain object.
  const wanted = uri ? vscode.Uri.from(uri) : vscode.window.activeTextEditor?.document.uri;
  const document = wanted && (await vscode.workspace.openTextDocument(wanted));
  if (!document || !isEncryptable(document))
    throw new UserError(phrase('Open the environment file first: .env, or one whose name begins so.'));
  if (document.uri.scheme !== 'file') throw new UserError(phrase('This file is not on a disk that Key Hygiene can write to.'));
  if (!vscode.workspace.isTrusted) throw new UserError(phrase('In Restricted Mode nothing is encrypted or decrypted.'));
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  if (document.isDirty && !(await document.save()))
    throw new UserError(phrase('{0} has unsaved changes that cannot be saved; nothing was changed.', name));
  // As it is on disk: the document hides a byte order mark.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(document.uri));
  const root = (folderOf(document.uri)?.uri ?? vscode.Uri.joinPath(document.uri, '..')).fsPath;
  return { uri: document.uri, path: document.uri.fsPath, root, name, text, header: readHeader(text) };
}

/** Tools that know `.env` read it through dotenvx; those with a file of another name do not. */
export function isEncryptable(document: vscode.TextDocument): boolean {
  return isEncryptableName(document.uri.path) && isEnvironmentFile(document);
}

function isEncryptableName(path: string): boolean {
  return /(?:^|\/)(?:\.env(?:\.[^/]+)?|[^/]+\.env)$/i.test(path) && !isPrivateKeyFile(path);
}

export async function openEncryptedFile(uri: vscode.Uri | undefined): Promise<EncryptedFile> {
  const file = await openEnvironmentFile(uri);
  if (!file.header) throw new UserError(phrase('{0} is not encrypted: “Encrypt Environment File…” does that.', file.name));
  return { ...file, header: file.header };
}

/** Where it is kept, else from the person: then it is kept in VS Code's secret storage, once it is known to be the right one. */
export async function privateKeyFor({ files, privateKeys }: Encryption, { header, path, name }: EncryptedFile): Promise<string> {
  const found = await privateKeys.find(header.publicKey, path);
  if (found !== undefined) return found;
  const { publicKeyOf } = await files.cipher();
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Private key of {0}', name),
    prompt: vscode.l10n.t(
      '{0} is neither in VS Code’s secret storage nor in {1}. What you enter is kept in the secret storage.',
      header.privateKeyName,
      '.env.keys',
    ),
    password: true,
    ignoreFocusOut: true,
    validateInput: text =>
      publicKeyOf(text.trim()) === header.publicKey ? undefined : vscode.l10n.t('This is not the private key of the file.'),
  });
  if (typed === undefined) throw new vscode.CancellationError();
  await privateKeys.keepInVsCode(header.publicKey, typed.trim());
  return typed.trim();
}

export interface Change {
  readonly text: string;
  readonly names: readonly string[];
  readonly isPlain?: boolean;
  /** Of a variable that the file has not had so far. */
  readonly newName?: string;
}

/** Throws with the reason where the file stays as it was. */
export async function writeEnvironmentFile(
  { files, written }: Encryption,
  file: EnvironmentFile,
  { text, names, isPlain = false, newName }: Change,
): Promise<void> {
  const { path, root, text: before } = file;
  const result = await files.replace({ path, root, before, after: text, names, isPlain, ...(newName !== undefined && { newName }) });
  if (result.kind === 'failed') throw new UserError(result.reason);
  written.fire(file.uri);
  await followDisk([path, ...result.alsoWrote]);
}

/** The row of an environment file that the range touches. */
export function rowAt(document: vscode.TextDocument, range: vscode.Range): Definition | undefined {
  const at = rangeToSpan(document, range);
  return readDefinitions(document.getText()).find(({ nameSpan, valueSpan }) => nameSpan.start <= at.end && at.start <= valueSpan.end);
}
