// Before a file with keys is written: git must not track it, and has to ignore it.

import { basename } from 'node:path';
import { addGitIgnoreLine } from '../engine/env-file/git-ignore-line.ts';
import { phrase } from '../engine/phrase.ts';
import { findIgnoreFile } from './environment-target.ts';
import { askGit } from './git-ignore.ts';
import { StoreFailure } from './store-failure.ts';
import { openTextFile, type TextFile } from './text-file.ts';

export interface IgnoreFirst {
  /** Absolute path of the file that is about to be written. */
  readonly path: string;
  /** Absolute path of the workspace folder. */
  readonly root: string;
  /** Whoever writes takes back what was written when a later step fails. */
  readonly write: (file: TextFile, text: string, mode: number) => Promise<void>;
}

export async function ignoreFirst({ path, root, write }: IgnoreFirst): Promise<void> {
  const name = basename(path);
  const git = await askGit(path, root, true);
  if (git.tracked) throw new StoreFailure(phrase('Git tracks {0}, so its values would be committed: stop tracking it first.', name));
  if (git.ignored) return;
  const ignoreFile = await openTextFile(findIgnoreFile(path, root), root);
  await write(ignoreFile, addGitIgnoreLine(ignoreFile.text, name), 0o644);
  if (!(await askGit(path, root, true)).ignored) throw new StoreFailure(phrase('Git does not ignore {0}, whatever .gitignore says.', name));
}
