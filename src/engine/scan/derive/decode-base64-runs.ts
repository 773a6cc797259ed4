// Base64 in a text that decodes to text: keys and files that are packed into settings.

import { decodeBase64Text } from '../../base64.ts';
import { isBase64, isReadable, sixBitsOf } from '../../base64-letters.ts';
import { lineAround } from '../line-around.ts';
import type { SieveBase64 } from './base64-sieve.ts';
import type { DerivedText } from './derived-text.ts';

/** Shorter runs are read as words anyway: 24 characters hold 18 bytes, less than any key of a known form. */
const shortest = 24;

/** No more of one run and of one text is decoded: images and archives that begin like text end here. */
const longest = 65_536;
const budget = 262_144;

/** How far a run's beginning is decoded to see whether it is text at all: random bytes are, once in ten million times. */
const probed = 24;

const entry = { fact: 'encoded in base64', mustSpanParts: false };

/** Adds what the runs of base64 say, once: what is encoded twice stays so. */
export function decodeBase64Runs(text: string, sieve: SieveBase64, derived: DerivedText): void {
  let left = budget;
  /** All runs that begin ahead of here are done. */
  let done = 0;
  sieve(text, place => {
    if (place < done || left <= 0) return;
    let start = startOfRun(text, place, done);
    if (isSourceMap(text, start)) {
      done = endOfWholeRun(text, start);
      return;
    }
    for (let end = endOfRun(text, start); left > 0 && end - start >= shortest; end = endOfRun(text, start)) {
      left -= decodeRun(text, start, end, derived);
      start = end;
      done = end;
    }
  });
}

function startOfRun(text: string, place: number, least: number): number {
  let start = place;
  while (start > least && isBase64(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Maps are left out as files are: the sources that they repeat are elsewhere. */
function isSourceMap(text: string, start: number): boolean {
  return /sourceMappingURL=data:[\w/;=-]{1,80},$/.test(text.slice(Math.max(0, start - 110), start));
}

function endOfWholeRun(text: string, start: number): number {
  let end = start;
  while (end < text.length && isBase64(text.charCodeAt(end))) end++;
  return end;
}

/** A long run is taken in pieces. */
function endOfRun(text: string, start: number): number {
  const limit = Math.min(text.length, start + longest);
  let end = start;
  while (end < limit && isBase64(text.charCodeAt(end))) end++;
  return end;
}

/** How many characters were decoded. */
function decodeRun(text: string, start: number, end: number, derived: DerivedText): number {
  if (!isTextUpTo(text, start, start + probed)) return 0;
  const padded = text.startsWith('==', end) ? end + 2 : end + Number(text[end] === '=');
  // An image that begins like text is not worth the decoding.
  const decoded = isTextUpTo(text, start, end - 3) ? decodeBase64Text(text.slice(start, padded)) : undefined;
  if (decoded === undefined || !isText(decoded)) return end - start;
  // One word is a value: it keeps the name it is given. Anything longer has names of its own.
  const isValue = /^\S{1,200}$/.test(decoded);
  const before = isValue ? nameBefore(text, start) : '';
  derived.add(entry, before, [{ text: decoded, origin: { start, end: padded }, exact: false }], isValue ? '"' : '');
  return end - start;
}

function nameBefore(text: string, start: number): string {
  const line = lineAround(text, { start, end: start }, 120);
  const left = text.slice(line.start, start);
  return /["'`]$/.test(left) ? `${left.slice(0, -1)}"` : `${left}"`;
}

function isText(decoded: string | undefined): boolean {
  return decoded !== undefined && /^[\t\n\r\x20-\x7e]+$/.test(decoded);
}

/** Whether the whole groups that begin ahead of `end` decode to readable bytes. */
function isTextUpTo(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 4) {
    let bits = 0;
    for (let index = at; index < at + 4; index++) bits = (bits << 6) | sixBitsOf(text.charCodeAt(index));
    if (!isReadable(bits >> 16) || !isReadable((bits >> 8) & 0xff) || !isReadable(bits & 0xff)) return false;
  }
  return true;
}
