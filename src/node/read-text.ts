// One file's text, or why there is none: UTF-8 and UTF-16, no binaries, nothing larger than asked for.
// Synchronous on purpose: it runs in worker threads and in the terminal, where a promise for each file costs many times the read.

import { isAscii } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Phrase } from '../engine/phrase.ts';
import { phrase } from '../engine/phrase.ts';
import { unreadable } from '../engine/scan/skip-reasons.ts';
import { errorCode } from './error-code.ts';

export type ReadResult = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'skipped'; readonly reason: Phrase };

/** The text as editors show it: without its byte order mark, bytes that are no UTF-8 replaced by U+FFFD. */
export function readText(path: string, maxFileSize: number): ReadResult {
  let file: number;
  try {
    // Without O_NONBLOCK, opening a named pipe waits for a writer that may never come. (Windows does not know the flag.)
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return skipped(unreadable(errorCode(error)));
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return skipped(phrase('not a regular file'));
    if (stats.size > maxFileSize) return skipped(tooLarge(maxFileSize));
    return decodeText(readBytes(file, stats.size), maxFileSize);
  } catch (error) {
    return skipped(unreadable(errorCode(error)));
  } finally {
    closeSync(file);
  }
}

/** The same for bytes that are already here (standard input). */
export function decodeText(bytes: Buffer, maxFileSize: number): ReadResult {
  if (bytes.length > maxFileSize) return skipped(tooLarge(maxFileSize));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return text(bytes.subarray(2).toString('utf16le'));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return text(decodeBigEndian(bytes.subarray(2)));
  if (bytes.subarray(0, sniffedBytes).includes(0)) return skipped(phrase('binary file'));
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return text(isAscii(bytes) ? bytes.toString('latin1') : bytes.subarray(hasMark ? 3 : 0).toString('utf8'));
}

// As git does: a NUL among the first 8000 bytes makes a file binary.
const sniffedBytes = 8000;

// One buffer for all files of this thread: it grows to the largest file met, and `maxFileSize` bounds that.
let arena = Buffer.allocUnsafeSlow(64 * 1024);

function readBytes(file: number, size: number): Buffer {
  if (size > arena.length) arena = Buffer.allocUnsafeSlow(size);
  let length = 0;
  while (length < size) {
    const count = readSync(file, arena, length, size - length, null);
    if (count === 0) break; // The file became shorter since it was measured.
    length += count;
  }
  return arena.subarray(0, length);
}

function decodeBigEndian(bytes: Buffer): string {
  const whole = bytes.length - (bytes.length % 2);
  return Buffer.from(bytes.subarray(0, whole)).swap16().toString('utf16le');
}

export function tooLarge(maxFileSize: number): Phrase {
  return phrase('larger than {0} MB', Math.round(maxFileSize / 100_000) / 10);
}

function skipped(reason: Phrase): ReadResult {
  return { kind: 'skipped', reason };
}

function text(decoded: string): ReadResult {
  return { kind: 'text', text: decoded };
}
