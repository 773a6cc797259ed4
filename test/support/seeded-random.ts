// Chance that gives the same answers for the same seed (mulberry32), so that a failing test fails again.

export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number below `limit`. */
  below(limit: number): number;
  text(alphabet: string, length: number): string;
}

export function createRandom(seed: number): Random {
  let state = (seed * 0x9e3779b9) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { next, below, text: (alphabet, length) => Array.from({ length }, () => alphabet.charAt(below(alphabet.length))).join('') };
}
