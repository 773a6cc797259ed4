// One pass over a text for the keywords of all rules at once: the only work that every character of every file costs.
//
// Plain JavaScript without a branch in the inner loop: what it finds is written always and kept by moving the write index. A place
// goes through three sieves, run over a block that stays in the processor's cache: four characters folded to a slot, the characters
// on either side, the comparison with the keyword itself. The tables are closure constants: as fields they cost half the speed.
// Places are written by groups of eight, one bit each: writing is the dearest part.

// biome-ignore-all lint/style/noNonNullAssertion: every index here is below the length of its array, and a default would be a branch.

import { type AsciiEncoder, createBlockCopy } from './block-copy.ts';
import type { HitList } from './hit-list.ts';
import {
  beforeField,
  behindField,
  buildPrefilterTables,
  entryField,
  foldPair,
  keywordOf,
  maskField,
  nextField,
  offsetOf,
  probedOf,
  probeOf,
  quadField,
  quadOf,
  recordSize,
  sharedField,
  slotOf,
} from './prefilter-tables.ts';

/** Appends every place of every keyword (case folded) to `hits`, nearly in order. */
export type Prefilter = (text: string, hits: HitList) => void;

/** Characters of a block. */
const blockSize = 1 << 16;

/** Room around the block: blocks are cut through quads and groups of them, and a probe lies outside of its quad. Even. */
const margin = 32;

/** Pairs of a group. */
const groupSize = 8;

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
  const { marked, lists, records } = buildPrefilterTables(keywords);
  const characters = Uint8Array.from(keywords.join(''), char => char.charCodeAt(0));
  /** Where each keyword ends in `characters`. */
  const ends = new Uint32Array(keywords.length);
  for (const [index, text] of keywords.entries()) ends[index] = (ends[index - 1] ?? 0) + text.length;
  const buffer = new ArrayBuffer(margin + blockSize + margin);
  const bytes = new Uint8Array(buffer);
  const copyBlock = createBlockCopy(bytes, margin, encoder);
  const pairs = new Uint16Array(buffer);
  /** Groups in which quads of keywords may stand: a bit for each pair that may begin one, above them the index of the first pair. */
  const groups = new Int32Array(blockSize / 2 / groupSize + 4);

  /** Where one may still stand: the index of its first pair in the upper half, the first record of its slot in the lower. */
  const places = new Uint32Array(blockSize / 2 + margin);

  /** Leaves the groups in which a quad has a marked slot. */
  function sieveQuads(end: number): number {
    let count = 0;
    let even = foldPair(pairs[margin >> 1]!);
    for (let pair = margin >> 1; pair < end; pair += groupSize) {
      let odd = foldPair(pairs[pair + 1]!);
      let bits = marked[slotOf(even, odd)]!;
      even = foldPair(pairs[pair + 2]!);
      bits |= marked[slotOf(odd, even)]! << 1;
      odd = foldPair(pairs[pair + 3]!);
      bits |= marked[slotOf(even, odd)]! << 2;
      even = foldPair(pairs[pair + 4]!);
      bits |= marked[slotOf(odd, even)]! << 3;
      odd = foldPair(pairs[pair + 5]!);
      bits |= marked[slotOf(even, odd)]! << 4;
      even = foldPair(pairs[pair + 6]!);
      bits |= marked[slotOf(odd, even)]! << 5;
      odd = foldPair(pairs[pair + 7]!);
      bits |= marked[slotOf(even, odd)]! << 6;
      even = foldPair(pairs[pair + 8]!);
      bits |= marked[slotOf(odd, even)]! << 7;
      groups[count] = (pair << groupSize) | bits;
      count += (bits + 0xff) >> 8;
    }
    return count;
  }

  /** Leaves the pairs of the groups that begin a keyword's quad, as far as its slot's keywords agree, between neighbours of such quads. */
  function sieveNeighbours(groupCount: number): number {
    let count = 0;
    for (let index = 0; index < groupCount; index++) {
      const group = groups[index]!;
      for (let bits = group & 0xff; bits !== 0; bits &= bits - 1) {
        const pair = (group >> groupSize) + 31 - Math.clz32(bits & -bits);
        const first = pairs[pair]!;
        const second = pairs[pair + 1]!;
        const record = lists[slotOf(foldPair(first), foldPair(second))]!;
        const head = record * recordSize;
        const others = (quadOf(first, second) ^ records[head + quadField]!) & records[head + sharedField]!;
        const before = records[head + beforeField]! >>> bytes[(pair << 1) - 1]!;
        const behind = records[head + behindField]! >>> bytes[(pair << 1) + 4]!;
        places[count] = (pair << 16) | record;
        // The sign of `others | -others` is set where any bit is.
        count += before & behind & ~((others | -others) >>> 31) & 1;
      }
    }
    return count;
  }

  function compareKeywords(text: string, base: number, count: number, hits: HitList): void {
    for (let index = 0; index < count; index++) {
      const pair = places[index]! >>> 16;
      const quad = quadOf(pairs[pair]!, pairs[pair + 1]!);
      for (let record = places[index]! & 0xffff; record !== 0; record = records[record * recordSize + nextField]!) {
        if ((quad & records[record * recordSize + maskField]!) !== records[record * recordSize + quadField]!) continue;
        const entry = records[record * recordSize + entryField]!;
        if ((bytes[(pair << 1) + probeOf(entry)]! & 0x1f) !== probedOf(entry)) continue;
        const start = base + (pair << 1) - margin - offsetOf(entry);
        if (spells(text, start, keywordOf(entry))) hits.push(start, keywordOf(entry));
      }
    }
  }

  /** Whether the text has the keyword at `start`, case folded. */
  function spells(text: string, start: number, keyword: number): boolean {
    const begin = keyword === 0 ? 0 : ends[keyword - 1]!;
    const end = ends[keyword]!;
    // Reading behind the text's end once makes the compiler take the slow way for all.
    if (start < 0 || start + end - begin > text.length) return false;
    for (let index = begin, at = start; index < end; index++, at++) {
      const wanted = characters[index]!;
      const found = text.charCodeAt(at);
      if (found !== wanted && (wanted < 97 || wanted > 122 || found !== wanted - 32)) return false;
    }
    return true;
  }

  return (text, hits) => {
    for (let base = 0; base < text.length; base += blockSize) {
      const size = Math.min(blockSize, text.length - base);
      copyBlock(text, base, size);
      compareKeywords(text, base, sieveNeighbours(sieveQuads((margin + size + 1) >> 1)), hits);
    }
  };
}
