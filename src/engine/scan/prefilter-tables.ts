// The tables of the prefilter, built from the keywords when the engine starts.
//
// The filter looks at the text two bytes at a time, at even offsets only. Wherever a keyword begins, at an even or at an odd
// offset, one of its pairs of characters lies on an even offset: for each of the two cases we pick the pair that is rarest in
// source text and mark it. The four bytes around a marked pair are hashed to a slot, and the slot lists the keywords to compare.
//
//   keyword  s k - p r o j       begins even:  [s k] [- p] [r o]       begins odd:  s [k -] [p r] [o j]

import { pairFrequency } from './pair-frequency.ts';

export interface PrefilterTables {
  /** By two bytes as a `Uint16Array` reads them: 1 where the pair is marked. */
  readonly marked: Uint8Array;
  /** By slot: 1 where a keyword is listed. */
  readonly occupied: Uint8Array;
  /** By slot: the first entry + 1, or 0. */
  readonly first: Uint16Array;
  /** By entry: the next entry of the slot + 1, or 0. */
  readonly next: Uint16Array;
  /** By entry: the keyword. */
  readonly keyword: Uint16Array;
  /** By entry: how far the pair lies behind the keyword's start. */
  readonly offset: Uint8Array;
}

const slotBits = 18;

/** Keeps five bits of each byte: folds case, and is only a filter. */
export const foldMask = 0x1f1f1f1f;

/** Knuth's multiplicative hash: 2³² divided by the golden ratio. */
export const hashFactor = 0x9e3779b1 | 0;
export const hashShift = 32 - slotBits;

/** `keywords` are lower-case ASCII, three characters or more, without doubles. */
export function buildPrefilterTables(keywords: readonly string[]): PrefilterTables {
  const marked = new Uint8Array(1 << 16);
  const slots = new SlotLists();
  const order = keywords.map((text, keyword) => ({ text, keyword }));
  // Short keywords have no choice of pairs: they mark theirs first, so that the others can share them.
  order.sort((a, b) => a.text.length - b.text.length);
  for (const { text, keyword } of order) {
    for (const parity of [0, 1]) {
      const offset = cheapestOffset(text, parity, marked);
      markAllCases(marked, text.charCodeAt(offset), text.charCodeAt(offset + 1));
      slots.add(keyword, offset, text);
    }
  }
  return { marked, ...slots.finish() };
}

function cheapestOffset(text: string, parity: number, marked: Uint8Array): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let offset = parity; offset + 1 < text.length; offset += 2) {
    const cost = costOf(text, offset, marked);
    if (cost < least) {
      least = cost;
      best = offset;
    }
  }
  if (best < 0) throw new Error('A keyword needs three characters or more.');
  return best;
}

/** A candidate that survives the pair costs some times what a look at a pair costs. */
const hashWeight = 12;

/** What it costs to wait for the pair at `offset`, by how often it and the four bytes around it are expected in source text. */
function costOf(text: string, offset: number, marked: Uint8Array): number {
  const first = text.charCodeAt(offset);
  const second = text.charCodeAt(offset + 1);
  const frequency = pairFrequency(first, second);
  const before = offset > 0 ? chance(pairFrequency(text.charCodeAt(offset - 1), first)) : 1;
  const after = offset + 2 < text.length ? chance(pairFrequency(second, text.charCodeAt(offset + 2))) : 1;
  return (marked[pairKey(first, second)] ? 0 : frequency) + hashWeight * frequency * before * after;
}

/** Of a neighbour, given the pair: a character's own frequency is about 1/30. */
function chance(pair: number): number {
  return Math.min(1, pair * 30);
}

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** The two bytes as one element of a `Uint16Array` over the text's bytes. */
function pairKey(first: number, second: number): number {
  return littleEndian ? first | (second << 8) : (first << 8) | second;
}

function markAllCases(marked: Uint8Array, first: number, second: number): void {
  marked[pairKey(first, second)] = 1;
  marked[pairKey(upperCase(first), second)] = 1;
  marked[pairKey(first, upperCase(second))] = 1;
  marked[pairKey(upperCase(first), upperCase(second))] = 1;
}

function upperCase(code: number): number {
  return code >= 97 && code <= 122 ? code - 32 : code;
}

/** Lists of entries by slot, chained through `next`. */
class SlotLists {
  readonly #occupied = new Uint8Array(1 << slotBits);
  readonly #first = new Uint16Array(1 << slotBits);
  readonly #next: number[] = [];
  readonly #keyword: number[] = [];
  readonly #offset: number[] = [];

  add(keyword: number, offset: number, text: string): void {
    const pair = (text.charCodeAt(offset) << 8) | (text.charCodeAt(offset + 1) << 16);
    for (const before of byteChoices(text, offset - 1)) {
      for (const after of byteChoices(text, offset + 2)) {
        const slot = Math.imul((before | pair | (after << 24)) & foldMask, hashFactor) >>> hashShift;
        this.#addTo(slot, keyword, offset);
      }
    }
  }

  finish(): Omit<PrefilterTables, 'marked'> {
    if (this.#next.length >= 1 << 16) throw new Error('Too many keywords for the prefilter.');
    return {
      occupied: this.#occupied,
      first: this.#first,
      next: Uint16Array.from(this.#next),
      keyword: Uint16Array.from(this.#keyword),
      offset: Uint8Array.from(this.#offset),
    };
  }

  #addTo(slot: number, keyword: number, offset: number): void {
    const head = this.#first[slot] ?? 0;
    // Two of the 32 variants of a keyword may share a slot, and it must be reported once.
    for (let entry = head; entry; entry = this.#next[entry - 1] ?? 0) {
      if (this.#keyword[entry - 1] === keyword && this.#offset[entry - 1] === offset) return;
    }
    this.#next.push(head);
    this.#keyword.push(keyword);
    this.#offset.push(offset);
    this.#first[slot] = this.#next.length;
    this.#occupied[slot] = 1;
  }
}

const anyByte: readonly number[] = Array.from({ length: 32 }, (_, bits) => bits);

/** The byte at `index`, or all 32 foldings where the keyword does not tell it. */
function byteChoices(text: string, index: number): readonly number[] {
  return index >= 0 && index < text.length ? [text.charCodeAt(index)] : anyByte;
}
