// What the tables of the prefilter look like. They are built in quad-lists.ts.
//
// The filter looks at four characters at a time, at even offsets only. Wherever a keyword begins, at an even or at an odd offset,
// one of its quads lies on an even offset: for each of the two cases we pick the quad that is rarest in source text. A quad may
// begin a character ahead of the keyword, or end one behind it.
//
//   keyword  s k - p r o j       begins even:  [sk-p] [-pro] [roj?]       begins odd:  [?sk-] [k-pr] [proj]
//
// Characters are folded to five bits, a quad to twenty: three of its characters choose a word of `quads`, the last one a bit of it.
// Marked quads are numbered in the order of their bits; by its number a quad has a list of keywords to compare. Where a keyword does
// not tell one character of a quad, all foldings of it are marked, with one and the same list.

export interface PrefilterTables {
  /** By three folded characters (`tripleOf`): a bit for each folded fourth one, set where a keyword has such a quad. */
  readonly quads: Int32Array;
  /** By three folded characters: how many bits are set ahead of their word. */
  readonly ranks: Uint16Array;
  /** By a quad's number: the first record of its list, and what stands around the quad in the list's keywords (`mayStandBetween`). */
  readonly lists: Uint32Array;
  /** Everything about a keyword in a list lies side by side, because a look into memory is dear: `recordSize` numbers each. */
  readonly records: Int32Array;
  /** Of all keywords, one behind the other. */
  readonly characters: Uint8Array;
  /** By keyword: where it ends in `characters`. */
  readonly ends: Uint32Array;
}

export const recordSize = 4;

/** The quad itself. */
export const quadField = 0;
/** Which bits of the quad must be as they are: not those of case, nor those of characters that are not told. */
export const maskField = 1;
/** Which keyword, where, and what else must stand there. */
export const entryField = 2;
/** The list's next record, or 0. */
export const nextField = 3;

/** The first record of a list. */
export function recordOf(list: number): number {
  return list & 0xffff;
}

/** A bit of a list for the character ahead of the quad, and one for that behind it: eight of each, because a number has no more. */
export function aheadBit(character: number): number {
  return 16 + (character & 7);
}

export function behindBit(character: number): number {
  return 24 + (character & 7);
}

/** What a list has where all characters may stand ahead of its quad, or behind it. */
export const allAhead = 0xff << 16;
export const allBehind = 0xff << 24;

/** 1 where such neighbours stand around the quad in one of the list's keywords, or may well. */
export function mayStandBetween(list: number, ahead: number, behind: number): number {
  return (list >>> aheadBit(ahead)) & (list >>> behindBit(behind)) & 1;
}

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

/** How far behind its keyword's start a quad may lie: what an entry has room for. */
export const farthestQuad = 62;

/** How far from a quad a probe may lie: less than there is room around a block. */
export const probeReach = 12;

/** All bits of two pairs: what an element of an `Int32Array` has. */
export function quadOf(firstPair: number, secondPair: number): number {
  return littleEndian ? firstPair | (secondPair << 16) : (firstPair << 16) | secondPair;
}

/** The quad that begins in the middle of one and ends in the middle of the next. */
export function quadBetween(quad: number, next: number): number {
  return littleEndian ? (quad >>> 16) | (next << 16) : (quad << 16) | (next >>> 16);
}

/**
 * Three characters, five bits of each: case is folded away, and some signs with it, which is good enough for a filter. The
 * multiplication moves them together so that few of them fall on one place, and so that triples which differ in one character only
 * lie side by side: of the whole table the cache then has to hold half as much.
 */
export function tripleOf(quad: number): number {
  return Math.imul(quad & 0x1f1f1f, 0x420002) >>> 17;
}

/** The fourth character, as a shift: of its bits only five count there. */
export function lastOf(quad: number): number {
  return quad >>> 24;
}

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Where the four bytes lie in a quad. */
export const shifts: readonly number[] = littleEndian ? [0, 8, 16, 24] : [24, 16, 8, 0];
