// Characters of a value that are not written as they are: `\u003d` as serializers of JSON write `=`, letters hidden as `\x41`, `%3D`
// in addresses, and lines that go on behind a backslash.

import { type Alphabet, alphabetOf, endOfRun, isAt, isIn, startOfRun } from '../../alphabet.ts';
import type { SourceText } from '../../text.ts';
import { lineAround } from '../line-around.ts';
import type { DerivedPart, DerivedText } from './derived-text.ts';

/** A way to write characters. */
interface Writing {
  readonly fact: string;
  readonly mustSpanParts: true;
  /** How many characters write one that begins here, 0 where none does. */
  readonly lengthAt: (text: string, at: number) => number;
  /** Whether the last two are its code. Without a code it stands for nothing. */
  readonly isCoded: boolean;
  /** What the value may have ahead of it. */
  readonly mayPrecede: Alphabet;
  /** What the value is made of, decoded. */
  readonly alphabet: Alphabet;
}

const keyCharacters = alphabetOf(/[\w+/=.~:@-]/);
const hexDigits = alphabetOf(/[0-9A-Fa-f]/);
const blanks = alphabetOf(/[ \t]/);

const escapes: Writing = {
  fact: 'written with escapes',
  mustSpanParts: true,
  lengthAt: (text, at) => codedLength(text, at, '\\x') || codedLength(text, at, '\\u00'),
  isCoded: true,
  mayPrecede: alphabetOf(/[\w+/=.~:@\\-]/),
  alphabet: keyCharacters,
};

const percents: Writing = {
  fact: 'written with percent signs',
  mustSpanParts: true,
  lengthAt: (text, at) => codedLength(text, at, '%'),
  isCoded: true,
  mayPrecede: keyCharacters,
  // An address may hold another one.
  alphabet: alphabetOf(/[\w+/=.~:@?&-]/),
};

const continued: Writing = {
  fact: 'written over several lines',
  mustSpanParts: true,
  lengthAt: (text, at) => (text.startsWith('\\\n', at) ? 2 : text.startsWith('\\\r\n', at) ? 3 : 0),
  isCoded: false,
  mayPrecede: keyCharacters,
  alphabet: keyCharacters,
};

/** Where the next line's indentation is no part of the string. */
const continuedIndented: Writing = {
  ...continued,
  lengthAt: (text, at) => {
    const lineEnd = continued.lengthAt(text, at);
    return lineEnd === 0 ? 0 : endOfRun(text, at + lineEnd, 40, blanks) - at;
  },
};
const dropsIndentation = /\.(?:ya?ml|rs)$|^(?:yaml|rust)$/;

/** A sign and two hexadecimal digits. */
function codedLength(text: string, at: number, sign: string): number {
  const digits = at + sign.length;
  return isAt(text, digits, hexDigits) && isAt(text, digits + 1, hexDigits) && text.startsWith(sign, at) ? sign.length + 2 : 0;
}

/** A value around an escape, without gaps and quotes. */
const longest = 400;

/** No key is as short. */
const shortestValue = 16;

/** Adds the values that hold an escape of a letter, digit or mark that keys are made of. */
export function unescapeValues({ text, uri, languageId }: SourceText, derived: DerivedText): void {
  const backslashed = findBackslashed(text);
  for (const places of backslashed.escapes) addValues(text, places, escapes, derived);
  addPercents(text, derived);
  if (backslashed === none) return;
  const lines = dropsIndentation.test(languageId || uri) ? continuedIndented : continued;
  for (const places of backslashed.lineEnds) addValues(text, places, lines, derived);
}

/** Adds the values in which the writing stands at these places. */
function addValues(text: string, places: readonly number[], writing: Writing, derived: DerivedText): void {
  let done = 0;
  for (const at of places) if (at >= done) done = addValue(text, at, writing, derived);
}

function addPercents(text: string, derived: DerivedText): void {
  let done = 0;
  for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', Math.max(at + 1, done))) {
    // Most of what looks like the sign of an escape is none.
    if (percents.lengthAt(text, at) > 0) done = addValue(text, at, percents, derived);
  }
}

/** Where a text has what is written with a backslash, by its sign. */
interface Backslashed {
  /** `\u00` and `\x`. */
  readonly escapes: readonly [number[], number[]];
  /** A line feed alone, or behind a carriage return. */
  readonly lineEnds: readonly [number[], number[]];
}

