// Walks over characters, for glances that look at most names in a text. The classes of characters that they ask about are bits of one
// table: it stays in the processor's cache where a table for each class would not.

import { alphabetOf, wide } from '../alphabet.ts';

/** By character code, those beyond Latin-1 all at `wide`. */
const classes = new Int32Array(wide + 1);
const mostClasses = 31;
let count = 0;

/** Several glances ask about one class. */
const bits = new Map<string, number>();

/** The bit of a class, as patterns write it. What is asked about several classes at once is asked with their bits together. */
export function classOf(pattern: RegExp): number {
  const known = bits.get(pattern.source);
  if (known !== undefined) return known;
  if (count === mostClasses) throw new Error('There are no more bits for classes of characters.');
  const bit = 1 << count++;
  bits.set(pattern.source, bit);
  const alphabet = alphabetOf(pattern);
  // As plain as can be: no start has it compiled.
  for (let code = 0; code <= wide; code++) if (alphabet[code] === 1) classes[code] = (classes[code] ?? 0) | bit;
  return bit;
}

export function isOf(code: number, characters: number): boolean {
  return ((classes[Math.min(code, wide)] ?? 0) & characters) !== 0;
}

/** Where the characters end that stand in a row from `start` on, `most` of them at most. */
export function endOf(text: string, start: number, characters: number, most: number): number {
  // Never reads behind the text's end: one such read, and the compiler takes the slow way for all (`codeAt` does, too).
  const limit = Math.min(text.length, start + most);
  let end = start;
  while (end < limit && isOf(text.charCodeAt(end), characters)) end++;
  return end;
}

/** Whether `length` of the characters stand there in a row. Looked at from its end: nearly always something breaks it. */
export function isRun(text: string, start: number, length: number, characters: number): boolean {
  let at = start + length - 1;
  if (at >= text.length) return false;
  while (at >= start && isOf(text.charCodeAt(at), characters)) at--;
  return at < start;
}

/** 0 behind the text's end. */
export function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0;
}

export function has(text: string, start: number, end: number, code: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === code) return true;
  return false;
}

/** The first of the characters from `start` on, or white space beyond Latin-1, `most` characters behind it at most. */
export function endBefore(text: string, start: number, characters: number, most: number): number {
  const limit = Math.min(text.length, start + most);
  let end = start;
  while (end < limit && !isOf(text.charCodeAt(end), characters) && !isWideSpace(text, end)) end++;
  return end;
}

function isWideSpace(text: string, at: number): boolean {
  return text.charCodeAt(at) > 0x1fff && /\s/.test(text.charAt(at));
}
