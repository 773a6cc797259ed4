// Characters of a value that are not written as they are: `\u003d` as serializers of JSON write `=`, letters hidden as `\x41`, `%3D`
// in addresses, and lines that go on behind a backslash.

import type { SourceText } from '../../text.ts';
import { lineAround } from '../line-around.ts';
import type { DerivedPart, DerivedText } from './derived-text.ts';

/** A way to write characters. */
interface Writing {
  readonly fact: string;
  readonly mustSpanParts: true;
  /** What every place of it begins with. */
  readonly signs: readonly string[];
  /** One character, sticky: `hex` is its code. Without a code it stands for nothing. */
  readonly written: RegExp;
  /** What the value may have ahead of it. */
  readonly mayPrecede: RegExp;
  /** What the value is made of, decoded. */
  readonly alphabet: RegExp;
}

const keyCharacters = /^[\w+/=.~:@-]+$/;

const escapes: Writing = {
  fact: 'written with escapes',
  mustSpanParts: true,
  signs: ['\\u00', '\\x'],
  written: /\\(?:u00|x)(?<hex>[0-9A-Fa-f]{2})/y,
  mayPrecede: /[\w+/=.~:@\\-]/,
  alphabet: keyCharacters,
};

const percents: Writing = {
  fact: 'written with percent signs',
  mustSpanParts: true,
  signs: ['%'],
  written: /%(?<hex>[0-9A-Fa-f]{2})/y,
  mayPrecede: /[\w+/=.~:@-]/,
  // An address may hold another one.
  alphabet: /^[\w+/=.~:@?&-]+$/,
};

const continued: Writing = {
  fact: 'written over several lines',
  mustSpanParts: true,
  signs: ['\\\n', '\\\r\n'],
  written: /\\\r?\n/y,
  mayPrecede: /[\w+/=.~:@-]/,
  alphabet: keyCharacters,
};

/** Where the next line's indentation is no part of the string. */
const continuedIndented: Writing = { ...continued, written: /\\\r?\n[ \t]{0,40}/y };
const dropsIndentation = /\.(?:ya?ml|rs)$|^(?:yaml|rust)$/;

/** A value around an escape, without gaps and quotes. */
const longest = 400;

/** No key is as short. */
const shortestValue = 16;

/** Adds the values that hold an escape of a letter, digit or mark that keys are made of. */
export function unescapeValues({ text, uri, languageId }: SourceText, derived: DerivedText): void {
  const lines = dropsIndentation.test(languageId || uri) ? continuedIndented : continued;
  const backslashed = backslashedSigns(text);
  for (const writing of [escapes, percents, lines]) {
    for (const sign of writing.signs) {
      if (sign.startsWith('\\') && !backslashed.has(sign)) continue;
      let done = 0;
      for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, Math.max(at + 1, done)))
        done = addValue(text, at, writing, derived);
    }
  }
}

const signsByNext: ReadonlyMap<number, string> = new Map(
  [...escapes.signs, ...continued.signs].map(sign => [sign.charCodeAt(1), sign] as const),
);

/** Which signs that begin with a backslash the text has: one search for four, as most texts have none of them. */
function backslashedSigns(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = text.indexOf('\\'); at >= 0 && found.size < signsByNext.size; at = text.indexOf('\\', at + 1)) {
    const sign = at + 1 < text.length ? signsByNext.get(text.charCodeAt(at + 1)) : undefined;
    if (sign !== undefined && text.startsWith(sign, at)) found.add(sign);
  }
  return found;
}

/** Returns where the value ends. */
function addValue(text: string, at: number, writing: Writing, derived: DerivedText): number {
  // Most of what looks like the sign of an escape is none.
  writing.written.lastIndex = at;
  if (!writing.written.test(text)) return at + 1;
  let start = at;
  while (start > 0 && at - start < longest && writing.mayPrecede.test(text.charAt(start - 1))) start--;
  const { parts, end } = readParts(text, start, writing);
  const value = parts.map(part => part.text).join('');
  if (parts.length > 1 && value.length >= shortestValue && writing.alphabet.test(value)) {
    const line = lineAround(text, { start, end: start }, 120);
    derived.add(writing, text.slice(line.start, start), parts, text.charAt(end));
  }
  return Math.max(end, at + 1);
}

function readParts(text: string, start: number, { written }: Writing): { readonly parts: readonly DerivedPart[]; readonly end: number } {
  const parts: DerivedPart[] = [];
  const limit = Math.min(text.length, start + 2 * longest);
  let at = start;
  let plainStart = start;
  const addPlain = (): void => {
    if (at > plainStart) parts.push({ text: text.slice(plainStart, at), origin: { start: plainStart, end: at }, exact: true });
  };
  while (at < limit) {
    written.lastIndex = at;
    const found = mayBeEscape(text, at) ? written.exec(text) : null;
    if (!found && !isPlain(text.charAt(at))) break;
    if (!found) {
      at++;
      continue;
    }
    addPlain();
    const hex = found.groups?.['hex'];
    const end = at + found[0].length;
    if (hex !== undefined) parts.push({ text: String.fromCharCode(Number.parseInt(hex, 16)), origin: { start: at, end }, exact: false });
    at = end;
    plainStart = end;
  }
  addPlain();
  return { parts, end: at };
}

function mayBeEscape(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character === '\\' || character === '%';
}

/** A backslash that begins no escape of the kind spoils the value: nobody knows here what it means. */
function isPlain(character: string): boolean {
  return /[\w+/=.~:@\\-]/.test(character);
}
