// The tries of one rule on one text: what ends them early, and what they remember of each other.

import type { Rule } from '../rules/rule.ts';
import { mayStandAt } from '../rules/word-edges.ts';
import type { Span } from '../text.ts';
import { type Match, RuleMatcher } from './rule-matcher.ts';

/** Learns what a scan did, so that tests can count. */
export interface ScanObserver {
  tried(rule: Rule): void;
}

/** Says whether it believes the match. */
export type TakeMatch = (match: Match) => boolean;

export interface TryWishes {
  /** Of the text. Without it every rule is tried. */
  readonly uri?: string | undefined;
  /** All matches, those that their rules refuse unseen (`refuses`, `silentIn`), too. */
  readonly isThorough?: boolean | undefined;
}

/** A pattern that reads far costs much where it fails: such a rule may fail this often, and once more for each 1,024 characters. */
const allowedFailures = 64;
const farReach = 1024;

export class Attempts {
  readonly #matcher: RuleMatcher;
  /** Taken at the first try, not before: in bundles the rules of a service are read when one of them is met (rules/lazy-rules.ts). */
  #glance: NonNullable<Rule['glance']> | undefined;
  #refuses: Rule['refuses'];
  #silentIn: Rule['silentIn'];
  /** The last file that was asked about, and what was said. */
  #uri: string | undefined;
  #isSilent = false;
  readonly #edge: Rule['edge'];
  readonly #busy: Attempts[];
  readonly #observer: ScanObserver | undefined;
  readonly isFar: boolean;
  #isBusy = false;
  #failures = 0;
  /** Where the last match ends that was believed: keywords inside it are parts of it. */
  #believedEnd = 0;
  #lastSecret = -1;
  /** Keywords that were passed by since the last match, because that would have been refused. */
  readonly #passed: number[] = [];

  /** Adds itself to `busy` when there is something to forget. */
  constructor(rule: Rule, busy: Attempts[], observer: ScanObserver | undefined) {
    this.#matcher = new RuleMatcher(rule);
    this.#busy = busy;
    this.#edge = rule.edge;
    this.#observer = observer;
    this.isFar = this.#matcher.reach > farReach;
  }

  get rule(): Rule {
    return this.#matcher.rule;
  }

  /**
   * Tries the keyword that begins at `keyword` and ends at `end`. Returns whether text further down may complete what failed.
   * `isThorough`: matches that are sure to be refused are looked for, too.
   */
  isOpenAt(text: string, keyword: number, end: number, take: TakeMatch, { uri, isThorough }: TryWishes): boolean {
    if (keyword < this.#believedEnd) return false;
    if (this.#edge !== undefined && !mayStandAt(this.#edge, text, keyword, end)) return false;
    // Most keywords end here, and nothing is remembered of them.
    if (this.#glance === undefined) {
      this.#glance = this.rule.glance ?? anything;
      this.#refuses = this.rule.refuses;
      this.#silentIn = this.rule.silentIn;
    }
    if (this.#silentIn !== undefined && !isThorough && this.#isSilentIn(uri)) return false;
    if (!this.#glance(text, keyword, end)) return false;
    if (!this.#isBusy) this.#busy.push(this);
    this.#isBusy = true;
    if (!isThorough && this.#refuses?.(text, keyword, end)) {
      this.#passed.push(keyword);
      return false;
    }
    const isBelieved = this.#isBelievedAt(text, keyword, take);
    return !isBelieved && this.isFar && this.#matcher.crossesLines;
  }

  #isSilentIn(uri: string | undefined): boolean {
    if (uri !== this.#uri) {
      this.#uri = uri;
      this.#isSilent = uri !== undefined && this.#silentIn?.(uri) === true;
    }
    return this.#isSilent;
  }

  #isBelievedAt(text: string, keyword: number, take: TakeMatch): boolean {
    if (this.isFar && this.#failures > allowedFailures + (keyword >> 10)) return false;
    this.#observer?.tried(this.rule);
    const match = this.#matcher.matchAt(text, keyword);
    if (!match) {
      this.#failures++;
      return false;
    }
    if (this.#passed.length > 0) this.#catchUp(text, match);
    if (!this.rule.values) return this.#isTaken(match, take);
    return this.#takesOneOf(text, match, this.rule.values(text, match.span), take);
  }

  /** A keyword that was passed by may lead to the same value: then that was refused there, and is not weighed again. */
  #catchUp(text: string, { secret }: Match): void {
    const within = this.#passed.splice(0).filter(keyword => keyword + this.#matcher.reach > secret.start);
    for (const keyword of within) this.#isBelievedAt(text, keyword, refuse);
  }

  /** A list is given up when its values are refused one after the other: nobody mixes keys with other things. */
  #takesOneOf(text: string, { rule, span: { start } }: Match, values: readonly Span[], take: TakeMatch): boolean {
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

  #isTaken(match: Match, take: TakeMatch): boolean {
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
    if (this.#passed.length > 0) this.#passed.length = 0;
  }
}

/** So many values of a list may be refused one after the other. */
export const mostRefused = 4;

const anything = (): boolean => true;
const refuse = (): boolean => false;
