// Characters written as escapes inside a value: `\u003d` as serializers of JSON write `=`, letters hidden as `\x41`.

import { lineAround } from '../line-around.ts';
import type { DerivedPart, DerivedText } from './derived-text.ts';

const entry = { fact: 'written with escapes', mustSpanParts: true };

const escaped = /\\(?:u00([0-9A-Fa-f]{2})|x([0-9A-Fa-f]{2}))/g;

/** A value around an escape, without gaps and quotes. */
const longest = 400;

/** Adds the values that hold an escape of a letter, digit or mark that keys are made of. */
export function unescapeValues(text: string, derived: DerivedText): void {
  for (const sign of ['\\u00', '\\x']) {
    let done = 0;
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, Math.max(at + 1, done))) done = addValue(text, at, derived);
  }
}

/** Returns where the value ends. */
function addValue(text: string, at: number, derived: DerivedText): number {
  let start = at;
  while (start > 0 && at - start < longest && isInside(text.charAt(start - 1))) start--;
  let end = at;
  while (end < text.length && end - at < longest && isInside(text.charAt(end))) end++;
  const parts = partsOf(text, start, end);
  const value = parts.map(part => part.text).join('');
  if (value.length >= 16 && /^[\w+/=.~:@-]+$/.test(value)) {
    const line = lineAround(text, { start, end: start }, 120);
    derived.add(entry, text.slice(line.start, start), parts, text.charAt(end));
  }
  return Math.max(end, at + 1);
}

function partsOf(text: string, start: number, end: number): readonly DerivedPart[] {
  const parts: DerivedPart[] = [];
  const value = text.slice(start, end);
  const add = (part: string, from: number, to: number, exact: boolean): void => {
    if (part !== '') parts.push({ text: part, origin: { start: start + from, end: start + to }, exact });
  };
  let last = 0;
  for (const found of value.matchAll(escaped)) {
    const to = found.index + found[0].length;
    add(value.slice(last, found.index), last, found.index, true);
    add(String.fromCharCode(Number.parseInt(found[1] ?? found[2] ?? '', 16)), found.index, to, false);
    last = to;
  }
  add(value.slice(last), last, value.length, true);
  return parts;
}

function isInside(character: string): boolean {
  return /[\w+/=.~:@\\-]/.test(character);
}
