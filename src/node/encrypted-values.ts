// The value store's dealings with encrypted environment files: a row is written with the public key alone, and read where the
// private key is at hand.

import { dirname, join } from 'node:path';
import { openRows } from '../engine/env-file/encrypted/decrypt-rows.ts';
import { readHeader } from '../engine/env-file/encrypted/header.ts';
import { privateKeyFileName } from '../engine/env-file/encrypted/private-key-file.ts';
import { setEncryptedVariable } from '../engine/env-file/encrypted/set-encrypted-variable.ts';
import type { SetVariable } from '../engine/env-file/set-variable.ts';
import { findKey, loadCipher } from './encrypted-files.ts';

/** Finds the private key of an encrypted environment file, where it is at hand. `path`: of that file. */
export type PrivateKeyFinder = (publicKey: string, path: string) => Promise<string | undefined>;

export const findBeside: PrivateKeyFinder = (publicKey, path) =>
  findKey({ publicKey, keyPaths: [join(dirname(path), privateKeyFileName)] });

export interface EncryptedText {
  readonly text: string;
  readonly path: string;
}

/** `undefined` for a file whose values stand in the clear. */
export async function setIfEncrypted(
  file: EncryptedText,
  name: string,
  value: string,
  privateKeyOf: PrivateKeyFinder,
): Promise<SetVariable | undefined> {
  const header = readHeader(file.text);
  if (header === undefined) return undefined;
  const change = setEncryptedVariable({ text: file.text, header, name, value, mayReplace: false, cipher: await loadCipher() });
  if (change.kind !== 'conflict') return change;
  return (await openValues(file, privateKeyOf)).get(name) === value ? { kind: 'same' } : change;
}

/** By name, of what can be opened; nothing of a plain file, or without the private key. */
export async function openValues({ text, path }: EncryptedText, privateKeyOf: PrivateKeyFinder): Promise<ReadonlyMap<string, string>> {
  const header = readHeader(text);
  const privateKey = header && (await privateKeyOf(header.publicKey, path));
  if (privateKey === undefined) return new Map();
  const opened = await openRows({ text, privateKey, cipher: await loadCipher(), breathe });
  return new Map(opened.kind === 'opened' ? opened.rows.map(({ name, clear }) => [name, clear]) : []);
}

function breathe(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
