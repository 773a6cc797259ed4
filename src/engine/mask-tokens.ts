// What no rule reports may still be a secret: unknown kinds, and values that stand where no rule looks for them. Whatever is shown
// of a text beyond its findings has runs that look like chance masked.

import { mask } from './secret.ts';

/** Long runs of letters and digits with what keys hold between them, and shorter ones of digits and letters of both cases. */
const runs = /[A-Za-z0-9+/_=~.:-]{20,}|[A-Za-z0-9]{12,}/g;

export function maskTokens(line: string): string {
  return line.replace(runs, run => (looksLikeChance(run) ? mask(run) : run));
}

/** Names have words with marks between them; a long word full of digits is none. Such a name is masked as a whole. */
export function maskTokenName(name: string): string {
  const words = name.match(/[A-Za-z0-9]{16,}/g) ?? [];
  return words.some(looksLikeChance) ? mask(name) : name;
}

function looksLikeChance(run: string): boolean {
  if (!/\d.*\d/.test(run) || !/[A-Za-z]/.test(run)) return false;
  return run.length >= 20 || /^(?=.*[a-z])(?=.*[A-Z])/.test(run) || /^[0-9a-f]{16,}$/i.test(run);
}
