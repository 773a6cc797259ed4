// From keywords to matches: where a keyword stands, its rules' patterns are tried. Linear in the text, whatever it is.

import type { Rule } from '../rules/rule.ts';
import { Attempts, type ScanObserver, type TakeMatch, type TryWishes } from './attempts.ts';
import { HitList } from './hit-list.ts';
import { createPrefilter, type Prefilter } from './prefilter.ts';
import { createPlainSearch, plainlySearched, plainSearchCost } from './search-plainly.ts';
import type { CompiledTables } from './tables/compiled-tables.ts';
import { addToIndex, indexKeywords } from './tables/keyword-index.ts';
import type { AsciiEncoder } from './text-block.ts';

export interface MatchOptions {
  readonly encoder?: AsciiEncoder | undefined;
  readonly observer?: ScanObserver | undefined;
  /** Further texts to look out for, as rules write their keywords. */
  readonly landmarks?: readonly string[];
  /** Made ahead of time of the first of the rules, and of the landmarks. */
  readonly compiled?: CompiledTables | undefined;
}

/**
 * Calls `take` for each match, by the order of keywords in the text, but for matches that are sure to be refused. Returns the
 * openings: where the keyword of a far-reaching rule stands without a match, which text further down may complete one day.
 */
export type MatchRules = (text: string, take: TakeMatch, wishes?: MatchWishes) => readonly number[];

export interface MatchWishes extends TryWishes {
  /** Is told of each place of a landmark, in order. */
  readonly meet?: MeetLandmark | undefined;
  /** Matches that begin further down are not looked for. */
  readonly until?: number | undefined;
}

/** `landmark`: its index in the list. */
export type MeetLandmark = (landmark: number, start: number) => void;

/** Tables that are not there whole are built when enough text has come by to be worth it. */
export function createMatchRules(rules: readonly Rule[], { encoder, observer, landmarks = [], compiled }: MatchOptions = {}): MatchRules {
  const index = compiled ? addToIndex(compiled.index, rules, compiled.ruleCount) : indexKeywords(rules, landmarks);
  /** By rule, made when its keyword is first met. */
  const attempts: Attempts[] = [];
  /** Those that remember something of the text. */
  const busy: Attempts[] = [];
  const hits = new HitList();
  let searchPlainly: Prefilter | undefined;
  let plainCharacters = index === compiled?.index ? 0 : plainlySearched;
  let prefilter: Prefilter | undefined;
  let farthest: number | undefined;
  return (text, take, wishes = {}) => {
    plainCharacters -= text.length + plainSearchCost;
    if (plainCharacters < 0) prefilter ??= createPrefilter(index, { encoder, tables: compiled?.tables });
    else searchPlainly ??= createPlainSearch(index.keywords);
    try {
      const searched = wishes.until === undefined ? text : text.slice(0, wishes.until + farthestKeyword());
      (prefilter ?? searchPlainly)?.(searched, hits);
      hits.sort();
      return tryAll(text, take, wishes);
    } finally {
      // One by one: V8 calls its runtime to set the length of an array.
      while (busy.length > 0) busy.pop()?.forget();
      hits.clear();
    }
  };

  /** How far behind its match's beginning a keyword may end. */
  function farthestKeyword(): number {
    farthest ??= mostOf(rules, ({ before = 0 }) => before) + mostOf(index.keywords, ({ length }) => length);
    return farthest;
  }

  function tryAll(text: string, take: TakeMatch, wishes: MatchWishes): readonly number[] {
    const { meet } = wishes;
    const openings: number[] = [];
    for (let hit = 0; hit < hits.length; hit++) {
      const start = hits.start(hit);
      const keyword = hits.keyword(hit);
      const landmark = index.landmarks[keyword] ?? -1;
      if (landmark !== -1) meet?.(landmark, start);
      const end = start + (index.lengths[keyword] ?? 0);
      const last = index.ruleEnds[keyword] ?? 0;
      for (let at = keyword === 0 ? 0 : (index.ruleEnds[keyword - 1] ?? 0); at < last; at++) {
        if (attemptsOf(index.rules[at] ?? 0).isOpenAt(text, start, end, take, wishes) && openings.at(-1) !== start) openings.push(start);
      }
    }
    return openings;
  }

  function attemptsOf(rule: number): Attempts {
    const known = attempts[rule];
    if (known) return known;
    const whole = rules[rule];
    if (!whole) throw new Error('The tables are of other rules.');
    const made = new Attempts(whole, busy, observer);
    attempts[rule] = made;
    return made;
  }
}

function mostOf<Item>(items: readonly Item[], measure: (item: Item) => number): number {
  return items.reduce((most, item) => Math.max(most, measure(item)), 0);
}
