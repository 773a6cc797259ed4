// Shannon entropy of a value, and whether it is what chance would give for its length and alphabet.

import { type Check, refuse } from './reason.ts';
import { alphabetSize } from './surprise.ts';

/** Bits a character. */
export function entropyOf(value: string): number {
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code >= counts.length) return entropyOfAny(value);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  let bits = 0;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    const count = counts[code] ?? 0;
    if (count > 0) bits -= (count / value.length) * Math.log2(count / value.length);
    counts[code] = 0;
  }
  return bits;
}

/** By character. All 0 between two calls. */
const counts = new Uint32Array(128);

function entropyOfAny(value: string): number {
  counts.fill(0);
  const countOf = new Map<number, number>();
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    countOf.set(unit, (countOf.get(unit) ?? 0) + 1);
  }
  let bits = 0;
  for (const count of countOf.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

/** Of random values of 12 characters and more, in any usual alphabet, one in a hundred stays below this part of the most possible. */
const leastShare = 0.65;

export const entropy: Check = ({ value }) => {
  const most = Math.log2(Math.min(value.length, alphabetSize(value)));
  const bits = entropyOf(value);
  return bits < leastShare * most ? refuse(`entropy ${bits.toFixed(1)} bits a character, too regular for a random value`) : undefined;
};
