// Texts for people: `Enter your password`, `token is invalid.`: several words, most of them words indeed.

import { kindsIn, otherMark } from './characters.ts';
import { type Check, refuse } from './reason.ts';
import { randomBits } from './surprise.ts';

export const sentence: Check = ({ value }) => {
  if ((kindsIn(value) & otherMark) === 0) return undefined;
  const parts = value.split(/[\s,;:!?]+/).filter(part => part !== '');
  if (!/\s/.test(value) || parts.length < 2) return undefined;
  const wordy = parts.filter(part => /^[^\d]*$/.test(part) && randomBits(part) < 8);
  return wordy.length * 2 > parts.length ? refuse('reads like a sentence') : undefined;
};
