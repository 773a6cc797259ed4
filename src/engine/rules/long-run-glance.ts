// Whether a long enough run of characters follows a keyword: a cheap look for rules whose keys are long and whose keywords are common.

import { type Alphabet, shapeOf, wide } from './shape-of.ts';

/** Whether `length` characters of the alphabet stand in a row within `room` characters behind `start`. */
export function hasLongRun(text: string, start: number, length: number, room: number, alphabet: Alphabet): boolean {
  const most = Math.min(text.length - length, start + room);
  let from = start;
  while (from <= most) {
    // From the end: the last character that breaks the run tells where the next one may begin.
    let at = from + length - 1;
    while (at >= from && isIn(alphabet, text.charCodeAt(at))) at--;
    if (at < from) return true;
    from = at + 1;
  }
  return false;
}

/**
 * Whether `length` letters, digits or `_.+/~-` stand in a row within `room` characters behind `start`, with a digit in the row,
 * of which `most` characters are looked at.
 */
export function hasRunWithDigit(text: string, start: number, length: number, room: number, most: number): boolean {
  const last = Math.min(text.length - length, start + room);
  let from = start;
  while (from <= last) {
    let at = from + length - 1;
    while (at >= from && isIn(runCharacters, text.charCodeAt(at))) at--;
    if (at < from) {
      const end = Math.min(text.length, from + most);
      for (at = from; at < end && isIn(runCharacters, text.charCodeAt(at)); at++) if (isDigit(text.charCodeAt(at))) return true;
    }
    from = Math.max(at, from) + 1;
  }
  return false;
}

/** Where the characters of the alphabet end that stand in a row from `start` on, `most` of them at most. */
export function endOfRun(text: string, start: number, most: number, alphabet: Alphabet): number {
  const limit = Math.min(text.length, start + most);
  let end = start;
  while (end < limit && isIn(alphabet, text.charCodeAt(end))) end++;
  return end;
}

/** Where they begin that stand in a row up to `end`. */
export function startOfRun(text: string, end: number, most: number, alphabet: Alphabet): number {
  const limit = Math.max(0, end - most);
  let start = end;
  while (start > limit && isIn(alphabet, text.charCodeAt(start - 1))) start--;
  return start;
}

/** Whether one of the alphabet stands there. */
export function isAt(text: string, at: number, alphabet: Alphabet): boolean {
  return at >= 0 && at < text.length && isIn(alphabet, text.charCodeAt(at));
}

const runCharacters = shapeOf(/[A-Za-z0-9_.+/~-]/).alphabet;

/** Never reads behind the table's end: one such read, and the compiler takes the slow way for all. */
function isIn(alphabet: Alphabet, code: number): boolean {
  return alphabet[code < wide ? code : wide] === 1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
