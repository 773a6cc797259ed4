// How much likelier a value is drawn by chance than written by a person, in bits. The one measure behind "random-looking".

import { surpriseAfter } from './word-model.ts';

/** Words, humps, runs of capitals, numbers and single marks: the pieces that names and sentences are made of. */
const pieces = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[A-Z]|[0-9]+|[^A-Za-z0-9]/g;

/** What a writer pays for beginning a word, a number, for each digit of it, and for a mark. Measured on source code. */
const wordBits = 0.7;
const numberBits = 2;
const digitBits = 4.3;
const jointBits = 2;
const markBits = 5;
/** A mark right after another is rare between words. */
const markAgainBits = 3;

/** What chance pays for going on in the same class of characters, and for changing it, where classes come in runs. */
const stayBits = 0.4;
const switchBits = 2.5;

/**
 * The bits a writer of names would need for the value, less the bits chance needs. Below 0 it reads like words; above 12 hardly
 * one name in a hundred gets there, while nineteen of twenty random values of 16 characters do.
 */
export function randomBits(value: string): number {
  return writtenBits(value) - Math.min(value.length * Math.log2(alphabetSize(value)), runBits(value));
}

function writtenBits(value: string): number {
  let bits = 0;
  let afterMark = false;
  for (const [piece] of value.matchAll(pieces)) {
    const first = piece.charCodeAt(0);
    const isLetter = (first | 32) >= 97 && (first | 32) <= 122;
    const isDigit = first >= 48 && first <= 57;
    if (isLetter) bits += wordBits + letterBits(piece.toLowerCase());
    else if (isDigit) bits += numberBits + digitBits * piece.length;
    else bits += (/[-_. /:]/.test(piece) ? jointBits : markBits) + (afterMark ? markAgainBits : 0);
    afterMark = !isLetter && !isDigit;
  }
  return bits;
}

/** Chance that draws one class of characters for a while, then another: `Kqzvbd_31`. */
function runBits(value: string): number {
  let bits = 0;
  let previous = 0;
  for (let i = 0; i < value.length; i++) {
    const size = classSize(value.charCodeAt(i));
    bits += Math.log2(Math.abs(size)) + (i === 0 || size === previous ? stayBits : switchBits);
    previous = size;
  }
  return bits;
}

/** Size of the character's class; capitals are negative to be told from small letters. */
function classSize(unit: number): number {
  if (unit >= 97 && unit <= 122) return 26;
  if (unit >= 65 && unit <= 90) return -26;
  return unit >= 48 && unit <= 57 ? 10 : 28;
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
