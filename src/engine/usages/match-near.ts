// Patterns tried only around the few places where a rare text stands: a search for literals is many times faster than
// one for patterns, and most texts hold none of them.

import type { Span } from '../text.ts';
import type { NeedlePlaces } from './needle-index.ts';

/** A part of a text, in which matches may begin from `from` on. */
export interface Window {
  readonly text: string;
  readonly start: number;
  /** Offset in the part. What stands before it is for look-behinds. */
  readonly from: number;
}

export interface NearMatch {
  readonly match: RegExpExecArray;
  /** What to add to the match's indices to get offsets of the whole text. */
  readonly shift: number;
}

/** How far before a needle a match may begin, how far before that it may look, and how far after the needle it may end, in UTF-16 units. */
const behind = 300;
const lookBehind = 2100;
const ahead = 1200;

/** Every match of the patterns (flag `g`) that stands in one of the windows, pattern by pattern within a window. */
export function matchIn(windows: readonly Window[], patterns: readonly RegExp[]): readonly NearMatch[] {
  if (windows.length === 0) return noMatches;
  const matches: NearMatch[] = [];
  for (const window of windows) for (const pattern of patterns) addMatches(window, pattern, matches);
  return matches;
}

function addMatches({ text, start, from }: Window, pattern: RegExp, matches: NearMatch[]): void {
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) matches.push({ match, shift: start });
}

const noMatches: readonly NearMatch[] = [];

/** What stands around the needles, in order; where two windows would overlap they are one. */
export function windowsAround(text: string, needles: readonly string[], places: NeedlePlaces): readonly Window[] {
  const hits: number[] = [];
  for (const needle of needles) for (const hit of places.get(needle) ?? noHits) hits.push(hit);
  if (hits.length === 0) return noWindows;
  if (needles.length > 1) hits.sort((a, b) => a - b);
  return spansAround(hits, text.length).map(({ start: from, end }) => {
    const start = Math.max(0, from - lookBehind);
    return { text: text.slice(start, end), start, from: from - start };
  });
}

const noHits: readonly number[] = [];
const noWindows: readonly Window[] = [];

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
