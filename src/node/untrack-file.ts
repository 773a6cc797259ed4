// Has git forget a file that stays on disk: the next commit deletes it for everybody else, what was committed stays in the history.

import { basename, dirname } from 'node:path';
import type { UntrackResult } from '../engine/env-file/value-store.ts';
import { phrase } from '../engine/phrase.ts';
import { runGit } from './run-git.ts';

export async function untrackFile(path: string): Promise<UntrackResult> {
  const folder = dirname(path);
  const name = basename(path);
  if ((await runGit(folder, ['ls-files', '--error-unmatch', '--', name])) !== 0)
    return { kind: 'failed', reason: phrase('{0} is not tracked by git.', name) };
  // Forced, as git balks at a file that was staged and then changed, which is what storing a value does. The disk is not touched.
  const code = await runGit(folder, ['rm', '--cached', '--force', '--quiet', '--', name]);
  // Its message is not passed on: git quotes what it likes.
  return code === 0 ? { kind: 'untracked' } : { kind: 'failed', reason: phrase('“git rm --cached {0}” failed.', name) };
}
