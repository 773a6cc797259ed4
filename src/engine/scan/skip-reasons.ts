// Why files are not part of a scan. Most are no matter of ours; a file that should have been read but could not be is one.

import { type Phrase, phrase } from '../phrase.ts';

export const ignoredByGit = phrase('ignored by git');

const unreadableText = 'could not be read ({0})';
const unscannableText = 'could not be scanned ({0})';

/** `code`: a system error's short name (`EACCES`). Its message may quote anything. */
export function unreadable(code: string): Phrase {
  return phrase(unreadableText, code);
}

export function unscannable(code: string): Phrase {
  return phrase(unscannableText, code);
}

/** Whether people must be told: the file might hold keys, and nobody looked. */
export function isFailure(reason: Phrase): boolean {
  return reason.text === unreadableText || reason.text === unscannableText;
}
