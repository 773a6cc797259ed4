// The prefilter's answer without its tables: one search for each keyword whose characters, three by three, the text has. Building the
// tables takes longer than searching a few small texts, and a file in a commit hook or the first lines that are typed are just that.

import type { Prefilter } from './prefilter.ts';

/** How many characters are searched before tables are worth their building: measured, the costs meet at 80,000. */
export const plainlySearched = 65_536;

/** How many characters a search costs before it looks at the first: it asks for every keyword. */
export const plainSearchCost = 1024;

export function createPlainSearch(keywords: readonly string[]): Prefilter {
  return (text, hits) => {
    const lower = foldAscii(text);
    const triples = triplesOf(lower);
    const found: { readonly start: number; readonly keyword: number }[] = [];
    for (const [keyword, needle] of keywords.entries()) {
      if (!hasTriples(needle, triples)) continue;
      for (let start = lower.indexOf(needle); start >= 0; start = lower.indexOf(needle, start + 1)) found.push({ start, keyword });
    }
    found.sort((a, b) => a.start - b.start || a.keyword - b.keyword);
    for (const { start, keyword } of found) hits.push(start, keyword);
  };
}

/** By three neighbours, five bits each: 1 where the text has them. Hardly a keyword passes that is not there. */
function triplesOf(text: string): Uint8Array {
  const triples = new Uint8Array(1 << 15);
  let triple = 0;
  for (let index = 0; index < text.length; index++) {
    triple = foldTriple(triple, text.charCodeAt(index));
    triples[triple] = 1;
  }
  return triples;
}

function hasTriples(needle: string, triples: Uint8Array): boolean {
  let triple = foldTriple(foldTriple(0, needle.charCodeAt(0)), needle.charCodeAt(1));
  for (let index = 2; index < needle.length; index++) {
    triple = foldTriple(triple, needle.charCodeAt(index));
    if (triples[triple] === 0) return false;
  }
  return true;
}

/** The last two of a triple and one more character. */
function foldTriple(triple: number, character: number): number {
  return ((triple << 5) | (character & 0x1f)) & 0x7fff;
}

/** `toLowerCase` would turn the Kelvin sign into a `k` and change the length of others. */
function foldAscii(text: string): string {
  return text.replace(/[A-Z]+/g, letters => letters.toLowerCase());
}
