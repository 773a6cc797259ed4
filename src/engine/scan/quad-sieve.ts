// The first sieves of the prefilter: they leave those places of a block at which a keyword may stand.

// biome-ignore-all lint/style/noNonNullAssertion: every index here is below the length of its array, and a default would be a branch.

import { bitCount } from './bit-count.ts';
import { lastOf, mayStandBetween, type PrefilterTables, quadBetween, quadOf, recordOf, tripleOf } from './prefilter-tables.ts';
import { margin } from './text-block.ts';

/** Characters of a group: eight pairs, a bit each. */
export const groupSize = 16;

export interface QuadSieve {
  /** Where one may stand: the index of the pair at which its quad begins in the upper half, the first record of its list in the lower. */
  readonly places: Uint32Array;
  /** Looks at so many characters behind the margin, and at those that complete a group; returns how many places there are. */
  readonly sieve: (size: number) => number;
}

/** `buffer`: of a block (text-block.ts). */
export function createQuadSieve({ quads, ranks, lists }: PrefilterTables, buffer: ArrayBuffer): QuadSieve {
  const bytes = new Uint8Array(buffer);
  const pairs = new Uint16Array(buffer);
  const words = new Int32Array(buffer);
  /** Groups in which quads of keywords may stand: a bit for each pair, the first one's above the others, and the first word's index. */
  const groups = new Int32Array(bytes.length / groupSize);
  const places = new Uint32Array(pairs.length);
  // Constants of this function, so that the compiler sees that no index is beyond the end.
  const [firstWord, lastWord] = [margin >> 2, words.length - 5];

  /** 1 where a keyword has such a quad. */
  function isQuad(quad: number): number {
    return (quads[tripleOf(quad)]! >>> lastOf(quad)) & 1;
  }

  /** Leaves the groups in which a keyword's quad stands. */
  function sieveGroups(end: number): number {
    const limit = Math.min(end, lastWord);
    let count = 0;
    let even = words[firstWord]!;
    for (let word = firstWord; word < limit; word += 4) {
      let odd = words[word + 1]!;
      let bits = isQuad(even);
      bits = (bits << 1) + isQuad(quadBetween(even, odd));
      even = words[word + 2]!;
      bits = (bits << 1) + isQuad(odd);
      bits = (bits << 1) + isQuad(quadBetween(odd, even));
      odd = words[word + 3]!;
      bits = (bits << 1) + isQuad(even);
      bits = (bits << 1) + isQuad(quadBetween(even, odd));
      even = words[word + 4]!;
      bits = (bits << 1) + isQuad(odd);
      bits = (bits << 1) + isQuad(quadBetween(odd, even));
      groups[count] = (word << 8) | bits;
      count += (bits + 0xff) >> 8;
    }
    return count;
  }

  /** Writes the pairs of the groups at which a keyword's quad begins. */
  function pairsOfGroups(groupCount: number): number {
    let count = 0;
    for (let index = 0; index < groupCount; index++) {
      const group = groups[index]!;
      let bits = group & 0xff;
      do {
        const last = bits & -bits;
        places[count++] = ((group >> 8) << 1) + Math.clz32(last) - 24;
        bits ^= last;
      } while (bits !== 0);
    }
    return count;
  }

  function listOf(quad: number): number {
    const triple = tripleOf(quad);
    return lists[ranks[triple]! + bitCount(quads[triple]! & ~(-1 << lastOf(quad)))]!;
  }

  /** Leaves the pairs between such neighbours as their quad has in a keyword. No record is looked at: the cache holds few of them. */
  function sieveNeighbours(pairCount: number): number {
    let count = 0;
    for (let index = 0; index < pairCount; index++) {
      const pair = places[index]!;
      const list = listOf(quadOf(pairs[pair]!, pairs[pair + 1]!));
      places[count] = (pair << 16) | recordOf(list);
      count += mayStandBetween(list, bytes[(pair << 1) - 1]!, bytes[(pair << 1) + 4]!);
    }
    return count;
  }

  return { places, sieve: size => sieveNeighbours(pairsOfGroups(sieveGroups((margin + size + 3) >> 2))) };
}
