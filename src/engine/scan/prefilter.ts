// One pass over a text for the keywords of all rules at once: the only work that every character of every file costs.
//
// Plain JavaScript without a branch in the inner loop: what it finds is written always and kept by moving the write index. A place
// goes through three sieves, run over a block that stays in the processor's cache: four characters folded to a bit, the characters
// on either side, the comparison with the keyword itself. The tables are closure constants: as fields they cost half the speed.
// Places are written by groups of eight, one bit each: writing is the dearest part.

// biome-ignore-all lint/style/noNonNullAssertion: every index here is below the length of its array, and a default would be a branch.

import { alphabetOf } from '../alphabet.ts';
import { endsWordBefore } from '../rules/word-edges.ts';
import type { HitList } from './hit-list.ts';
import {
  entryField,
  farthestQuad,
  keywordOf,
  maskField,
  nextField,
  offsetOf,
  type PrefilterTables,
  probedOf,
  probeOf,
  quadField,
  quadOf,
  recordSize,
} from './prefilter-tables.ts';
import { buildPrefilterTables } from './quad-lists.ts';
import { createQuadSieve } from './quad-sieve.ts';
import { anywhere, keyEdge, nameEdge } from './tables/keyword-index.ts';
import { type AsciiEncoder, blockSize, margin, textBlock } from './text-block.ts';

/** Appends every place of every keyword (case folded) to `hits`, nearly in order. */
export type Prefilter = (text: string, hits: HitList) => void;

/** Longer keywords are compared in the text itself. */
const longestInBlock = farthestQuad;

/** Lower-case ASCII, three characters or more, without doubles. */
export interface PrefilterKeywords {
  readonly keywords: readonly string[];
  /** By keyword: where it counts (tables/keyword-index.ts). */
  readonly edges: Uint8Array;
}

export interface PrefilterOptions {
  readonly encoder?: AsciiEncoder | undefined;
  /** Tables of the first keywords, or of all. */
  readonly tables?: PrefilterTables | undefined;
}

/**
 * Engines with the same keywords share one: the tables are large, and the compiler takes them for constants only while there is one
 * function with them.
 */
export function createPrefilter(wanted: PrefilterKeywords, { encoder, tables }: PrefilterOptions = {}): Prefilter {
  if (!last || last.encoder !== encoder || !isSame(last.wanted, wanted)) {
    const isWhole = tables?.ends.length === wanted.edges.length;
    const all = isWhole ? tables : buildPrefilterTables(wanted.keywords, tables);
    last = { wanted, encoder, prefilter: newPrefilter(all, encoder, wanted.edges) };
  }
  return last.prefilter;
}

function isSame(one: PrefilterKeywords, other: PrefilterKeywords): boolean {
  return one === other || (isEqual(one.edges, other.edges) && isEqual(one.keywords, other.keywords));
}

function isEqual<Item>(one: ArrayLike<Item>, other: ArrayLike<Item>): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}

let last: { readonly wanted: PrefilterKeywords; readonly encoder: AsciiEncoder | undefined; readonly prefilter: Prefilter } | undefined;

function newPrefilter(tables: PrefilterTables, encoder: AsciiEncoder | undefined, edges: Uint8Array): Prefilter {
  const { records, characters, ends } = tables;
  const { buffer, read } = textBlock(encoder);
  const bytes = new Uint8Array(buffer);
  const pairs = new Uint16Array(buffer);
  const { places, sieve } = createQuadSieve(tables, buffer);

  function compareKeywords(text: string, base: number, count: number, isLatin: boolean, hits: HitList): void {
    for (let index = 0; index < count; index++) {
      const pair = places[index]! >>> 16;
      const quad = quadOf(pairs[pair]!, pairs[pair + 1]!);
      for (let record = places[index]! & 0xffff; record !== 0; record = records[record * recordSize + nextField]!) {
        const entry = records[record * recordSize + entryField]!;
        const others = (quad & records[record * recordSize + maskField]!) ^ records[record * recordSize + quadField]!;
        if ((others | ((bytes[(pair << 1) + probeOf(entry)]! & 0x1f) ^ probedOf(entry))) !== 0) continue;
        const keyword = keywordOf(entry);
        const at = (pair << 1) - offsetOf(entry);
        const start = base + at - margin;
        const isThere = isLatin && lengthOf(keyword) <= longestInBlock ? hasInBlock(at, keyword) : hasInText(text, start, keyword);
        if (isThere && (!isLatin || mayStand(at, keyword))) hits.push(start, keyword);
      }
    }
  }

  /** What `mayStandAt` says of the text. */
  function mayStand(at: number, keyword: number): boolean {
    const edge = edges[keyword]!;
    if (edge === anywhere) return true;
    const before = bytes[at - 1]!;
    if (edge === keyEdge)
      return alphanumerics[before] === 0 || bytes[at - 2] === backslash || bytes[at - 3] === percent || bytes[at - 6] === backslash;
    if (letters[before] === 1 && (before < 97 || capitals[bytes[at]!] === 0)) return false;
    return edge === nameEdge || mayEnd(at + lengthOf(keyword));
  }

  function mayEnd(at: number): boolean {
    // What the block has not, is looked at in the text when the keyword is tried.
    if (at + 1 >= bytes.length) return true;
    const next = bytes[at]!;
    return letters[next] === 0 || endsWordBefore(bytes[at - 1]!, next, bytes[at + 1]!);
  }

  function lengthOf(keyword: number): number {
    return ends[keyword]! - beginOf(keyword);
  }

  /** Where the keyword begins in `characters`. */
  function beginOf(keyword: number): number {
    return keyword === 0 ? 0 : ends[keyword - 1]!;
  }

  /** Whether the block has the keyword at `start`, case folded. Zeros stand around the text, which no keyword has. */
  function hasInBlock(start: number, keyword: number): boolean {
    const end = ends[keyword]!;
    for (let index = beginOf(keyword), at = start; index < end; index++, at++) {
      if (!isCharacter(characters[index]!, bytes[at]!)) return false;
    }
    return true;
  }

  /** The same of the text, of whose characters the block has but a part where they are beyond Latin-1. */
  function hasInText(text: string, start: number, keyword: number): boolean {
    // Reading behind the text's end once makes the compiler take the slow way for all.
    if (start < 0 || start + lengthOf(keyword) > text.length) return false;
    const end = ends[keyword]!;
    for (let index = beginOf(keyword), at = start; index < end; index++, at++) {
      if (!isCharacter(characters[index]!, text.charCodeAt(at))) return false;
    }
    return true;
  }

  return (text, hits) => {
    const isLatin = !beyondLatin.test(text);
    for (let base = 0; base < text.length; base += blockSize) {
      const size = Math.min(blockSize, text.length - base);
      read(text, base);
      compareKeywords(text, base, sieve(size), isLatin, hits);
    }
  };
}

const letters = alphabetOf(/[A-Za-z]/);
const capitals = alphabetOf(/[A-Z]/);
const alphanumerics = alphabetOf(/[A-Za-z0-9]/);
const [percent, backslash] = [37, 92];

/** V8 sees without a look at the text that a string of one byte a character has none. */
const beyondLatin = /[\u0100-\uffff]/;

/** Whether the character is the wanted one, or its capital. */
function isCharacter(wanted: number, found: number): boolean {
  return found === wanted || (found === wanted - 32 && wanted >= 97 && wanted <= 122);
}
