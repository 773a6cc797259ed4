// From keywords to matches: where a keyword stands, its rules' patterns are tried. Linear in the text, whatever it is.

import type { Rule } from '../rules/rule.ts';
import { Attempts, type ScanObserver, type TakeMatch } from './attempts.ts';
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

export interface MatchWishes {
  /** Is told of each place of a landmark, in order. */
  readonly meet?: MeetLandmark;
  /** All matches, those that their rules refuse unseen (`refuses`), too. */
  readonly isThorough?: boolean;
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
  return (text, take, wishes = {}) => {
    plainCharacters -= text.length + plainSearchCost;
    if (plainCharacters < 0) prefilter ??= createPrefilter(index, { encoder, tables: compiled?.tables });
    else searchPlainly ??= createPlainSearch(index.keywords);
    try {
      (prefilter ?? searchPlainly)?.(text, hits);
      hits.sort();
      return tryAll(text, take, wishes);
    } finally {
      for (const each of busy) each.forget();
      busy.length = 0;
      hits.clear();
    }
  };

  function tryAll(text: string, take: TakeMatch, { meet, isThorough = false }: MatchWishes): readonly number[] {
    const openings: number[] = [];
    for (let hit = 0; hit < hits.length; hit++) {
      const start = hits.start(hit);
      const keyword = hits.keyword(hit);
      const landmark = index.landmarks[keyword] ?? -1;
      if (landmark !== -1) meet?.(landmark, start);
      const end = start + (index.lengths[keyword] ?? 0);
      const last = index.ruleEnds[keyword] ?? 0;
      for (let at = keyword === 0 ? 0 : (index.ruleEnds[keyword - 1] ?? 0); at < last; at++) {
        if (attemptsOf(index.rules[at] ?? 0).isOpenAt(text, start, end, take, isThorough) && openings.at(-1) !== start)
          openings.push(start);
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
