// Whether a long enough run of characters follows a keyword: a cheap look for rules whose keys are long and whose keywords are common.

import { type Alphabet, isIn } from '../alphabet.ts';

/** The first place, at most `room` characters behind `start`, from which `length` characters of the alphabet stand in a row; or -1. */
export function findLongRun(text: string, start: number, length: number, room: number, alphabet: Alphabet): number {
  const most = Math.min(text.length - length, start + room);
  let from = start;
  while (from <= most) {
    // From the end: the last character that breaks the run tells where the next one may begin.
    let at = from + length - 1;
    while (at >= from && isIn(alphabet, text.charCodeAt(at))) at--;
    if (at < from) return from;
    from = at + 1;
  }
  return -1;
}
