// Characters in order or in repetition, as fingers and loops type them: `12345678`, `abcdef`, `aaaa`, `abcabcabc`.

import { type Check, refuse } from './reason.ts';

export const sequence: Check = ({ value }) => {
  if (value.length < 4) return undefined;
  if (new Set(value.toLowerCase()).size <= Math.min(4, value.length / 3)) return refuse('repeats a few characters');
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
  for (let length = 1; length <= Math.min(12, value.length / 3); length++) {
    if (value.startsWith(value.slice(length))) return true;
  }
  return false;
}
