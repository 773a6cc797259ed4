// Base64 in a text that decodes to text: keys and files that are packed into settings.

import { decodeBase64Text } from '../../base64.ts';
import { lineAround } from '../line-around.ts';
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
export function decodeBase64Runs(text: string, derived: DerivedText): void {
  let left = budget;
  let from = 0;
  while (from + shortest <= text.length && left > 0) {
    // From the end: the last character that is no base64 tells where the next run may begin, and most are not looked at.
    let at = from + shortest - 1;
    while (at >= from && isBase64(text.charCodeAt(at))) at--;
    if (at >= from) {
      from = at + 1;
      continue;
    }
    let end = from + shortest;
    while (end < text.length && end - from < longest && isBase64(text.charCodeAt(end))) end++;
    left -= decodeRun(text, from, end, derived);
    from = end;
  }
}

/** How many characters were decoded. */
function decodeRun(text: string, start: number, end: number, derived: DerivedText): number {
  if (!mayBeText(text, start)) return 0;
  const padded = text.startsWith('==', end) ? end + 2 : end + Number(text[end] === '=');
  const decoded = decodeBase64Text(text.slice(start, padded));
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

/** Whether the first characters decode to readable bytes: three of them from every four, as most runs are words that do not. */
function mayBeText(text: string, start: number): boolean {
  for (let at = start; at < start + probed; at += 4) {
    let bits = 0;
    for (let index = at; index < at + 4; index++) bits = (bits << 6) | sixBitsOf(text.charCodeAt(index));
    if (!isReadable(bits >> 16) || !isReadable((bits >> 8) & 0xff) || !isReadable(bits & 0xff)) return false;
  }
  return true;
}

function isReadable(byte: number): boolean {
  return readable[byte] === 1;
}

const readable = new Uint8Array(256);
for (const code of [9, 10, 13]) readable[code] = 1;
readable.fill(1, 0x20, 0x7f);

function isBase64(code: number): boolean {
  return code < 128 && values[code] !== 0;
}

function sixBitsOf(code: number): number {
  return (values[code] ?? 0) - 1;
}

/** By character code: six bits and one more; 0 for what is no base64. */
const values = new Uint8Array(128);
for (const [value, letter] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  values[letter.charCodeAt(0)] = value + 1;
