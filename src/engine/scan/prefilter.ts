// One pass over a text for the keywords of all rules at once: the only work that every character of every file costs.
//
// Plain JavaScript without a branch in the inner loops: what they find is written always and kept by moving the write index.
// A position goes through three sieves, each run over a block that stays in the processor's cache: a marked pair of bytes, a
// hash of four, the comparison with the keyword itself. The tables are closure constants: as fields they cost half the speed.

// biome-ignore-all lint/style/noNonNullAssertion: every index here is below the length of its array, and a default would be a branch.

import { type AsciiEncoder, createBlockCopy } from './block-copy.ts';
import type { HitList } from './hit-list.ts';
import { buildPrefilterTables, foldMask, hashFactor, hashShift } from './prefilter-tables.ts';

/** Appends every place of every keyword (case folded) to `hits`, nearly in order. */
export type Prefilter = (text: string, hits: HitList) => void;

/** Characters of a block. */
const blockSize = 1 << 16;

/** Room before the block for the byte ahead of a pair, and behind it for the bytes after. Even. */
const margin = 16;

/** `keywords` are lower-case ASCII, three characters or more, without doubles. */
export function createPrefilter(keywords: readonly string[], encoder?: AsciiEncoder): Prefilter {
  const { marked, occupied, first, next, keyword, offset } = buildPrefilterTables(keywords);
  const codes = keywords.map(text => Uint8Array.from(text, char => char.charCodeAt(0)));
  const buffer = new ArrayBuffer(margin + blockSize + margin);
  const bytes = new Uint8Array(buffer);
  const copyBlock = createBlockCopy(bytes, margin, encoder);
  const pairs = new Uint16Array(buffer);
  const pairPlaces = new Uint16Array(blockSize / 2 + 4);
  const hashPlaces = new Uint16Array(blockSize / 2 + 4);

  function sievePairs(end: number): number {
    let count = 0;
    for (let pair = margin >> 1; pair < end; pair += 4) {
      pairPlaces[count] = pair;
      count += marked[pairs[pair]!]!;
      pairPlaces[count] = pair + 1;
      count += marked[pairs[pair + 1]!]!;
      pairPlaces[count] = pair + 2;
      count += marked[pairs[pair + 2]!]!;
      pairPlaces[count] = pair + 3;
      count += marked[pairs[pair + 3]!]!;
    }
    return count;
  }

  function slotAt(place: number): number {
    const four = bytes[place - 1]! | (bytes[place]! << 8) | (bytes[place + 1]! << 16) | (bytes[place + 2]! << 24);
    return Math.imul(four & foldMask, hashFactor) >>> hashShift;
  }

  function sieveHashes(pairCount: number): number {
    let count = 0;
    for (let index = 0; index < pairCount; index++) {
      const pair = pairPlaces[index]!;
      hashPlaces[count] = pair;
      count += occupied[slotAt(pair << 1)]!;
    }
    return count;
  }

  function compareKeywords(text: string, base: number, hashCount: number, hits: HitList): void {
    for (let index = 0; index < hashCount; index++) {
      const place = hashPlaces[index]! << 1;
      for (let entry = first[slotAt(place)]!; entry !== 0; entry = next[entry - 1]!) {
        const start = base + place - margin - offset[entry - 1]!;
        if (spells(text, start, codes[keyword[entry - 1]!]!)) hits.push(start, keyword[entry - 1]!);
      }
    }
  }

  return (text, hits) => {
    for (let base = 0; base < text.length; base += blockSize) {
      const size = Math.min(blockSize, text.length - base);
      copyBlock(text, base, size);
      compareKeywords(text, base, sieveHashes(sievePairs((margin + size + 1) >> 1)), hits);
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
