// Keeps a private key in a file: beside the environment file that it opens, ignored by git first, or outside every repository.

import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { KeepKeyRequest, KeptKey } from '../engine/env-file/encrypted/encrypted-files.ts';
import { addPrivateKey, readPrivateKeys } from '../engine/env-file/encrypted/private-key-file.ts';
import { phrase } from '../engine/phrase.ts';
import { type IgnoreFirst, ignoreFirst } from './ignore-first.ts';
import { pathBelow } from './path-below.ts';
import { reasonOf, StoreFailure } from './store-failure.ts';
import { openTextFile, replaceText, restoreText, type TextFile } from './text-file.ts';

/** Never rejects. What was written before a failure is taken back. */
export async function keepPrivateKey(asked: KeepKeyRequest): Promise<KeptKey> {
  const request = { ...asked, keyPath: asked.keyPath.replace(/^~(?=[/\\])/, homedir()) };
  const written: { readonly file: TextFile; readonly text: string }[] = [];
  const write = async (file: TextFile, text: string, mode: number): Promise<void> => {
    await replaceText(file, text, mode);
    written.push({ file, text });
  };
  try {
    await (request.where === 'beside' ? ignoreFirst({ path: request.keyPath, root: request.root, write }) : refuseInside(request));
    await writeKey(request, write);
    return { kind: 'kept', keyPath: request.keyPath };
  } catch (error) {
    for (const { file, text } of written.reverse()) await restoreText(file, text).catch(() => undefined); // The failure that is told came first.
    return {
      kind: 'failed',
      reason: reasonOf(error, code => phrase('The private key could not be kept in {0} ({1}).', basename(request.keyPath), code)),
    };
  }
}

/** A file that git could take along, or that goes where the folder goes, is not outside. */
async function refuseInside({ keyPath, root }: KeepKeyRequest): Promise<void> {
  const name = basename(keyPath);
  if (pathBelow(root, keyPath) !== undefined)
    throw new StoreFailure(phrase('{0} is inside the workspace folder: choose a place outside it.', name));
  for (let folder = dirname(keyPath); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, '.git')))
      throw new StoreFailure(phrase('{0} is inside a git repository: choose a place outside it.', name));
  }
  await mkdir(dirname(keyPath), { recursive: true, mode: 0o700 });
}

async function writeKey({ keyPath, root, where, name, privateKey, fileName }: KeepKeyRequest, write: IgnoreFirst['write']): Promise<void> {
  const file = await openTextFile(keyPath, where === 'beside' ? root : dirname(keyPath));
  const text = addPrivateKey(file.text, name, privateKey, fileName);
  if (text !== file.text) await write(file, text, 0o600);
  // One that was there may have been open to others.
  await chmod(file.path, 0o600);
  const keys = readPrivateKeys(await readFile(file.path, 'utf8'));
  if (!keys.includes(privateKey)) throw new StoreFailure(phrase('The private key could not be read back from {0}.', basename(keyPath)));
}
