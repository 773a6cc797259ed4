// Runs git for a question that its exit code answers.

import { execFile } from 'node:child_process';

/** git's exit code; `undefined` when git could not be run. */
export function runGit(folder: string, args: readonly string[]): Promise<number | undefined> {
  return new Promise(resolve => {
    execFile('git', ['-C', folder, ...args], { timeout: 10_000, windowsHide: true }, error => {
      if (error === null) resolve(0);
      else resolve(typeof error.code === 'number' ? error.code : undefined);
    });
  });
}
