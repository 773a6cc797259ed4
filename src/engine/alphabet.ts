// Sets of characters as tables, and walks along characters of a set: a tenth of what a pattern costs.

import { markClass } from './read-class.ts';

/** By character code, those beyond Latin-1 all at `wide`: 1 for characters of the set. */
export type Alphabet = Uint8Array;

/** The index in an alphabet of a character beyond Latin-1. */
export const wide = 256;

/** Made once for each class or character, as patterns write it, of patterns without flags that change what it stands for. */
export function alphabetOf({ source }: RegExp): Alphabet {
  return alphabetOfSource(source);
}

/** `source`: as patterns write it. */
export function alphabetOfSource(source: string): Alphabet {
  let alphabet = known.get(source);
  if (alphabet) return alphabet;
  alphabet = new Uint8Array(wide + 1);
  if (!markClass(source, alphabet)) alphabet = askPattern(source);
  known.set(source, alphabet);
  return alphabet;
}

/** Rules share most of their classes. */
const known = new Map<string, Alphabet>();

/** Classes that are made of others (`\p{…}`, `.`). One replacement for all characters: a test for each takes longer. */
function askPattern(source: string): Alphabet {
  // Those of Latin-1, and some beyond.
  const allCharacters = `${String.fromCharCode(...Array.from({ length: wide }, (_, code) => code))}\u0100\u2003\u2028`;
  const marked = allCharacters.replace(new RegExp(source, 'g'), mark);
  const alphabet = new Uint8Array(wide + 1);
  for (let code = 0; code < wide; code++) if (marked.charAt(code) === mark) alphabet[code] = 1;
  // What is beyond Latin-1 is named, is white space, or is what a class leaves over.
  if (/\\u(?!00)|[^\0-\xff]/.test(source) || marked.includes(mark, wide)) alphabet[wide] = 1;
  return alphabet;
}

const mark = '\uffff';

/** Never reads behind the table's end: one such read, and the compiler takes the slow way for all. */
export function isIn(alphabet: Alphabet, code: number): boolean {
  return alphabet[Math.min(code, wide)] === 1;
}

/** Whether one of the alphabet stands there. */
export function isAt(text: string, at: number, alphabet: Alphabet): boolean {
  return at >= 0 && at < text.length && isIn(alphabet, text.charCodeAt(at));
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
