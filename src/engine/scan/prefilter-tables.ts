// The tables of the prefilter, built from the keywords when enough text has come by.
//
// The filter looks at four characters at a time, at even offsets only. Wherever a keyword begins, at an even or at an odd offset,
// one of its quads lies on an even offset: for each of the two cases we pick the quad that is rarest in source text.
//
//   keyword  s k - p r o j       begins even:  [sk-p] [-pro]       begins odd:  [k-pr] [proj]
//
// A quad is folded to 18 bits, its slot: five bits of each character, some of them on top of each other. The slot lists the keywords
// to compare. Where a keyword of three or four characters does not tell the fourth of a quad, all foldings of it are listed.

import { characterRarity, pairRarity } from './pair-frequency.ts';

export interface PrefilterTables {
  /** By slot: 1 where a keyword is listed. */
  readonly marked: Uint8Array;
  /** By slot: the first record of its list, or 0. */
  readonly lists: Uint16Array;
  /** Everything about a keyword in a list lies side by side, because a look into memory is dear: `recordSize` numbers each. */
  readonly records: Int32Array;
}

export const recordSize = 8;

/** Which folded characters stand ahead of the quad in one of the list's keywords, a bit each. In the list's first record. */
export const beforeField = 0;
/** The same of those behind it. */
export const behindField = 1;
/** The quad itself. */
export const quadField = 2;
/** Which bits of the quad must be as they are: not those of case, nor those of characters that are not told. */
export const maskField = 3;
/** Which keyword, where, and what else must stand there. */
export const entryField = 4;
/** The list's next record, or 0. */
export const nextField = 5;
/** Which bits of the quad are the same in all keywords of the list. In the list's first record. */
export const sharedField = 6;

/** The index of the entry's keyword. */
export function keywordOf(entry: number): number {
  return entry & 0xffff;
}

/** How far the quad lies behind the keyword's start; -1 where it begins a character ahead. */
export function offsetOf(entry: number): number {
  return (entry >>> 26) - 1;
}

/** A place outside of the quad, relative to it, whose folded character tells most keywords of a slot apart. */
export function probeOf(entry: number): number {
  return ((entry >>> 21) & 0x1f) - probeReach;
}

export function probedOf(entry: number): number {
  return (entry >>> 16) & 0x1f;
}

function packEntry(keyword: number, text: string, offset: number): number {
  const probe = farthestPlace(text, offset);
  const probed = text.charCodeAt(offset + probe) & 0x1f;
  return keyword | (probed << 16) | ((probe + probeReach) << 21) | ((offset + 1) << 26);
}

const slotBits = 18;

/** How far behind its keyword's start a quad may lie: what an entry has room for. */
const farthestQuad = 62;

/** How far from a quad a probe may lie: less than there is room around a block. */
const probeReach = 12;

/** Two characters without their upper bits: case is folded away, and some signs with it, which is good enough for a filter. */
export function foldPair(pair: number): number {
  return pair & 0x1f1f;
}

/** All bits of two pairs. */
export function quadOf(firstPair: number, secondPair: number): number {
  return firstPair | (secondPair << 16);
}

/** The slot of two folded pairs. */
export function slotOf(firstPair: number, secondPair: number): number {
  return firstPair ^ (secondPair << 5);
}

/** `keywords` are lower-case ASCII, three characters or more, without doubles. */
export function buildPrefilterTables(keywords: readonly string[]): PrefilterTables {
  const tables = new SlotLists(2 * keywords.length + keywords.reduce((sum, text) => sum + untoldFoldings(text), 0));
  for (const [keyword, text] of keywords.entries()) {
    if (text.length < 3) throw new Error('A keyword needs three characters or more.');
    listQuad(tables, keyword, text, text.length === 3 ? 0 : rarestQuad(text, 0));
    listQuad(tables, keyword, text, text.length === 3 ? -1 : text.length === 4 ? 1 : rarestQuad(text, 1));
  }
  return tables;
}

function untoldFoldings({ length }: string): number {
  return length === 3 ? 2 * foldings : length === 4 ? foldings : 0;
}

const foldings = 32;

/** The offset of the quad that is expected least often. */
function rarestQuad(text: string, parity: number): number {
  let best = parity;
  let most = Number.NEGATIVE_INFINITY;
  const last = Math.min(text.length - 4, farthestQuad);
  for (let offset = parity; offset <= last; offset += 2) {
    const rarity = quadRarity(text, offset);
    if (rarity > most) {
      most = rarity;
      best = offset;
    }
  }
  return best;
}

