// Which characters a value is made of: one walk over it, where each question by itself would be a pattern.

import { rememberLast } from '../../remember.ts';

/** Bits of `kindsIn`. */
export const [digit, smallHex, otherSmall, capitalHex, otherCapital, tokenMark, otherMark] = [1, 2, 4, 8, 16, 32, 64];
export const small = smallHex | otherSmall;
export const capital = capitalHex | otherCapital;
export const letter = small | capital;
export const mark = tokenMark | otherMark;
export const hexDigit = digit | smallHex | capitalHex;

const ascii = 128;
const kinds = new Uint8Array(ascii).fill(otherMark);
set('0123456789', digit);
set('abcdef', smallHex);
set('ghijklmnopqrstuvwxyz', otherSmall);
set('ABCDEF', capitalHex);
set('GHIJKLMNOPQRSTUVWXYZ', otherCapital);
set('_+/=.-', tokenMark);

function set(characters: string, kind: number): void {
  for (const character of characters) kinds[character.charCodeAt(0)] = kind;
}

/** What is no character of ASCII is a mark. */
export function kindOf(code: number): number {
  return code < ascii ? (kinds[code] ?? otherMark) : otherMark;
}

/** The kinds of all its characters. Several reasons ask for one value. */
export const kindsIn = rememberLast((value): number => {
  let found = 0;
  for (let at = 0; at < value.length; at++) found |= kindOf(value.charCodeAt(at));
  return found;
});

/** How often characters of the kinds stand in it. */
export function countOf(value: string, wanted: number): number {
  let count = 0;
  for (let at = 0; at < value.length; at++) {
    if ((kindOf(value.charCodeAt(at)) & wanted) !== 0) count++;
  }
  return count;
}

/** Whether more than `few` different characters are in it, whatever their case. */
export function hasMoreThan(few: number, value: string): boolean {
  round++;
  let count = 0;
  for (let at = 0; at < value.length; at++) {
    const code = lowered(value.charCodeAt(at));
    if (code >= ascii) return new Set(value.toLowerCase()).size > few;
    if (metIn[code] !== round) count++;
    metIn[code] = round;
    if (count > few) return true;
  }
  return false;
}

/** By character, the round in which it was last met: nothing is made and cleared for each value. */
const metIn = new Float64Array(ascii);
let round = 0;

function lowered(code: number): number {
  return code >= 65 && code <= 90 ? code | 32 : code;
}
