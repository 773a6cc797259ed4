import assert from 'node:assert/strict';
import { catalogue } from '../../../../src/engine/rules/catalogue.ts';
import { type Edge, mayStandAt } from '../../../../src/engine/rules/word-edges.ts';
import { HitList } from '../../../../src/engine/scan/hit-list.ts';
import { createPrefilter, type Prefilter, type PrefilterOptions } from '../../../../src/engine/scan/prefilter.ts';
import { anywhere, keyEdge, nameEdge, wordEdge } from '../../../../src/engine/scan/tables/keyword-index.ts';
import type { AsciiEncoder } from '../../../../src/engine/scan/text-block.ts';
import { keywordPlaces } from '../../../support/naive-scan.ts';
import { type SeededRandom, seededRandom } from '../../../support/seeded-random.ts';

const keywords = ['key', 'sk-', 'sk-proj-', 'secret', 'token', 'ghp_', 'a.b', '-----begin', ':// '];

describe('the prefilter', () => {
  for (const [name, encoder] of [
    ['with an encoder', new TextEncoder()],
    ['without an encoder', undefined],
  ] as const) {
    describe(name, () => {
      const prefilter = prefilterOf(keywords, { encoder: encoder as AsciiEncoder | undefined });

      it('finds keywords at even and odd places, whatever their case', () => {
        assert.deepEqual(found(prefilter, keywords, 'key'), ['key@0']);
        assert.deepEqual(found(prefilter, keywords, ' KeY'), ['key@1']);
        assert.deepEqual(found(prefilter, keywords, 'SK-PROJ-'), ['sk-@0', 'sk-proj-@0']);
      });

      it('finds nothing in a text that is shorter than a keyword', () => {
        assert.deepEqual(found(prefilter, keywords, ''), []);
        assert.deepEqual(found(prefilter, keywords, 'ke'), []);
      });

      it('keeps places right behind characters of any width', () => {
        assert.deepEqual(found(prefilter, keywords, 'ключ é 🔑 key'), ['key@10']);
      });

      it('takes no foreign letter for a Latin one, though its low byte is the same', () => {
        const lookAlike = String.fromCharCode(0x100 + 'k'.charCodeAt(0), 0x100 + 'e'.charCodeAt(0), 0x100 + 'y'.charCodeAt(0));
        assert.deepEqual(found(prefilter, keywords, lookAlike), []);
        assert.deepEqual(found(prefilter, keywords, 'K\u212Aey'), []);
      });

      it('finds keywords across the borders of its blocks', () => {
        for (let at = 65_520; at < 65_545; at++) {
          const text = `${'x'.repeat(at)}sk-proj-${'x'.repeat(70_000)}é`;
          assert.deepEqual(found(prefilter, keywords, text), [`sk-@${at}`, `sk-proj-@${at}`]);
        }
      });

      it('forgets a long text before it reads a short one', () => {
        found(prefilter, keywords, 'key '.repeat(100));
        assert.deepEqual(found(prefilter, keywords, 'k'), []);
        assert.deepEqual(found(prefilter, keywords, 'ke'), []);
      });

      it('finds what a search for each keyword finds, in texts made of pieces of keywords', () => {
        for (let seed = 0; seed < 60; seed++) {
          const random = seededRandom('prefilter', seed);
          const text = confusingText(random, keywords, seed === 0 ? 40_000 : 300);
          assert.deepEqual(found(prefilter, keywords, text), placesOf(keywords, text), `seed ${seed}`);
        }
      });
    });
  }

  it('finds what a search for each keyword finds, with the keywords of all rules', () => {
    const all = [...new Set(catalogue.flatMap(rule => rule.keywords))];
    const prefilter = prefilterOf(all);
    for (let seed = 0; seed < 10; seed++) {
      const text = confusingText(seededRandom('all keywords', seed), all, 500);
      assert.deepEqual(found(prefilter, all, text), placesOf(all, text), `seed ${seed}`);
    }
  });

  it('leaves out only what does not stand at the edge that its keyword has', () => {
    const names: readonly (Edge | undefined)[] = [undefined, 'key', 'name', 'word'];
    const edges = Uint8Array.from(keywords, (_, index) => [anywhere, keyEdge, nameEdge, wordEdge][index % 4] ?? anywhere);
    const prefilter = createPrefilter({ keywords, edges }, { encoder: new TextEncoder() as AsciiEncoder });
    let left = 0;
    for (let seed = 0; seed < 60; seed++) {
      const text = confusingText(seededRandom('edges', seed), [...keywords, '\\n', '%3D', '\\u0022', 'aB'], 300).replaceAll(
        /[^\0-\x7f]/g,
        '',
      );
      const stands = ({ keyword, start }: { readonly keyword: string; readonly start: number }) => {
        const edge = names[keywords.indexOf(keyword) % 4];
        return edge === undefined || mayStandAt(edge, text, start, start + keyword.length);
      };
      const all = keywordPlaces(keywords, text);
      const wanted = all.filter(stands);
      left += all.length - wanted.length;
      assert.deepEqual(
        found(prefilter, keywords, text),
        wanted.map(({ keyword, start }) => `${keyword}@${start}`),
        `seed ${seed}`,
      );
    }
    assert.ok(left > 1_000, `only ${left} were left out`);
  });

  it('refuses a keyword of two characters', () => {
    assert.throws(() => prefilterOf(['sk']), /three characters/);
  });
});

function prefilterOf(known: readonly string[], options?: PrefilterOptions): Prefilter {
  return createPrefilter({ keywords: known, edges: new Uint8Array(known.length).fill(anywhere) }, options);
}

function found(prefilter: Prefilter, known: readonly string[], text: string): readonly string[] {
  const hits = new HitList();
  prefilter(text, hits);
  hits.sort();
  return Array.from({ length: hits.length }, (_, index) => `${known[hits.keyword(index)]}@${hits.start(index)}`);
}

function placesOf(known: readonly string[], text: string): readonly string[] {
  return keywordPlaces(known, text).map(({ keyword, start }) => `${keyword}@${start}`);
}

/** Whole keywords, torn ones, changed case, and characters of other scripts. */
function confusingText(random: SeededRandom, known: readonly string[], pieces: number): string {
  let text = '';
  for (let piece = 0; piece < pieces; piece++) {
    const keyword = random.pick(known);
    const from = random.below(3) === 0 ? random.below(keyword.length) : 0;
    const part = keyword.slice(from, random.below(3) === 0 ? from + 1 + random.below(keyword.length) : undefined);
    text += random.below(4) === 0 ? part.toUpperCase() : part;
    text += random.pick(['', '', ' ', '_', '\n', 'é', '🔑', 'Ā', 'x']);
  }
  return text;
}
