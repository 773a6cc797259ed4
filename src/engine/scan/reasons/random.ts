// Whether a value looks drawn by chance, reads like words, or could be either.

import { believe, type Check, doubt, refuse } from './reason.ts';
import { randomBits } from './surprise.ts';

/** Chance explains the value better than a writer by a factor of about a thousand. */
const surely = 10;

/** For keys and tokens, which machines make: words are refused, and what could be either is doubted. */
export const random: Check = ({ value }) => {
  const bits = randomBits(value);
  if (bits <= 0) return refuse('reads like words');
  return bits >= surely ? believe('looks random') : doubt('could be words');
};

/** For passwords, which people make: words are doubted only. */
export const words: Check = ({ value }) => {
  const bits = randomBits(value);
  if (bits <= 0) return doubt('reads like words');
  return bits >= surely ? believe('looks random') : undefined;
};
