import assert from 'node:assert/strict';
import { HitList } from '../../../../src/engine/scan/hit-list.ts';
import { createPrefilter, type Prefilter } from '../../../../src/engine/scan/prefilter.ts';
import { createPlainSearch } from '../../../../src/engine/scan/search-plainly.ts';

const keywords = ['key', 'sk-', 'secret', 'akia', 'a-b', '_key'];

describe('search-plainly', () => {
  it('finds what the prefilter finds, in the same order', () => {
    const pieces = ['KEY', 'key', 'sK-', 'Secret_Key', '\u212aey', '\u0130key', 'AKIA', 'aa-b', ' ', '\n', 'ключ', '🔑', 'kkeyy', 'sk-sk-'];
    for (let seed = 1; seed <= 300; seed++) {
      const text = Array.from({ length: 12 }, (_, index) => pieces[(seed * 7919 + index * index * 31 + seed * index) % pieces.length]).join(
        '',
      );
      assert.deepEqual(
        hitsOf(createPlainSearch(keywords), text),
        hitsOf(createPrefilter({ keywords, edges: new Uint8Array(keywords.length) }), text),
        JSON.stringify(text),
      );
    }
  });

  it('takes a letter for a letter of a keyword only where the prefilter does', () => {
    assert.deepEqual(hitsOf(createPlainSearch(keywords), '\u212aey'), []);
    assert.deepEqual(hitsOf(createPlainSearch(keywords), '\u0130KEY'), [[1, 'key']]);
  });
});

function hitsOf(search: Prefilter, text: string): readonly (readonly [start: number, keyword: string | undefined])[] {
  const hits = new HitList();
  search(text, hits);
  hits.sort();
  return Array.from({ length: hits.length }, (_, index) => [hits.start(index), keywords[hits.keyword(index)]] as const);
}
