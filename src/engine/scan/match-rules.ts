// From keywords to matches: where a keyword stands, its rules' patterns are tried. Linear in the text, whatever it is.

import type { Rule } from '../rules/rule.ts';
import { mayStart } from '../rules/word-edges.ts';
import type { Span } from '../text.ts';
import type { AsciiEncoder } from './block-copy.ts';
import { HitList } from './hit-list.ts';
import { createPrefilter, type Prefilter } from './prefilter.ts';
import { type Match, RuleMatcher } from './rule-matcher.ts';
import { createPlainSearch, plainlySearched, plainSearchCost } from './search-plainly.ts';
import type { CompiledTables } from './tables/compiled-tables.ts';
import { addToIndex, indexKeywords } from './tables/keyword-index.ts';

/** Learns what a scan did, so that tests can count. */
export interface ScanObserver {
  tried(rule: Rule): void;
}

export interface MatchOptions {
  readonly encoder?: AsciiEncoder | undefined;
  readonly observer?: ScanObserver | undefined;
  /** Further texts to look out for, as rules write their keywords. */
  readonly landmarks?: readonly string[];
  /** Made ahead of time of the first of the rules, and of the landmarks. */
  readonly compiled?: CompiledTables | undefined;
}

/**
 * Calls `take` for each match, by the order of keywords in the text; `take` says whether it believes the match. Returns the
 * openings: where the keyword of a far-reaching rule stands without a match, which text further down may complete one day.
 * `meet` is told of each place of a landmark, in order.
 */
export type MatchRules = (text: string, take: (match: Match) => boolean, meet?: MeetLandmark) => readonly number[];

/** `landmark`: its index in the list. */
export type MeetLandmark = (landmark: number, start: number) => void;

/** A pattern that reads far costs much where it fails: such a rule may fail this often, and once more for each 1,024 characters. */
const allowedFailures = 64;
const farReach = 1024;

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
  return (text, take, meet) => {
    plainCharacters -= text.length + plainSearchCost;
    if (plainCharacters < 0) prefilter ??= createPrefilter(index, { encoder, tables: compiled?.tables });
    else searchPlainly ??= createPlainSearch(index.keywords);
    try {
      (prefilter ?? searchPlainly)?.(text, hits);
      hits.sort();
      return tryAll(text, take, meet);
    } finally {
      for (const each of busy) each.forget();
      busy.length = 0;
      hits.clear();
    }
  };

  function tryAll(text: string, take: (match: Match) => boolean, meet?: MeetLandmark): readonly number[] {
    const openings: number[] = [];
    for (let hit = 0; hit < hits.length; hit++) {
      const start = hits.start(hit);
      const keyword = hits.keyword(hit);
      const landmark = index.landmarks[keyword] ?? -1;
      if (landmark !== -1) meet?.(landmark, start);
      const end = start + (index.lengths[keyword] ?? 0);
      const last = index.ruleEnds[keyword] ?? 0;
      for (let at = keyword === 0 ? 0 : (index.ruleEnds[keyword - 1] ?? 0); at < last; at++) {
        if (attemptsOf(index.rules[at] ?? 0).isOpenAt(text, start, end, take) && openings.at(-1) !== start) openings.push(start);
      }
    }
    return openings;
  }

  function attemptsOf(rule: number): Attempts {
    const known = attempts[rule];
    if (known) return known;
    const whole = rules[rule];
    if (!whole) throw new Error('The tables are of other rules.');
    const made = new Attempts(new RuleMatcher(whole), busy, observer);
    attempts[rule] = made;
    return made;
  }
}

/** The tries of one rule on one text. */
class Attempts {
  readonly #matcher: RuleMatcher;
  /** Taken at the first try, not before: in bundles the rules of a service are read when one of them is met (rules/lazy-rules.ts). */
  #glance: NonNullable<Rule['glance']> | undefined;
  readonly #edge: Rule['edge'];
  readonly #busy: Attempts[];
  readonly #observer: ScanObserver | undefined;
  readonly isFar: boolean;
  #isBusy = false;
  #failures = 0;
  /** Where the last match ends that was believed: keywords inside it are parts of it. */
  #believedEnd = 0;
  #lastSecret = -1;

  /** Adds itself to `busy` when there is something to forget. */
  constructor(matcher: RuleMatcher, busy: Attempts[], observer: ScanObserver | undefined) {
    this.#matcher = matcher;
    this.#busy = busy;
    this.#edge = matcher.rule.edge;
    this.#observer = observer;
    this.isFar = matcher.reach > farReach;
  }

  get rule(): Rule {
    return this.#matcher.rule;
  }

  /** Tries the keyword that begins at `keyword` and ends at `end`. Returns whether text further down may complete what failed. */
  isOpenAt(text: string, keyword: number, end: number, take: (match: Match) => boolean): boolean {
    if (keyword < this.#believedEnd) return false;
    if (this.#edge !== undefined && !mayStart(this.#edge, text, keyword)) return false;
    // Most keywords end here, and nothing is remembered of them.
    this.#glance ??= this.rule.glance ?? anything;
    if (!this.#glance(text, keyword, end)) return false;
    const isBelieved = this.#isBelievedAt(text, keyword, take);
    return !isBelieved && this.isFar && this.#matcher.crossesLines;
  }

  #isBelievedAt(text: string, keyword: number, take: (match: Match) => boolean): boolean {
    if (this.isFar && this.#failures > allowedFailures + (keyword >> 10)) return false;
    if (!this.#isBusy) this.#busy.push(this);
    this.#isBusy = true;
    this.#observer?.tried(this.rule);
    const match = this.#matcher.matchAt(text, keyword);
    if (!match) {
      this.#failures++;
      return false;
    }
    if (!this.rule.values) return this.#isTaken(match, take);
    return this.#takesOneOf(text, match, this.rule.values(text, match.span), take);
  }

  /** A list is given up when its values are refused one after the other: nobody mixes keys with other things. */
  #takesOneOf(text: string, { rule, span: { start } }: Match, values: readonly Span[], take: (match: Match) => boolean): boolean {
    let refused = 0;
    let isAnyTaken = false;
    for (const value of values) {
      if (value.end > Math.min(text.length, start + this.#matcher.reach) || refused === mostRefused) break;
      const isTaken = this.#isTaken({ rule, span: { start, end: value.end }, secret: value }, take);
      refused = isTaken ? 0 : refused + 1;
      isAnyTaken ||= isTaken;
    }
    return isAnyTaken;
  }

  #isTaken(match: Match, take: (match: Match) => boolean): boolean {
    // The keywords of one name (`api_secret_key`) lead to one value: it is weighed once.
    if (match.secret.start === this.#lastSecret) return false;
    this.#lastSecret = match.secret.start;
    if (!take(match)) return false;
    this.#believedEnd = match.span.end;
    return true;
  }

  forget(): void {
    this.#isBusy = false;
    this.#failures = 0;
    this.#believedEnd = 0;
    this.#lastSecret = -1;
  }
}

/** So many values of a list may be refused one after the other. */
export const mostRefused = 4;

const anything = (): boolean => true;
