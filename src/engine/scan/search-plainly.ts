// The prefilter's answer without its tables: one search for each keyword whose pairs of characters the text has. Building the tables
// takes longer than searching a few small texts, and a file in a commit hook or the first lines that are typed are just that.

import type { Prefilter } from './prefilter.ts';

/** How many characters are searched before tables are worth their building: measured, the costs meet at about three times that. */
export const plainlySearched = 16_384;

export function createPlainSearch(keywords: readonly string[]): Prefilter {
  return (text, hits) => {
    const lower = foldAscii(text);
    const pairs = pairsOf(lower);
    const found: { readonly start: number; readonly keyword: number }[] = [];
    for (const [keyword, needle] of keywords.entries()) {
      if (!hasPairs(needle, pairs)) continue;
      for (let start = lower.indexOf(needle); start >= 0; start = lower.indexOf(needle, start + 1)) found.push({ start, keyword });
    }
    found.sort((a, b) => a.start - b.start || a.keyword - b.keyword);
    for (const { start, keyword } of found) hits.push(start, keyword);
  };
}

/** By pair of neighbours, seven bits each: 1 where the text has it. Most keywords have a pair that a small text has not. */
function pairsOf(text: string): Uint8Array {
  const pairs = new Uint8Array(1 << 14);
  let pair = 0;
  for (let index = 0; index < text.length; index++) {
    pair = ((pair << 7) | (text.charCodeAt(index) & 0x7f)) & 0x3fff;
    pairs[pair] = 1;
  }
  return pairs;
}

function hasPairs(needle: string, pairs: Uint8Array): boolean {
  let pair = needle.charCodeAt(0);
  for (let index = 1; index < needle.length; index++) {
    pair = ((pair << 7) | needle.charCodeAt(index)) & 0x3fff;
    if (pairs[pair] === 0) return false;
  }
  return true;
}

/** `toLowerCase` would turn the Kelvin sign into a `k` and change the length of others. */
function foldAscii(text: string): string {
  return text.replace(/[A-Z]+/g, letters => letters.toLowerCase());
}