const none: Backslashed = { escapes: [[], []], lineEnds: [[], []] };

/** One search for four signs: most texts have none of them, and most backslashes begin something else. */
function findBackslashed(text: string): Backslashed {
  let found = none;
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 1)) {
    if (!isAt(text, at + 1, seconds)) continue;
    const second = text.charCodeAt(at + 1);
    const isWritten = isIn(lineEnds, second) ? continued.lengthAt(text, at) > 0 : escapes.lengthAt(text, at) > 0;
    if (!isWritten) continue;
    if (found === none) found = { escapes: [[], []], lineEnds: [[], []] };
    listFor(second, found).push(at);
  }
  return found;
}

/** By what stands behind the backslash. */
function listFor(second: number, { escapes: [long, short], lineEnds: [alone, behind] }: Backslashed): number[] {
  if (second === smallU) return long;
  if (second === smallX) return short;
  return second === lineFeed ? alone : behind;
}

const seconds = alphabetOf(/[ux\n\r]/);
const lineEnds = alphabetOf(/[\n\r]/);
const [smallU, smallX, lineFeed] = [117, 120, 10];

/** Returns where the value ends. */
function addValue(text: string, at: number, writing: Writing, derived: DerivedText): number {
  const start = startOfRun(text, at, longest, writing.mayPrecede);
  const { end, parts, length, isKey } = measure(text, start, writing);
  if (parts > 1 && length >= shortestValue && isKey) {
    const line = lineAround(text, { start, end: start }, 120);
    derived.add(writing, text.slice(line.start, start), readParts(text, start, end, writing), text.charAt(end));
  }
  return Math.max(end, at + 1);
}

interface Measure {
  readonly end: number;
  readonly parts: number;
  /** Of the value, decoded. */
  readonly length: number;
  /** Whether it has nothing in it that no key has. */
  readonly isKey: boolean;
}

/** A walk that makes nothing: few of the values that hold an escape may be keys. */
function measure(text: string, start: number, writing: Writing): Measure {
  const limit = Math.min(text.length, start + 2 * longest);
  let parts = 0;
  let length = 0;
  let isKey = true;
  let at = start;
  for (let isInPlain = false; at < limit; ) {
    const code = text.charCodeAt(at);
    const written = mayBeWritten(code) ? writing.lengthAt(text, at) : 0;
    if (written === 0 && !isIn(plain, code)) break;
    const isPart = written === 0 ? !isInPlain : writing.isCoded;
    const has = written === 0 || writing.isCoded;
    if (isPart) parts++;
    if (has) length++;
    // Tables of bytes are written like this, too: once it is no key only its end is looked for.
    if (isKey && has && !isIn(writing.alphabet, written === 0 ? code : codeOf(text, at + written))) isKey = false;
    isInPlain = written === 0;
    at += Math.max(1, written);
  }
  return { end: at, parts, length, isKey };
}

function readParts(text: string, start: number, end: number, writing: Writing): readonly DerivedPart[] {
  const parts: DerivedPart[] = [];
  let plainStart = start;
  const addPlain = (plainEnd: number): void => {
    if (plainEnd <= plainStart) return;
    parts.push({ text: text.slice(plainStart, plainEnd), origin: { start: plainStart, end: plainEnd }, exact: true });
  };
  for (let at = start; at < end; ) {
    const written = mayBeWritten(text.charCodeAt(at)) ? writing.lengthAt(text, at) : 0;
    if (written > 0) {
      addPlain(at);
      plainStart = at + written;
      const origin = { start: at, end: plainStart };
      if (writing.isCoded) parts.push({ text: String.fromCharCode(codeOf(text, plainStart)), origin, exact: false });
    }
    at += Math.max(1, written);
  }
  addPlain(end);
  return parts;
}

/** The character whose code ends here. */
function codeOf(text: string, end: number): number {
  return (hexValue(text.charCodeAt(end - 2)) << 4) | hexValue(text.charCodeAt(end - 1));
}

function hexValue(digit: number): number {
  return digit <= 57 ? digit - 48 : (digit | 0x20) - 87;
}

function mayBeWritten(code: number): boolean {
  return code === backslash || code === percent;
}

const [percent, backslash] = [37, 92];

/** A backslash that begins no escape of the kind spoils the value: nobody knows here what it means. */
const plain = alphabetOf(/[\w+/=.~:@\\-]/);
