import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { formatPhrase } from '../../../src/engine/phrase.ts';
import { isFailure } from '../../../src/engine/scan/skip-reasons.ts';
import { decodeText, readText } from '../../../src/node/read-text.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const limit = 1_000_000;

describe('read-text', () => {
  it('reads UTF-8, and the same file with a byte order mark as the same text', () => {
    assert.equal(textOf(Buffer.from('naïve ключ 🔑')), 'naïve ключ 🔑');
    assert.equal(textOf(Buffer.from('\ufeffnaïve ключ 🔑')), 'naïve ключ 🔑');
  });

  it('replaces bytes that are no UTF-8 and keeps what stands around them', () => {
    assert.equal(textOf(Buffer.from([0x61, 0xff, 0xfe, 0x62])), 'a\ufffd\ufffdb');
  });

  it('reads UTF-16 of both byte orders by its mark', () => {
    const little = Buffer.from('\ufeffключ = 🔑', 'utf16le');
    assert.equal(textOf(little), 'ключ = 🔑');
    assert.equal(textOf(Buffer.from(little).swap16()), 'ключ = 🔑');
  });

  it('survives half a character at the end of UTF-16', () => {
    const little = Buffer.from('\ufeffab', 'utf16le');
    assert.equal(textOf(little.subarray(0, -1)), 'a');
    assert.equal(textOf(Buffer.from(little).swap16().subarray(0, -1)), 'a');
  });

  it('skips binary files', () => {
    assert.equal(reasonOf(decodeText(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]), limit)), 'binary file');
  });

  it('skips files above the limit without reading them', () => {
    const path = join(temporaryFolder(), 'huge.txt');
    const file = openSync(path, 'w');
    ftruncateSync(file, 200_000_000); // sparse: takes no room
    closeSync(file);
    assert.equal(reasonOf(readText(path, 5_000_000)), 'larger than 5 MB');
  });

  it('reads an empty file as an empty text', () => {
    assert.equal(textOf(Buffer.alloc(0)), '');
  });

  it('reads files of any size one after the other', () => {
    for (const size of [10, 300_000, 0, 70_000, 3]) assert.equal(textOf(Buffer.alloc(size, 'x')).length, size);
  });

  it('tells that a file could not be read, and by which error', () => {
    const result = readText(join(temporaryFolder(), 'gone'), limit);
    assert.equal(reasonOf(result), 'could not be read (ENOENT)');
    assert.ok(result.kind === 'skipped' && isFailure(result.reason));
  });

  it('does not take a folder for a file', () => {
    assert.equal(reasonOf(readText(temporaryFolder(), limit)), 'not a regular file');
  });

  it('does not wait for a writer at a named pipe', function () {
    if (process.platform === 'win32') this.skip();
    const pipe = join(temporaryFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    assert.equal(reasonOf(readText(pipe, limit)), 'not a regular file');
  });
});

function textOf(bytes: Uint8Array): string {
  const result = readText(join(temporaryFolder({ file: bytes }), 'file'), limit);
  assert.ok(result.kind === 'text');
  return result.text;
}

function reasonOf(result: ReturnType<typeof readText>): string {
  assert.ok(result.kind === 'skipped');
  return formatPhrase(result.reason);
}
