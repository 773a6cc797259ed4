// Where the terminal writes to: files and pipes directly, a screen through Node's stream, which takes longer to load than a file
// to scan and which only a screen needs.

import { fstatSync, statSync, writeSync } from 'node:fs';
import { errorCode } from '../node/error-code.ts';
import type { Output } from './command-line.ts';

/** As `node:os` names it, which is not loaded for that. */
const nullDevice = process.platform === 'win32' ? '\\\\.\\nul' : '/dev/null';

/** `stream` is asked for where writing directly will not do. */
export function processOutput(descriptor: number, stream: () => NodeJS.WriteStream): Output {
  if (!takesDirectly(descriptor)) return stream();
  let write = (text: string): void => {
    const left = writeDirectly(descriptor, Buffer.from(text));
    if (left.length === 0) return;
    // A pipe whose reader is slow: the stream waits for it.
    write = rest => void stream().write(rest);
    stream().write(left);
  };
  return { isTTY: false, write: text => write(text) };
}

function takesDirectly(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFile() || stats.isFIFO() || stats.isSocket() || (stats.isCharacterDevice() && stats.rdev === statSync(nullDevice).rdev);
  } catch {
    return false; // closed, or of no known kind: the stream knows what to make of it
  }
}

/** What could not be written without waiting. */
function writeDirectly(descriptor: number, bytes: Buffer): Buffer {
  let left = bytes;
  try {
    while (left.length > 0) left = left.subarray(writeSync(descriptor, left));
  } catch (error) {
    if (errorCode(error) === 'EAGAIN') return left;
    // The reader of a pipe may leave early (`| head`): nothing is wrong then, and nothing is left to say.
    if (errorCode(error) !== 'EPIPE') process.exitCode = 2;
  }
  return Buffer.alloc(0);
}
