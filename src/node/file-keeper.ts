// What the editor asks about files that hold keys, and has done to them: modes, ignore files, packages around them.

import { chmod, lstat } from 'node:fs/promises';
import { basename } from 'node:path';
import { addGitIgnoreLine } from '../engine/env-file/git-ignore-line.ts';
import type { FileKeeper, FileRequest, KeepResult } from '../engine/hygiene/workspace/file-keeper.ts';
import { phrase } from '../engine/phrase.ts';
import { findIgnoreFile } from './environment-target.ts';
import { readFileFacts } from './file-facts.ts';
import { askGit } from './git-ignore.ts';
import { packagesAround } from './packages-around.ts';
import { reasonOf, StoreFailure } from './store-failure.ts';
import { openTextFile, realPathWithin, replaceText, restoreText } from './text-file.ts';

export function createFileKeeper(): FileKeeper {
  return {
    factsOf: readFileFacts,
    packagesAround,
    makeOwnerOnly: request => kept(request, makeOwnerOnly),
    ignoreInGit: request => kept(request, ignoreInGit),
  };
}

async function kept<Request extends FileRequest>(
  request: Request,
  keep: (request: Request) => Promise<readonly string[]>,
): Promise<KeepResult> {
  try {
    return { kind: 'done', wrote: await keep(request) };
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error, code => phrase('{0} could not be changed ({1}).', basename(request.path), code)) };
  }
}

/** Asked again afterwards: disks without modes take the order and do nothing. */
async function makeOwnerOnly({ path, root }: FileRequest): Promise<readonly string[]> {
  const real = await realPathWithin(path, root);
  const before = await lstat(real);
  if (!before.isFile()) throw new StoreFailure(phrase('{0} is not a regular file.', basename(path)));
  await chmod(real, before.mode & 0o700);
  const { mode } = await lstat(real);
  if ((mode & 0o077) !== 0) throw new StoreFailure(phrase('{0} lies on a disk that does not keep modes of files.', basename(path)));
  return [];
}

/** A line that changes nothing is taken back: a rule of another ignore file is in its way. */
async function ignoreInGit({ path, root, mayRunGit }: FileRequest & { readonly mayRunGit: boolean }): Promise<readonly string[]> {
  const isIgnored = async (): Promise<boolean> => (await askGit(path, root, mayRunGit)).ignored;
  if (await isIgnored()) return [];
  const file = await openTextFile(findIgnoreFile(path, root), root);
  const text = addGitIgnoreLine(file.text, basename(path));
  await replaceText(file, text, 0o644);
  if (await isIgnored()) return [file.path];
  await restoreText(file, text);
  throw new StoreFailure(
    phrase('A line for {0} in {1} would change nothing: another ignore file takes it back.', basename(path), basename(file.path)),
  );
}
