// Where base64 of readable text may stand: a pass over the bytes of a text that leaves few places to look at.
//
// Of pairs of letters only some come from readable bytes, other ones at each of the four places of a group. The sieve looks at eight
// letters out of sixteen, and where these two words agree on where the groups begin, at the eight on either side: 24 letters hold sixteen
// such ones, wherever they begin.
//
//   QVBJX0tFWT1zay1hYmNkZWZn
//       ----====                  both may begin a group: perhaps, if the eight letters on one side may, too

// biome-ignore-all lint/style/noNonNullAssertion: every index here is below the length of its array, and a default would be a branch.

import { isBase64, isReadable, sixBitsOf } from '../../base64-letters.ts';
import { type AsciiEncoder, blockSize, margin, textBlock } from '../text-block.ts';

/** Calls `visit`, in order, with places of which one lies in the first 24 letters of each run that begins like readable text. */
export type SieveBase64 = (text: string, visit: (place: number) => void) => void;

/** Engines share one: the compiler takes the table for a constant only while there is one function with it. */
export function createBase64Sieve(encoder: AsciiEncoder | undefined): SieveBase64 {
  if (!last || last.encoder !== encoder) last = { encoder, sieve: newSieve(encoder) };
  return last.sieve;
}

/** The same without a table, which takes longer to make than a few short texts to search. */
export const searchBase64: SieveBase64 = (text, visit) => {
  for (const { index } of text.matchAll(/[A-Za-z0-9+/]{24,}/g)) visit(index);
};

let last: { readonly encoder: AsciiEncoder | undefined; readonly sieve: SieveBase64 } | undefined;

function newSieve(encoder: AsciiEncoder | undefined): SieveBase64 {
  const { buffer, read } = textBlock(encoder);
  const pairs = new Uint16Array(buffer);
  /** Up to here a word may begin. The compiler sees by it that no index is beyond the end. */
  const lastPair = pairs.length - 8;
  const table = buildPairTable();

  /** The places of a group at which the word that begins at `pair` may begin, a bit each. */
  function placesOf(pair: number): number {
    return table[pairs[pair]!]! & (table[pairs[pair + 1]!]! >> 4);
  }

  function sieveBlock(base: number, size: number, visit: (place: number) => void): void {
    const start = margin >> 1;
    const end = Math.min((margin + size + 1) >> 1, lastPair);
    for (let pair = start; pair < end; pair += 8) {
      const here = placesOf(pair) & placesOf(pair + 2);
      if (here === 0) continue;
      const before = placesOf(pair - 4) & placesOf(pair - 2);
      const behind = placesOf(pair + 4) & placesOf(pair + 6);
      if ((here & (before | behind)) !== 0) visit(base + pair * 2 - margin);
    }
  }

  return (text, visit) => {
    for (let base = 0; base < text.length; base += blockSize) {
      const size = Math.min(blockSize, text.length - base);
      read(text, base);
      sieveBlock(base, size, visit);
    }
  };
}

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/**
 * By pair, as a `Uint16Array` has it: at which places of a group it may stand. The four upper bits tell the same of a word that has
 * the pair in its second half.
 */
function buildPairTable(): Uint8Array {
  const table = new Uint8Array(1 << 16);
  const places = placesOfPairs();
  const letters = Uint8Array.from({ length: 128 }, (_, code) => code).filter(isBase64);
  const bits = letters.map(sixBitsOf);
  const [shiftOfFirst, shiftOfSecond] = littleEndian ? [0, 8] : [8, 0];
  for (let first = 0; first < letters.length; first++) {
    for (let second = 0; second < letters.length; second++) {
      table[(letters[first]! << shiftOfFirst) | (letters[second]! << shiftOfSecond)] = places[(bits[first]! << 6) | bits[second]!]!;
    }
  }
  return table;
}

/**
 * By two letters, six bits of each. A group is three bytes: aaaaaabb bbbbcccc ccdddddd. Where a pair has but a part of a byte, any
 * other part will do. Every start waits for this: what is asked of bytes is asked ahead, and nothing is called in the loop.
 */
function placesOfPairs(): Uint8Array {
  const places = new Uint8Array(1 << 12);
  const readable = Uint8Array.from({ length: 256 }, (_, byte) => Number(isReadable(byte)));
  const high = Uint8Array.from({ length: 16 }, (_, half) => Number(highHalves.has(half)));
  const atEnd = Uint8Array.from({ length: 64 }, (_, six) => Number([0, 1, 2].some(low => isReadable((six << 2) | low))) << 3);
  for (let both = 0; both < places.length; both++) {
    const atStart = readable[both >> 4]! & high[both & 0xf]!;
    const inFirst = high[(both >> 6) & 0xf]! & readable[(both >> 2) & 0xff]! & ~(both >> 1) & 1;
    const here = atStart | (inFirst << 1) | (readable[both & 0xff]! << 2) | atEnd[both & 0x3f]!;
    places[both] = here | ((((here >> 2) | (here << 2)) & 0xf) << 4);
  }
  return places;
}

/** The upper four bits of readable bytes. */
const highHalves: ReadonlySet<number> = new Set([0, 2, 3, 4, 5, 6, 7]);
