// Patterns tried only around the few places where a rare text stands: a search for literals is many times faster than
// one for patterns, and most texts hold none of them.

import type { Span } from '../text.ts';

export interface NearMatch {
  readonly match: RegExpExecArray;
  /** What to add to the match's indices to get offsets of the whole text. */
  readonly shift: number;
}

/** How far before a needle a match may begin (or look), and how far after it one may end, in UTF-16 units. */
const behind = 2400;
const ahead = 1200;

/** Every match of the patterns (flag `g`) that stands around one of the needles, pattern by pattern within a window. */
export function matchNear(text: string, needles: readonly string[], patterns: readonly RegExp[]): readonly NearMatch[] {
  return windowsAround(text, needles).flatMap(({ start, end }) => {
    const window = text.slice(start, end);
    return patterns.flatMap(pattern => [...window.matchAll(pattern)].map(match => ({ match, shift: start })));
  });
}

/** Sorted; where they would overlap they are one. */
function windowsAround(text: string, needles: readonly string[]): readonly Span[] {
  const windows = needles.flatMap(needle => windowsOf(text, needle)).sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of windows) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function windowsOf(text: string, needle: string): readonly Span[] {
  const windows: { start: number; end: number }[] = [];
  for (let hit = text.indexOf(needle); hit !== -1; hit = text.indexOf(needle, hit + 1)) {
    const start = Math.max(0, hit - behind);
    const end = Math.min(text.length, hit + ahead);
    const last = windows.at(-1);
    if (last && start <= last.end) last.end = end;
    else windows.push({ start, end });
  }
  return windows;
}
