// The tables of the prefilter, built from the keywords when enough text has come by.
//
// The filter looks at four characters at a time, at even offsets only. Wherever a keyword begins, at an even or at an odd offset,
// one of its quads lies on an even offset: for each of the two cases we pick the quad that is rarest in source text.
//
//   keyword  s k - p r o j       begins even:  [sk-p] [-pro]       begins odd:  [k-pr] [proj]
//
// A quad is folded to 18 bits, its slot: five bits of each character, some of them on top of each other. The slot lists the keywords
// to compare. Where a keyword of three or four characters does not tell the fourth of a quad, all foldings of it are listed.

import { type Rarities, readRarities } from './pair-frequency.ts';

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
  const tables = new SlotLists();
  const rarities = readRarities();
  for (const [keyword, text] of keywords.entries()) {
    if (text.length < 3) throw new Error('A keyword needs three characters or more.');
    listQuad(tables, keyword, text, text.length === 3 ? 0 : rarestQuad(text, 0, rarities));
    // Three or four characters have no quad at an odd offset: one that begins ahead of them, or ends behind them, has to do.
    listQuad(tables, keyword, text, text.length === 3 ? -1 : rarestQuad(text, 1, rarities));
  }
  return tables;
}

/** The offset of the quad that is expected least often, by the pairs it is made of. */
function rarestQuad(text: string, parity: number, { ofPairs, ofCharacters }: Rarities): number {
  let best = parity;
  let most = Number.NEGATIVE_INFINITY;
  const last = Math.min(text.length - 4, farthestQuad);
  for (let offset = parity; offset <= last; offset += 2) {
    const second = text.charCodeAt(offset + 1);
    const third = text.charCodeAt(offset + 2);
    const rarity =
      (ofPairs[(text.charCodeAt(offset) << 7) | second] ?? 0) +
      (ofPairs[(second << 7) | third] ?? 0) +
      (ofPairs[(third << 7) | text.charCodeAt(offset + 3)] ?? 0) -
      (ofCharacters[second] ?? 0) -
      (ofCharacters[third] ?? 0);
    if (rarity > most) {
      most = rarity;
      best = offset;
    }
  }
  return best;
}

/** Lists a quad of a keyword, which may begin ahead of it or end behind it by one character. */
function listQuad(tables: SlotLists, keyword: number, text: string, offset: number): void {
  let quad = 0;
  let mask = 0;
  for (let index = Math.max(0, -offset); index < 4 && offset + index < text.length; index++) {
    const code = text.charCodeAt(offset + index);
    const kept = code >= 97 && code <= 122 ? 0xdf : 0xff;
    quad |= (code & kept) << (shifts[index] ?? 0);
    mask |= kept << (shifts[index] ?? 0);
  }
  const record = tables.addRecord(bitOf(text, offset - 1), bitOf(text, offset + 4), quad, mask, packEntry(keyword, text, offset));
  const slot = slotOf(foldPair(quad & 0xffff), foldPair(quad >>> 16));
  if (offset >= 0 && offset + 4 <= text.length) {
    tables.list(slot, record);
    return;
  }
  const untold = shifts[offset < 0 ? 0 : 3] ?? 0;
  for (let folding = 0; folding < 32; folding++) {
    const other = folding << untold;
    tables.list(slot ^ slotOf(other & 0xffff, other >>> 16), record);
  }
}

/** The bit of the folded character at `index`, all bits for what lies outside of the keyword. */
function bitOf(text: string, index: number): number {
  return index >= 0 && index < text.length ? 1 << (text.charCodeAt(index) & 0x1f) : -1;
}

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Where the four bytes lie in a quad: as two elements of a `Uint16Array` have them. */
const shifts: readonly number[] = littleEndian ? [0, 8, 16, 24] : [8, 0, 24, 16];

/** Lists of records by slot, chained. No record changes once it is listed, so that slots may share the ends of their lists. */
class SlotLists implements PrefilterTables {
  readonly marked = new Uint8Array(1 << slotBits);
  readonly lists = new Uint16Array(1 << slotBits);
  readonly records = new Int32Array(recordSize * mostRecords);
  #last = 0;

  /** Returns its index. */
  addRecord(before: number, behind: number, quad: number, mask: number, entry: number): number {
    const record = ++this.#last;
    if (record >= mostRecords) throw new Error('Too many keywords for the prefilter.');
    const { records } = this;
    const start = record * recordSize;
    records[start + beforeField] = before;
    records[start + behindField] = behind;
    records[start + quadField] = quad;
    records[start + maskField] = mask;
    records[start + entryField] = entry;
    records[start + sharedField] = mask;
    return record;
  }

  /** Puts the record in the slot's list. */
  list(slot: number, record: number): void {
    const first = this.lists[slot] ?? 0;
    this.lists[slot] = first === 0 ? record : this.#pushed(first, record);
    this.marked[slot] = 1;
  }

  /** A new first record that is followed by the old one, and says of all what they share. */
  #pushed(old: number, record: number): number {
    const { records } = this;
    const field = (of: number, index: number): number => records[of * recordSize + index] ?? 0;
    const before = field(old, beforeField) | field(record, beforeField);
    const behind = field(old, behindField) | field(record, behindField);
    const quad = field(record, quadField);
    const first = this.addRecord(before, behind, quad, field(record, maskField), field(record, entryField));
    const start = first * recordSize;
    records[start + sharedField] = field(old, sharedField) & field(record, sharedField) & ~(field(old, quadField) ^ quad);
    records[start + nextField] = old;
    return first;
  }
}

const mostRecords = 1 << 16;

/** The character of the keyword that lies farthest from the quad, within the room around a block. */
function farthestPlace(text: string, offset: number): number {
  const behind = Math.min(text.length - 1 - offset, probeReach + 3);
  const ahead = Math.min(offset, probeReach);
  return ahead > behind - 3 ? -ahead : behind;
}
