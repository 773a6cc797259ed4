// One pass over a text for the keywords of all rules at once: the only work that every character of every file costs.
//
// Plain JavaScript without a branch in the inner loop: what it finds is written always and kept by moving the write index. A place
// goes through three sieves, run over a block that stays in the processor's cache: four characters folded to a slot, one more
// character, the comparison with the keyword itself. The tables are closure constants: as fields they cost half the speed.

// biome-ignore-all lint/style/noNonNullAssertion: every index here is below the length of its array, and a default would be a branch.

import { type AsciiEncoder, createBlockCopy } from './block-copy.ts';
import type { HitList } from './hit-list.ts';
import { buildPrefilterTables, foldPair, keywordOf, offsetOf, probedOf, probeOf, slotOf } from './prefilter-tables.ts';

/** Appends every place of every keyword (case folded) to `hits`, nearly in order. */
export type Prefilter = (text: string, hits: HitList) => void;

/** Characters of a block. */
const blockSize = 1 << 16;

/** Room around the block: blocks are cut through quads, and a probe lies outside of its quad. Even. */
const margin = 16;

/**
 * `keywords` are lower-case ASCII, three characters or more, without doubles. Engines with the same keywords share one: the
 * tables are large, and the compiler takes them for constants only while there is one function with them.
 */
export function createPrefilter(keywords: readonly string[], encoder?: AsciiEncoder): Prefilter {
  const isLast =
    last?.encoder === encoder &&
    last?.keywords.length === keywords.length &&
    keywords.every((keyword, index) => keyword === last?.keywords[index]);
  if (!last || !isLast) last = { keywords, encoder, prefilter: newPrefilter(keywords, encoder) };
  return last.prefilter;
}

let last: { readonly keywords: readonly string[]; readonly encoder: AsciiEncoder | undefined; readonly prefilter: Prefilter } | undefined;

function newPrefilter(keywords: readonly string[], encoder: AsciiEncoder | undefined): Prefilter {
  const { marked, first, next, entries } = buildPrefilterTables(keywords);
  const codes = keywords.map(text => Uint8Array.from(text, char => char.charCodeAt(0)));
  const buffer = new ArrayBuffer(margin + blockSize + margin);
  const bytes = new Uint8Array(buffer);
  const copyBlock = createBlockCopy(bytes, margin, encoder);
  const pairs = new Uint16Array(buffer);
  /** Where a quad of a keyword may stand: the index of its first pair. */
  const places = new Uint16Array(blockSize / 2 + 4);

  function sieveQuads(end: number): number {
    let count = 0;
    let even = foldPair(pairs[margin >> 1]!);
    for (let pair = margin >> 1; pair < end; pair += 4) {
      let odd = foldPair(pairs[pair + 1]!);
      places[count] = pair;
      count += marked[slotOf(even, odd)]!;
      even = foldPair(pairs[pair + 2]!);
      places[count] = pair + 1;
      count += marked[slotOf(odd, even)]!;
      odd = foldPair(pairs[pair + 3]!);
      places[count] = pair + 2;
      count += marked[slotOf(even, odd)]!;
      even = foldPair(pairs[pair + 4]!);
      places[count] = pair + 3;
      count += marked[slotOf(odd, even)]!;
    }
    return count;
  }

  function compareKeywords(text: string, base: number, count: number, hits: HitList): void {
    for (let index = 0; index < count; index++) {
      const pair = places[index]!;
      const place = pair << 1;
      for (let at = first[slotOf(foldPair(pairs[pair]!), foldPair(pairs[pair + 1]!))]!; at !== 0; at = next[at - 1]!) {
        const entry = entries[at - 1]!;
        if ((bytes[place + probeOf(entry)]! & 0x1f) !== probedOf(entry)) continue;
        const start = base + place - margin - offsetOf(entry);
        if (spells(text, start, codes[keywordOf(entry)]!)) hits.push(start, keywordOf(entry));
      }
    }
  }

  return (text, hits) => {
    for (let base = 0; base < text.length; base += blockSize) {
      const size = Math.min(blockSize, text.length - base);
      copyBlock(text, base, size);
      compareKeywords(text, base, sieveQuads((margin + size + 1) >> 1), hits);
    }
  };
}

/** Whether the text has the keyword at `start`, case folded. */
function spells(text: string, start: number, keyword: Uint8Array): boolean {
  if (start < 0) return false;
  for (let index = 0; index < keyword.length; index++) {
    const wanted = keyword[index]!;
    const found = text.charCodeAt(start + index);
    if (found !== wanted && (wanted < 97 || wanted > 122 || found !== wanted - 32)) return false;
  }
  return true;
}
