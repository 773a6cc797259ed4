// The prefilter's answer without its tables: one search for each keyword. Building the tables takes longer than searching a few
// small texts, and a file in a commit hook or the first lines that are typed are just that.

import type { Prefilter } from './prefilter.ts';

/** How many characters are searched before tables are worth their building: measured, the costs meet at about three times that. */
export const plainlySearched = 16_384;

export function createPlainSearch(keywords: readonly string[]): Prefilter {
  return (text, hits) => {
    const lower = foldAscii(text);
    const found: { readonly start: number; readonly keyword: number }[] = [];
    for (const [keyword, needle] of keywords.entries()) {
      for (let start = lower.indexOf(needle); start >= 0; start = lower.indexOf(needle, start + 1)) found.push({ start, keyword });
    }
    found.sort((a, b) => a.start - b.start || a.keyword - b.keyword);
    for (const { start, keyword } of found) hits.push(start, keyword);
  };
}

/** `toLowerCase` would turn the Kelvin sign into a `k` and change the length of others. */
function foldAscii(text: string): string {
  return text.replace(/[A-Z]+/g, letters => letters.toLowerCase());
}
