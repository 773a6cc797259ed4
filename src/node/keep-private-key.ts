// Keeps a private key in a file: beside the environment file that it opens, ignored by git first, or outside every repository.

import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { KeepKeyRequest, Written } from '../engine/env-file/encrypted/encrypted-files.ts';
import { addPrivateKey, readPrivateKeys } from '../engine/env-file/encrypted/private-key-file.ts';
import { addGitIgnoreLine } from '../engine/env-file/git-ignore-line.ts';
import { phrase } from '../engine/phrase.ts';
import { findIgnoreFile } from './environment-target.ts';
import { askGit } from './git-ignore.ts';
import { pathBelow } from './path-below.ts';
import { reasonOf, StoreFailure } from './store-failure.ts';
import { openTextFile, replaceText, restoreText, type TextFile } from './text-file.ts';

/** Never rejects. What was written before a failure is taken back. */
export async function keepPrivateKey(request: KeepKeyRequest): Promise<Written> {
  const written: { readonly file: TextFile; readonly text: string }[] = [];
  const write = async (file: TextFile, text: string, mode: number): Promise<void> => {
    await replaceText(file, text, mode);
    written.push({ file, text });
  };
  try {
    await (request.where === 'beside' ? ignoreFirst(request, write) : refuseInside(request));
    await writeKey(request, write);
    return { kind: 'written' };
  } catch (error) {
    for (const { file, text } of written.reverse()) await restoreText(file, text).catch(() => undefined); // The failure that is told came first.
    return {
      kind: 'failed',
      reason: reasonOf(error, code => phrase('The private key could not be kept in {0} ({1}).', basename(request.keyPath), code)),
    };
  }
}

type Write = (file: TextFile, text: string, mode: number) => Promise<void>;

async function ignoreFirst({ keyPath, root }: KeepKeyRequest, write: Write): Promise<void> {
  const name = basename(keyPath);
  const git = await askGit(keyPath, root, true);
  if (git.tracked) throw new StoreFailure(phrase('Git tracks {0}: stop that first, or keep the private key elsewhere.', name));
  if (git.ignored) return;
  const ignoreFile = await openTextFile(findIgnoreFile(keyPath, root), root);
  await write(ignoreFile, addGitIgnoreLine(ignoreFile.text, name), 0o644);
  if (!(await askGit(keyPath, root, true)).ignored)
    throw new StoreFailure(phrase('Git does not ignore {0}, whatever .gitignore says: keep the private key elsewhere.', name));
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

async function writeKey({ keyPath, root, where, name, privateKey, fileName }: KeepKeyRequest, write: Write): Promise<void> {
  const file = await openTextFile(keyPath, where === 'beside' ? root : dirname(keyPath));
  const text = addPrivateKey(file.text, name, privateKey, fileName);
  if (text !== file.text) await write(file, text, 0o600);
  // One that was there may have been open to others.
  await chmod(file.path, 0o600);
  const keys = readPrivateKeys(await readFile(file.path, 'utf8'));
  if (!keys.includes(privateKey)) throw new StoreFailure(phrase('The private key could not be read back from {0}.', basename(keyPath)));
}
