// How much likelier a value is drawn by chance than written by a person, in bits. The one measure behind "random-looking".

import { surpriseAfter } from './word-model.ts';

/** Words, humps, runs of capitals, numbers and single marks: the pieces that names and sentences are made of. */
const pieces = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[A-Z]|[0-9]+|[^A-Za-z0-9]/g;

/** What a person pays for beginning a word, a number, for each digit of it, and for a mark. Measured on source code. */
const wordBits = 0.7;
const numberBits = 2;
const digitBits = 4.3;
const markBits = 2;

/**
 * The bits a writer of names would need for the value, less the bits chance needs. Below 0 it reads like words; above 12 hardly
 * one name in a hundred gets there, while nineteen of twenty random values of 16 characters do.
 */
export function randomBits(value: string): number {
  let bits = 0;
  for (const [piece] of value.matchAll(pieces)) bits += pieceBits(piece);
  return bits - value.length * Math.log2(alphabetSize(value));
}

function pieceBits(piece: string): number {
  const first = piece.charCodeAt(0) | 32;
  if (first >= 97 && first <= 122) return wordBits + letterBits(piece.toLowerCase());
  return /^[0-9]/.test(piece) ? numberBits + digitBits * piece.length : markBits;
}

/** Sum over the letters and the word's end of the surprise after the two before. */
function letterBits(word: string): number {
  let quarters = 0;
  let before = 0;
  let previous = 0;
  for (let i = 0; i <= word.length; i++) {
    const letter = i < word.length ? word.charCodeAt(i) - 96 : 0;
    quarters += (surpriseAfter[before]?.charCodeAt(previous * 27 + letter) ?? 40) - 40;
    before = previous;
    previous = letter;
  }
  // Tables hold quarters rounded down by half a step.
  return quarters / 4 + (word.length + 1) / 8;
}

/** Size of the smallest usual alphabet that has the value's characters. */
export function alphabetSize(value: string): number {
  if (/^[0-9]*$/.test(value)) return 10;
  if (/^(?:[0-9a-f]*|[0-9A-F]*)$/.test(value)) return 16;
  const letters = (/[a-z]/.test(value) ? 26 : 0) + (/[A-Z]/.test(value) ? 26 : 0);
  const marks = /[^A-Za-z0-9]/.test(value) ? (/^[\w+/=.-]*$/.test(value) ? 4 : 28) : 0;
  return letters + (/[0-9]/.test(value) ? 10 : 0) + marks;
}