/** How rare the four characters are in source text, by the pairs they are made of. */
function quadRarity(text: string, offset: number): number {
  const first = text.charCodeAt(offset);
  const second = text.charCodeAt(offset + 1);
  const third = text.charCodeAt(offset + 2);
  const fourth = text.charCodeAt(offset + 3);
  const pairs = pairRarity(first, second) + pairRarity(second, third) + pairRarity(third, fourth);
  return pairs - characterRarity(second) - characterRarity(third);
}

/** The quad of a keyword, which may begin ahead of it or end behind it by one character. */
function listQuad(tables: SlotLists, keyword: number, text: string, offset: number): void {
  const item: Item = {
    before: bitOf(text, offset - 1),
    behind: bitOf(text, offset + 4),
    quad: quadAt(text, offset, codeAt),
    mask: quadAt(text, offset, maskAt),
    entry: packEntry(keyword, text, offset),
  };
  const slot = slotOf(foldPair(pairAt(text, offset, codeAt)), foldPair(pairAt(text, offset + 2, codeAt)));
  if (offset >= 0 && offset + 4 <= text.length) {
    tables.add(slot, item);
    return;
  }
  for (let folding = 0; folding < foldings; folding++) {
    tables.add(slot ^ (offset < 0 ? slotOf(bytePair(folding, 0), 0) : slotOf(0, bytePair(0, folding))), item);
  }
}

/** The bit of the folded character at `index`, all bits for what lies outside of the keyword. */
function bitOf(text: string, index: number): number {
  return index >= 0 && index < text.length ? 1 << (text.charCodeAt(index) & 0x1f) : -1;
}

type ByteAt = (text: string, index: number) => number;

function quadAt(text: string, index: number, byteAt: ByteAt): number {
  return quadOf(pairAt(text, index, byteAt), pairAt(text, index + 2, byteAt));
}

function pairAt(text: string, index: number, byteAt: ByteAt): number {
  return bytePair(byteAt(text, index), byteAt(text, index + 1));
}

/** Zero for what lies outside of the keyword. Letters are capitals, because they lack the bit that is masked. */
function codeAt(text: string, index: number): number {
  if (index < 0 || index >= text.length) return 0;
  return text.charCodeAt(index) & maskAt(text, index);
}

function maskAt(text: string, index: number): number {
  if (index < 0 || index >= text.length) return 0;
  const code = text.charCodeAt(index);
  return code >= 97 && code <= 122 ? 0xdf : 0xff;
}

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Two bytes as one element of a `Uint16Array` has them. */
function bytePair(first: number, second: number): number {
  return littleEndian ? first | (second << 8) : (first << 8) | second;
}

/** A keyword in a list, by the fields of its record. */
interface Item {
  readonly before: number;
  readonly behind: number;
  readonly quad: number;
  readonly mask: number;
  readonly entry: number;
}

class SlotLists implements PrefilterTables {
  readonly marked = new Uint8Array(1 << slotBits);
  readonly lists = new Uint16Array(1 << slotBits);
  readonly records: Int32Array;
  #last = 0;

  constructor(items: number) {
    if (items >= (1 << 16) - 1) throw new Error('Too many keywords for the prefilter.');
    this.records = new Int32Array((items + 1) * recordSize);
  }

  add(slot: number, { before, behind, quad, mask, entry }: Item): void {
    const { records } = this;
    const record = ++this.#last;
    const list = this.lists[slot] || record;
    const head = list * recordSize;
    const own = record * recordSize;
    if (list === record) {
      this.marked[slot] = 1;
      this.lists[slot] = record;
      records[head + sharedField] = mask;
    } else {
      records[own + nextField] = records[head + nextField] ?? 0;
      records[head + nextField] = record;
      records[head + sharedField] = (records[head + sharedField] ?? 0) & mask & ~((records[head + quadField] ?? 0) ^ quad);
    }
    records[head + beforeField] = (records[head + beforeField] ?? 0) | before;
    records[head + behindField] = (records[head + behindField] ?? 0) | behind;
    records[own + quadField] = quad;
    records[own + maskField] = mask;
    records[own + entryField] = entry;
  }
}

/** The character of the keyword that lies farthest from the quad, within the room around a block. */
function farthestPlace(text: string, offset: number): number {
  const behind = Math.min(text.length - 1 - offset, probeReach + 3);
  const ahead = Math.min(offset, probeReach);
  return ahead > behind - 3 ? -ahead : behind;
}
