// Patterns tried only around the few places where a rare text stands: a search for literals is many times faster than
// one for patterns, and most texts hold none of them.

import type { Span } from '../text.ts';
import type { LandmarksMet } from './landmarks.ts';

/** A part of a text. */
export interface Window {
  readonly text: string;
  readonly start: number;
}

export interface NearMatch {
  readonly match: RegExpExecArray;
  /** What to add to the match's indices to get offsets of the whole text. */
  readonly shift: number;
}

/** How far before a needle a match may begin (or look), and how far after it one may end, in UTF-16 units. */
const behind = 2400;
const ahead = 1200;

/** Every match of the patterns (flag `g`) that stands in one of the windows, pattern by pattern within a window. */
export function matchIn(windows: readonly Window[], patterns: readonly RegExp[]): readonly NearMatch[] {
  return windows.flatMap(({ text, start }) =>
    patterns.flatMap(pattern => [...text.matchAll(pattern)].map(match => ({ match, shift: start }))),
  );
}

/** What stands around the needles, in order; where two windows would overlap they are one. */
export function windowsAround(text: string, needles: readonly string[], met: LandmarksMet): readonly Window[] {
  const hits = needles.flatMap(needle => met.placesOf(needle, text));
  if (hits.length === 0) return [];
  if (needles.length > 1) hits.sort((a, b) => a - b);
  return spansAround(hits, text.length).map(({ start, end }) => ({ text: text.slice(start, end), start }));
}

function spansAround(hits: readonly number[], length: number): readonly Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const hit of hits) {
    const start = Math.max(0, hit - behind);
    const end = Math.min(length, hit + ahead);
    const last = spans.at(-1);
    if (last && start <= last.end) last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}
