import assert from 'node:assert/strict';
import { type AsciiEncoder, blockSize, margin, textBlock } from '../../../../src/engine/scan/text-block.ts';
import { latin1Writer } from '../../../../src/node/latin1-writer.ts';

describe('a block of a text', () => {
  for (const [name, encoder] of [
    ['with a text encoder', new TextEncoder() as AsciiEncoder],
    ['with the Latin-1 writer', latin1Writer],
    ['without an encoder', undefined],
  ] as const) {
    describe(name, () => {
      const { buffer, read } = textBlock(encoder);

      /** What a reader of the block at `base` may look at. */
      function around(text: string, base: number): string {
        read(text, base);
        const size = Math.min(blockSize, text.length - base);
        return Buffer.from(buffer, 0, margin + size + margin).toString('latin1');
      }

      const wanted = (text: string, base: number): string =>
        `${'\0'.repeat(margin)}${text}${'\0'.repeat(margin)}`.slice(base, base + margin + blockSize + margin);

      it('has the text, and zeros around it', () => {
        for (const text of ['', 'a', 'key = "é"', 'x'.repeat(1000), 'ab', 'b'.repeat(blockSize), ''])
          assert.equal(around(text, 0), wanted(text, 0), text.slice(0, 10));
      });

      it('has what stands on either side in a long text', () => {
        for (const rest of [1, 15, margin - 1, margin, margin + 1, 5000]) {
          const text = Array.from({ length: 2 * blockSize + rest }, (_, index) => String.fromCharCode(33 + (index % 89))).join('');
          for (const base of [0, blockSize, 2 * blockSize]) assert.equal(around(text, base), wanted(text, base), `${rest} ${base}`);
        }
      });

      it('has the text that was read last', () => {
        for (const text of ['one', 'one', 'two', 'one', 'one', 'one']) assert.equal(around(text, 0), wanted(text, 0));
      });
    });
  }

  it('is copied once for two readers', () => {
    let copies = 0;
    const encoder: AsciiEncoder = {
      encodeInto: (text, bytes) => {
        copies++;
        return latin1Writer.encodeInto(text, bytes);
      },
    };
    for (const text of ['one', 'other']) {
      textBlock(encoder).read(text, 0);
      textBlock(encoder).read(text, 0);
    }
    assert.equal(copies, 2);
  });
});
