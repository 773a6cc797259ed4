// The tables of the prefilter, built from the keywords when enough text has come by.
//
// The filter looks at four characters at a time, at even offsets only. Wherever a keyword begins, at an even or at an odd offset,
// one of its quads lies on an even offset: for each of the two cases we pick the quad that is rarest in source text.
//
//   keyword  s k - p r o j       begins even:  [sk-p] [-pro]       begins odd:  [k-pr] [proj]
//
// Characters are folded to five bits, a quad to twenty: three of its characters choose a word of `quads`, the last one a bit of it.
// Marked quads are numbered in the order of their bits; by its number a quad has a list of keywords to compare. Where a keyword of
// three or four characters does not tell one character of a quad, all foldings of it are marked, with one and the same list.

import { type Rarities, readRarities } from './pair-frequency.ts';

export interface PrefilterTables {
  /** By three folded characters (`tripleOf`): a bit for each folded fourth one, set where a keyword has such a quad. */
  readonly quads: Int32Array;
  /** By three folded characters: how many bits are set ahead of their word. */
  readonly ranks: Uint16Array;
  /** By a quad's number: the first record of its list. */
  readonly lists: Uint16Array;
  /** Everything about a keyword in a list lies side by side, because a look into memory is dear: `recordSize` numbers each. */
  readonly records: Int32Array;
  /** Of all keywords, one behind the other. */
  readonly characters: Uint8Array;
  /** By keyword: where it ends in `characters`. */
  readonly ends: Uint32Array;
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

/** A place outside of the quad, relative to it, whose folded character tells most keywords of a list apart. */
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

/** How far behind its keyword's start a quad may lie: what an entry has room for. */
export const farthestQuad = 62;

/** How far from a quad a probe may lie: less than there is room around a block. */
const probeReach = 12;

/** All bits of two pairs. */
export function quadOf(firstPair: number, secondPair: number): number {
  return firstPair | (secondPair << 16);
}

/**
 * Three characters, five bits of each: case is folded away, and some signs with it, which is good enough for a filter. The third
 * one's bits go where the other two leave room, by one multiplication that puts it to two places.
 */
export function tripleOf(firstPair: number, secondPair: number): number {
  return (firstPair & 0x1f1f) | (Math.imul(lowOf(secondPair), 0x420) & 0x60e0);
}

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Where the four bytes lie in a quad: as two elements of a `Uint16Array` have them. */
const shifts: readonly number[] = littleEndian ? [0, 8, 16, 24] : [8, 0, 24, 16];

function lowOf(pair: number): number {
  return pair & 0x1f;
}

/** The fourth character, as a shift: of its bits only five count there. */
export function lastOf(secondPair: number): number {
  return secondPair >>> 8;
}

/** `keywords` are lower-case ASCII, three characters or more, without doubles. `known`: tables of the first of them. */
export function buildPrefilterTables(keywords: readonly string[], known?: PrefilterTables): PrefilterTables {
  const lists = new QuadLists(known);
  const rarities = readRarities();
  for (let keyword = known?.ends.length ?? 0; keyword < keywords.length; keyword++) {
    const text = keywords[keyword] ?? '';
    if (text.length < 3) throw new Error('A keyword needs three characters or more.');
    lists.add(keyword, text, text.length === 3 ? 0 : rarestQuad(text, 0, rarities));
    // Three or four characters have no quad at an odd offset: one that begins ahead of them, or ends behind them, has to do.
    lists.add(keyword, text, text.length === 3 ? -1 : rarestQuad(text, 1, rarities));
  }
  return { ...lists.tables(), ...charactersOf(keywords) };
}

function charactersOf(keywords: readonly string[]): Pick<PrefilterTables, 'characters' | 'ends'> {
  const all = keywords.join('');
  const characters = new Uint8Array(all.length);
  for (let index = 0; index < all.length; index++) characters[index] = all.charCodeAt(index);
  const ends = new Uint32Array(keywords.length);
  for (let index = 0, end = 0; index < keywords.length; index++) ends[index] = end += keywords[index]?.length ?? 0;
  return { characters, ends };
}

/** The offset of the quad that is expected least often, by the pairs it is made of. */
function rarestQuad(text: string, parity: number, { ofPairs, ofCharacters }: Rarities): number {
  let best = parity;
  let most = Number.NEGATIVE_INFINITY;
  const last = Math.min(text.length - 4, farthestQuad);
  if (last < parity + 2) return parity;
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

/** The bit of the folded character at `index`, all bits for what lies outside of the keyword. */
function bitOf(text: string, index: number): number {
  return index >= 0 && index < text.length ? 1 << (text.charCodeAt(index) & 0x1f) : -1;
}

/** Lists of records by quad, chained. No record changes once it is listed, so that quads may share the ends of their lists. */
class QuadLists {
  readonly #records = new Int32Array(recordSize * mostRecords);
  /** By slot. */
  readonly #first = new Uint16Array(1 << 20);
  readonly #marked: number[] = [];
  #last = 0;

  constructor(known: PrefilterTables | undefined) {
    if (!known) return;
    this.#records.set(known.records);
    this.#last = known.records.length / recordSize - 1;
    let number = 0;
    for (let triple = 0; triple < known.quads.length; triple++) {
      for (let bits = known.quads[triple] ?? 0; bits !== 0; bits &= bits - 1) {
        const slot = (triple << 5) | (31 - Math.clz32(bits & -bits));
        this.#first[slot] = known.lists[number++] ?? 0;
        this.#marked.push(slot);
      }
    }
  }

  /** Lists a quad of a keyword, which may begin ahead of it or end behind it by one character. */
  add(keyword: number, text: string, offset: number): void {
    let quad = 0;
    let mask = 0;
    for (let index = Math.max(0, -offset); index < 4 && offset + index < text.length; index++) {
      const code = text.charCodeAt(offset + index);
      const kept = code >= 97 && code <= 122 ? 0xdf : 0xff;
      quad |= (code & kept) << (shifts[index] ?? 0);
      mask |= kept << (shifts[index] ?? 0);
    }
    const record = this.#addRecord(bitOf(text, offset - 1), bitOf(text, offset + 4), quad, mask, packEntry(keyword, text, offset));
    if (offset >= 0 && offset + 4 <= text.length) {
      this.#list(slotOf(quad), record);
      return;
    }
    const slot = slotOf(quad);
    for (const folding of foldingsOf[offset < 0 ? 0 : 3] ?? []) this.#list(slot | folding, record);
  }

  tables(): Omit<PrefilterTables, 'characters' | 'ends'> {
    const quads = new Int32Array(1 << 15);
    const ranks = new Uint16Array(1 << 15);
    const first = this.#first;
    const slots = Uint32Array.from(this.#marked).sort();
    const lists = new Uint16Array(slots.length);
    let before = -1;
    // By index: nothing is compiled yet, and an iterator costs more than the work.
    for (let number = 0; number < slots.length; number++) {
      const slot = slots[number] ?? 0;
      const triple = slot >>> 5;
      if (triple !== before) ranks[triple] = number;
      before = triple;
      quads[triple] = (quads[triple] ?? 0) | (1 << (slot & 0x1f));
      lists[number] = first[slot] ?? 0;
    }
    return { quads, ranks, lists, records: this.#records.slice(0, (this.#last + 1) * recordSize) };
  }

  /** Returns its index. */
  #addRecord(before: number, behind: number, quad: number, mask: number, entry: number): number {
    const record = ++this.#last;
    if (record >= mostRecords) throw new Error('Too many keywords for the prefilter.');
    const start = record * recordSize;
    const records = this.#records;
    records[start + beforeField] = before;
    records[start + behindField] = behind;
    records[start + quadField] = quad;
    records[start + maskField] = mask;
    records[start + entryField] = entry;
    records[start + sharedField] = mask;
    return record;
  }

  /** Puts the record in the slot's list. */
  #list(slot: number, record: number): void {
    const first = this.#first[slot] ?? 0;
    if (first === 0) this.#marked.push(slot);
    this.#first[slot] = first === 0 ? record : this.#pushed(first, record);
  }

  /** A new first record that is followed by the old one, and says of all what they share. */
  #pushed(old: number, record: number): number {
    const records = this.#records;
    const field = (of: number, index: number): number => records[of * recordSize + index] ?? 0;
    const before = field(old, beforeField) | field(record, beforeField);
    const behind = field(old, behindField) | field(record, behindField);
    const quad = field(record, quadField);
    const first = this.#addRecord(before, behind, quad, field(record, maskField), field(record, entryField));
    const start = first * recordSize;
    records[start + sharedField] = field(old, sharedField) & field(record, sharedField) & ~(field(old, quadField) ^ quad);
    records[start + nextField] = old;
    return first;
  }
}

const mostRecords = 1 << 16;

/** Where a quad's list is found while the tables are built: its triple and its last character. */
function slotOf(quad: number): number {
  const second = quad >>> 16;
  return (tripleOf(quad & 0xffff, second) << 5) | (lastOf(second) & 0x1f);
}

/** For each place in a quad, the slots of a character's foldings with nothing around them. */
const foldingsOf: readonly (readonly number[])[] = shifts.map(shift =>
  Array.from({ length: 32 }, (_, folding) => slotOf(folding << shift)),
);

/** The character of the keyword that lies farthest from the quad, within the room around a block. */
function farthestPlace(text: string, offset: number): number {
  const behind = Math.min(text.length - 1 - offset, probeReach + 3);
  const ahead = Math.min(offset, probeReach);
  return ahead > behind - 3 ? -ahead : behind;
}
