// How much likelier a value is drawn by chance than written by a person, in bits. The one measure behind "random-looking".

import { rememberLast } from '../../remember.ts';
import { capital, capitalHex, digit, kindOf, kindsIn, otherMark, small, smallHex, tokenMark } from './characters.ts';
import { surpriseAfter } from './word-model.ts';

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

/** Bits by which chance explains a value better than a writer does. */
export const surelyRandom = 10;

/**
 * The bits a writer of names would need for the value, less the bits chance needs. Below 0 it reads like words; above 12 hardly
 * one name in a hundred gets there, while nineteen of twenty random values of 16 characters do. Several rules ask for one value.
 */
export const randomBits = rememberLast(
  (value): number => writtenBits(value) - Math.min(value.length * Math.log2(alphabetSize(value)), runBits(value)),
);

/** By the pieces that names and sentences are made of: words, humps, runs of capitals, numbers and single marks. */
function writtenBits(value: string): number {
  let bits = 0;
  let afterMark = false;
  for (let start = 0, end = 0; start < value.length; start = end) {
    const first = value.charCodeAt(start);
    end = endOfPiece(value, start);
    if (isLetter(first)) bits += wordBits + letterBits(value, start, end);
    else if (isDigit(first)) bits += numberBits + digitBits * (end - start);
    else bits += (isJoint(first) ? jointBits : markBits) + (afterMark ? markAgainBits : 0);
    afterMark = !isLetter(first) && !isDigit(first);
  }
  return bits;
}

function endOfPiece(value: string, start: number): number {
  const first = value.charCodeAt(start);
  if (isDigit(first)) return endOfKind(digit, value, start);
  if (isSmall(first)) return endOfKind(small, value, start);
  if (!isCapital(first)) return start + 1;
  const end = endOfKind(capital, value, start);
  if (end === value.length || !isSmall(value.charCodeAt(end))) return end;
  // The last capital belongs to the word that follows.
  return end === start + 1 ? endOfKind(small, value, start) : end - 1;
}

/** Where the kind of characters ends that `start` is one of. */
function endOfKind(kind: number, value: string, start: number): number {
  let end = start + 1;
  while (end < value.length && (kindOf(value.charCodeAt(end)) & kind) !== 0) end++;
  return end;
}

function isSmall(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

function isCapital(unit: number): boolean {
  return unit >= 65 && unit <= 90;
}

function isLetter(unit: number): boolean {
  return isSmall(unit | 32);
}

/** `-`, `_`, `.`, a space, `/`, `:`. */
function isJoint(unit: number): boolean {
  return (unit >= 45 && unit <= 47) || unit === 95 || unit === 32 || unit === 58;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Chance that draws one class of characters for a while, then another: `Kqzvbd_31`. */
function runBits(value: string): number {
  let bits = 0;
  let previous = 0;
  for (let i = 0; i < value.length; i++) {
    const size = classSize(value.charCodeAt(i));
    bits += choiceBits(size) + (i === 0 || size === previous ? stayBits : switchBits);
    previous = size;
  }
  return bits;
}

/** What a class costs for each of its characters. */
function choiceBits(size: number): number {
  return size === 10 ? digitChoice : size === 28 ? markChoice : letterChoice;
}

const letterChoice = Math.log2(26);
const digitChoice = Math.log2(10);
const markChoice = Math.log2(28);

/** Size of the character's class; capitals are negative to be told from small letters. */
function classSize(unit: number): number {
  if (isSmall(unit)) return 26;
  if (isCapital(unit)) return -26;
  return isDigit(unit) ? 10 : 28;
}

/** Sum over the letters of a word and its end of the surprise after the two before. */
function letterBits(value: string, start: number, end: number): number {
  let quarters = 0;
  let before = 0;
  let previous = 0;
  for (let i = start; i <= end; i++) {
    const letter = i < end ? value.charCodeAt(i) & 0x1f : 0;
    quarters += (surpriseAfter[before]?.charCodeAt(previous * 27 + letter) ?? 40) - 40;
    before = previous;
    previous = letter;
  }
  // Tables hold quarters rounded down by half a step.
  return quarters / 4 + (end - start + 1) / 8;
}

/** Size of the smallest usual alphabet that has the value's characters. */
export function alphabetSize(value: string): number {
  const kinds = kindsIn(value);
  if ((kinds & ~digit) === 0) return 10;
  if ((kinds & ~(digit | smallHex)) === 0 || (kinds & ~(digit | capitalHex)) === 0) return 16;
  const letters = ((kinds & small) === 0 ? 0 : 26) + ((kinds & capital) === 0 ? 0 : 26);
  const marks = (kinds & otherMark) !== 0 ? 28 : (kinds & tokenMark) !== 0 ? 4 : 0;
  return letters + ((kinds & digit) === 0 ? 0 : 10) + marks;
}
