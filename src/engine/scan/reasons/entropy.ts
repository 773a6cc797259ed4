// Shannon entropy of a value, and whether it is what chance would give for its length and alphabet.

import { type Check, refuse } from './reason.ts';
import { alphabetSize } from './surprise.ts';

/** Bits a character. */
export function entropyOf(value: string): number {
  const counts = new Map<number, number>();
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

/** Of random values of 12 characters and more, in any usual alphabet, one in a hundred stays below this part of the most possible. */
const leastShare = 0.65;

export const entropy: Check = ({ value }) => {
  const most = Math.log2(Math.min(value.length, alphabetSize(value)));
  const bits = entropyOf(value);
  return bits < leastShare * most ? refuse(`entropy ${bits.toFixed(1)} bits a character, too regular for a random value`) : undefined;
};
