// The tables of the prefilter, built from the keywords when enough text has come by.
//
// The filter looks at four characters at a time, at even offsets only. Wherever a keyword begins, at an even or at an odd offset,
// one of its quads lies on an even offset: for each of the two cases we pick the quad that is rarest in source text.
//
//   keyword  s k - p r o j       begins even:  [sk-p] [-pro]       begins odd:  [k-pr] [proj]
//
// A quad is folded to 19 bits, five of each character and four of the last one: its slot. The slot lists the keywords to compare.
// A keyword of three or four characters has no quad of its own for each case: where a character is not told, all are meant.

import { characterFrequency, pairFrequency } from './pair-frequency.ts';

export interface PrefilterTables {
  /** By slot: 1 where a keyword is listed. */
  readonly marked: Uint8Array;
  /** By slot: the first entry + 1, or 0. */
  readonly first: Uint16Array;
  /** By entry: the next entry of the slot + 1, or 0. */
  readonly next: Uint16Array;
  /** By entry: which keyword, where, and what else must stand there. One number, because there are many to look at. */
  readonly entries: Int32Array;
}

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

const slotBits = 19;

/** How far behind its keyword's start a quad may lie: what an entry has room for. */
const farthestQuad = 62;

/** How far from a quad a probe may lie: less than there is room around a block. */
const probeReach = 12;

/** Two characters in ten bits: case is folded away, and some signs with it, which is good enough for a filter. */
export function foldPair(pair: number): number {
  return (pair & 0x1f) | ((pair >> 3) & 0x3e0);
}

/** The slot of two folded pairs. */
export function slotOf(firstPair: number, secondPair: number): number {
  return (firstPair | (secondPair << 10)) & ((1 << slotBits) - 1);
}

/** `keywords` are lower-case ASCII, three characters or more, without doubles. */
export function buildPrefilterTables(keywords: readonly string[]): PrefilterTables {
  const tables = new SlotLists();
  // Short keywords have little choice: they take theirs first, so that the others can share them.
  const order = keywords.map((_, index) => index).sort((a, b) => (keywords[a]?.length ?? 0) - (keywords[b]?.length ?? 0));
  for (const keyword of order) {
    const text = keywords[keyword] ?? '';
    for (const parity of [0, 1]) tables.add(keyword, text, rarestQuad(text, parity, tables));
  }
  return tables.finish();
}

/** The offset of the quad that is expected least often. */
function rarestQuad(text: string, parity: number, tables: SlotLists): number {
  if (text.length < 3) throw new Error('A keyword needs three characters or more.');
  let best = shortQuads[parity]?.[text.length] ?? parity;
  let least = Number.POSITIVE_INFINITY;
  const last = Math.min(text.length - 4, farthestQuad);
  for (let offset = parity; offset <= last; offset += 2) {
    const frequency = quadFrequency(text, offset);
    const cost = frequency * (tables.has(text, offset) ? listedAlready : 1);
    if (cost < least) {
      least = cost;
      best = offset;
    }
  }
  return best;
}

/** Where the quad of a keyword of three or four characters lies that has none of its own. By parity, then by length. */
const shortQuads: readonly Readonly<Record<number, number>>[] = [{ 3: 0 }, { 3: -1, 4: 1 }];

/** A quad that is looked for anyway costs one more comparison only. */
const listedAlready = 0.7;

/** How often the four characters are expected in source text, by the pairs they are made of. */
function quadFrequency(text: string, offset: number): number {
  let frequency = 1;
  for (let index = offset; index < offset + 3; index++) {
    const code = text.charCodeAt(index);
    const pair = pairFrequency(code, text.charCodeAt(index + 1)) + rarest;
    frequency *= index === offset ? pair : pair / (characterFrequency(code) + rarest);
  }
  return frequency;
}

/** What is too rare to have been counted, and what else the same bits stand for. */
const rarest = 1e-4;

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Two bytes as one element of a `Uint16Array` has them, folded. */
function foldBytes(first: number, second: number): number {
  return foldPair(littleEndian ? first | (second << 8) : (first << 8) | second);
}

/** Lists of entries by slot, chained through `next`. */
class SlotLists {
  readonly #marked = new Uint8Array(1 << slotBits);
  readonly #first = new Uint16Array(1 << slotBits);
  readonly #next: number[] = [];
  readonly #entries: number[] = [];

  /** Whether the slot of a whole quad is taken. */
  has(text: string, offset: number): boolean {
    return this.#marked[slotAt(text, offset)] === 1;
  }

  add(keyword: number, text: string, offset: number): void {
    const entry = packEntry(keyword, text, offset);
    if (offset >= 0 && offset + 4 <= text.length) this.#list(slotAt(text, offset), entry);
    else for (const slot of slotsOf(text, offset)) this.#list(slot, entry);
  }

  #list(slot: number, entry: number): void {
    this.#next.push(this.#first[slot] ?? 0);
    this.#entries.push(entry);
    this.#first[slot] = this.#next.length;
    this.#marked[slot] = 1;
  }

  finish(): PrefilterTables {
    if (this.#next.length >= 1 << 16) throw new Error('Too many keywords for the prefilter.');
    return {
      marked: this.#marked,
      first: this.#first,
      next: Uint16Array.from(this.#next),
      entries: Int32Array.from(this.#entries),
    };
  }
}

/** The slot of a whole quad. */
function slotAt(text: string, offset: number): number {
  const first = foldBytes(text.charCodeAt(offset), text.charCodeAt(offset + 1));
  return slotOf(first, foldBytes(text.charCodeAt(offset + 2), text.charCodeAt(offset + 3)));
}

/** The character of the keyword that lies farthest from the quad, within the room around a block. */
function farthestPlace(text: string, offset: number): number {
  const behind = Math.min(text.length - 1 - offset, probeReach + 3);
  const ahead = Math.min(offset, probeReach);
  return ahead > behind - 3 ? -ahead : behind;
}

/** Where characters are not told, one for each that may stand there. Without doubles. */
function slotsOf(text: string, offset: number): ReadonlySet<number> {
  const slots = new Set<number>();
  for (const a of foldingsAt(text, offset)) {
    for (const b of foldingsAt(text, offset + 1)) {
      const first = foldBytes(a, b);
      for (const c of foldingsAt(text, offset + 2)) {
        for (const d of foldingsAt(text, offset + 3)) slots.add(slotOf(first, foldBytes(c, d)));
      }
    }
  }
  return slots;
}

const anyFolding: readonly number[] = Array.from({ length: 32 }, (_, bits) => bits);

/** The character at `index`, or all foldings where the keyword does not tell it. */
function foldingsAt(text: string, index: number): readonly number[] {
  return index >= 0 && index < text.length ? [text.charCodeAt(index)] : anyFolding;
}
