// Writes encrypted environment files, and files with the private keys that open them.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'dotenv';
import type { EncryptedFiles, FindKeyRequest, ReplaceRequest, Written } from '../engine/env-file/encrypted/encrypted-files.ts';
import { readPrivateKeys } from '../engine/env-file/encrypted/private-key-file.ts';
import type { ValueCipher } from '../engine/env-file/encrypted/value-cipher.ts';
import { phrase } from '../engine/phrase.ts';
import { readDefinitions } from '../engine/usages/read-definitions.ts';
import { ignoreFirst } from './ignore-first.ts';
import { keepPrivateKey } from './keep-private-key.ts';
import { nameInExample, type WrittenText } from './name-in-example.ts';
import { reasonOf, StoreFailure } from './store-failure.ts';
import { openTextFile, replaceText, restoreText, type TextFile } from './text-file.ts';

export function createEncryptedFiles(): EncryptedFiles {
  return {
    cipher: loadCipher,
    async replace(request) {
      try {
        return { kind: 'written', alsoWrote: await replace(request) };
      } catch (error) {
        return failed(basename(request.path), error);
      }
    },
    keepKey: keepPrivateKey,
    findKey,
  };
}

export async function loadCipher(): Promise<ValueCipher> {
  return (await import('./dotenvx-cipher.ts')).dotenvxCipher;
}

/** The private key that belongs to a public one. A file that cannot be read has none. */
export async function findKey({ publicKey, keyPaths }: FindKeyRequest): Promise<string | undefined> {
  for (const path of keyPaths) {
    const keys = readPrivateKeys(await readOrNothing(path));
    const { publicKeyOf } = await loadCipher();
    const found = keys.find(key => publicKeyOf(key) === publicKey);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What else was written. */
async function replace({ path, root, before, after, names, isPlain, newName }: ReplaceRequest): Promise<readonly string[]> {
  const name = basename(path);
  const written: WrittenText[] = [];
  const write = async (file: TextFile, text: string, mode: number): Promise<void> => {
    await replaceText(file, text, mode);
    written.push({ file, text });
  };
  try {
    const file = await openTextFile(path, root);
    if (file.text !== before) throw new StoreFailure(phrase('{0} was changed by something else in the meantime: try again.', name));
    for (const text of [before, after]) refuseDisagreement(text, names);
    if (isPlain) await ignoreFirst({ path, root, write });
    if (newName !== undefined) await nameInExample({ path, root, variable: newName, mayRunGit: true, written });
    const alsoWrote = written.map(({ file: other }) => other.path);
    await write(file, after, 0o600);
    if ((await readFile(file.path, 'utf8')) !== after)
      throw new StoreFailure(phrase('What was written to {0} could not be read back.', name));
    return alsoWrote;
  } catch (error) {
    for (const { file, text } of written.reverse()) await restoreText(file, text);
    throw error;
  }
}

/** What is encrypted must be what programs read, to the last character. */
function refuseDisagreement(text: string, names: readonly string[]): void {
  const others = parse(text);
  const own = new Map(readDefinitions(text).map(({ name, value }) => [name, value]));
  const odd = names.find(name => own.get(name) !== others[name] && !(own.get(name) === undefined && others[name] === undefined));
  if (odd !== undefined)
    throw new StoreFailure(phrase('Readers of environment files disagree about {0}: put its value between quotes.', odd));
}

async function readOrNothing(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    // Not there, or not for us.
    return '';
  }
}

function failed(name: string, error: unknown): Written {
  return { kind: 'failed', reason: reasonOf(error, code => phrase('{0} could not be written ({1}); it is as it was.', name, code)) };
}
