import assert from 'node:assert/strict';
import { HitList } from '../../../src/engine/scan/hit-list.ts';
import { createPrefilter } from '../../../src/engine/scan/prefilter.ts';
import { latin1Writer } from '../../../src/node/latin1-writer.ts';

describe('latin1-writer', () => {
  it('writes one byte for each character, at its place', () => {
    const bytes = new Uint8Array(8);
    assert.deepEqual(latin1Writer.encodeInto('aé\u{1f511}z', bytes.subarray(2)), { read: 5, written: 5 });
    assert.deepEqual([...bytes], [0, 0, 0x61, 0xe9, 0x3d, 0x11, 0x7a, 0]);
  });

  it('serves the prefilter like an encoder of UTF-8', () => {
    const text = `${'ключ é 🔑 '.repeat(9_000)}key ${'x'.repeat(70_000)}é secret`;
    assert.deepEqual(hitsOf(text, latin1Writer), hitsOf(text, new TextEncoder()));
    assert.equal(hitsOf(text, latin1Writer).length, 2);
  });
});

function hitsOf(text: string, encoder: typeof latin1Writer): readonly string[] {
  const hits = new HitList();
  createPrefilter({ keywords: ['key', 'secret'], edges: new Uint8Array(2) }, { encoder })(text, hits);
  return Array.from({ length: hits.length }, (_, index) => `${hits.keyword(index)}@${hits.start(index)}`);
}
