import assert from 'node:assert/strict';
import { type OpenFile, overwrite } from '../../../src/node/overwrite.ts';

describe('overwriting a file in place', () => {
  it('writes the whole text, however little goes at a time, and cuts the rest', async () => {
    const disk = new Disk('FIRST=1\nSECOND=2\n', { room: 100, atOnce: 3 });
    await overwrite(disk, 'FIRST=1\nSECOND=2\n', 'FIRST=12\n');
    assert.equal(disk.text, 'FIRST=12\n');
  });

  it('leaves what the file held when the disk is full', async () => {
    const before = 'FIRST=1\nSECOND=2\n';
    const disk = new Disk(before, { room: before.length + 4, atOnce: 5 });
    await assert.rejects(overwrite(disk, before, `NEW=3\n${before}`), { message: 'ENOSPC' });
    assert.equal(disk.text, before);
  });
});

class Disk implements OpenFile {
  readonly #limits: { readonly room: number; readonly atOnce: number };
  text: string;

  constructor(text: string, limits: { readonly room: number; readonly atOnce: number }) {
    this.text = text;
    this.#limits = limits;
  }

  async write(bytes: Buffer, offset: number, length: number, position: number) {
    const bytesWritten = Math.min(length, this.#limits.atOnce, this.#limits.room - position);
    if (bytesWritten <= 0) throw new Error('ENOSPC');
    const piece = bytes.toString('latin1', offset, offset + bytesWritten);
    this.text = this.text.slice(0, position) + piece + this.text.slice(position + bytesWritten);
    return { bytesWritten };
  }

  async truncate(length: number): Promise<void> {
    this.text = this.text.slice(0, length);
  }

  sync(): Promise<void> {
    return Promise.resolve();
  }
}
