// The line that keeps an environment file out of git.

import { append } from './set-variable.ts';

/** The text with the file's bare name as its last rule: below any `!…` that would take it back. Ignored in every folder below. */
export function addGitIgnoreLine(text: string, fileName: string): string {
  return append(text, fileName);
}
