// Has git forget a file that stays on disk: the next commit deletes it for everybody else, what was committed stays in the history.

import { basename, dirname } from 'node:path';
import { addGitIgnoreLine } from '../engine/env-file/git-ignore-line.ts';
import type { UntrackRequest, UntrackResult } from '../engine/env-file/value-store.ts';
import { phrase } from '../engine/phrase.ts';
import { findIgnoreFile } from './environment-target.ts';
import { askGit } from './git-ignore.ts';
import { runGit } from './run-git.ts';
import { reasonOf } from './store-failure.ts';
import { openTextFile, replaceText } from './text-file.ts';

/** Never rejects. The file is ignored first: `git add .` would bring it back. */
export async function untrackFile({ path, root }: UntrackRequest): Promise<UntrackResult> {
  const name = basename(path);
  const wrote: string[] = [];
  try {
    const git = await askGit(path, root, true);
    if (!git.tracked) return { kind: 'failed', reason: phrase('{0} is not tracked by git.', name) };
    if (!git.ignored) {
      const ignoreFile = await openTextFile(findIgnoreFile(path, root), root);
      await replaceText(ignoreFile, addGitIgnoreLine(ignoreFile.text, name), 0o644);
      wrote.push(ignoreFile.path);
    }
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error, code => phrase('{0} could not be ignored ({1}).', name, code)) };
  }
  // Forced, as git balks at a file that was staged and then changed, which is what storing a value does. The disk is not touched.
  const code = await runGit(dirname(path), ['rm', '--cached', '--force', '--quiet', '--', name]);
  // Its message is not passed on: git quotes what it likes.
  return code === 0 ? { kind: 'untracked', wrote } : { kind: 'failed', reason: phrase('“git rm --cached {0}” failed.', name) };
}
