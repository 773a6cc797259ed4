// Characters in order or in repetition, as fingers and loops type them: `12345678`, `abcdef`, `aaaa`, `abcabcabc`.

import { hasMoreThan } from './characters.ts';
import { type Check, refuse } from './reason.ts';

export const sequence: Check = ({ value }) => {
  if (value.length < 4) return undefined;
  if (!hasMoreThan(Math.min(4, value.length / 3), value)) return refuse('repeats a few characters');
  if (isRepetition(value)) return refuse('repeats one piece over and over');
  return inOrder(value) >= 0.6 ? refuse('has its characters in order, like 1234 or abcd') : undefined;
};

/** The share of characters that go on as the two before them did: one up, one down, or the same. */
function inOrder(value: string): number {
  let counted = 0;
  for (let i = 2; i < value.length; i++) {
    const step = value.charCodeAt(i) - value.charCodeAt(i - 1);
    if (Math.abs(step) <= 1 && step === value.charCodeAt(i - 1) - value.charCodeAt(i - 2)) counted++;
  }
  return counted / (value.length - 2);
}

/** Whether the value is a shorter piece, three times or more: its own shift by that piece's length. */
function isRepetition(value: string): boolean {
  const longest = Math.min(12, value.length / 3);
  for (let length = 1; length <= longest; length++) {
    if (isShiftOfItself(value, length)) return true;
  }
  return false;
}

function isShiftOfItself(value: string, by: number): boolean {
  let at = by;
  while (at < value.length && value.charCodeAt(at) === value.charCodeAt(at - by)) at++;
  return at === value.length;
}
