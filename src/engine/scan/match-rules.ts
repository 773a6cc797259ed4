// From keywords to matches: where a keyword stands, its rules' patterns are tried. Linear in the text, whatever it is.

import type { Rule } from '../rules/rule.ts';
import { HitList } from './hit-list.ts';
import { createPrefilter, type Prefilter } from './prefilter.ts';
import { type Match, RuleMatcher } from './rule-matcher.ts';

/** Learns what a scan did, so that tests can count. */
export interface ScanObserver {
  tried(rule: Rule): void;
}

/** Calls `take` for each match, by the order of keywords in the text; `take` says whether it believes the match. */
export type MatchRules = (text: string, take: (match: Match) => boolean) => void;

/** A pattern that reads far costs much where it fails: such a rule may fail this often, and once more for each 1,024 characters. */
const allowedFailures = 64;
const farReach = 1024;

/** Tables are built at the first scan. */
export function createMatchRules(rules: readonly Rule[], observer?: ScanObserver): MatchRules {
  const attempts = rules.map(rule => new Attempts(new RuleMatcher(rule), observer));
  const byKeyword = new Map<string, Attempts[]>();
  for (const each of attempts) {
    for (const keyword of new Set(each.rule.keywords)) {
      const list = byKeyword.get(keyword);
      if (list) list.push(each);
      else byKeyword.set(keyword, [each]);
    }
  }
  const keywords = [...byKeyword.keys()];
  const attemptsOf = [...byKeyword.values()];
  const hits = new HitList();
  let prefilter: Prefilter | undefined;
  return (text, take) => {
    prefilter ??= createPrefilter(keywords);
    prefilter(text, hits);
    hits.sort();
    for (let index = 0; index < hits.length; index++) {
      for (const each of attemptsOf[hits.keyword(index)] ?? []) each.at(text, hits.start(index), take);
    }
    if (hits.length > 0) for (const each of attempts) each.forget();
    hits.clear();
  };
}

/** The tries of one rule on one text. */
class Attempts {
  readonly #matcher: RuleMatcher;
  readonly #observer: ScanObserver | undefined;
  readonly #isFar: boolean;
  #failures = 0;
  /** Where the last match ends that was believed: keywords inside it are parts of it. */
  #believedEnd = 0;
  #lastSecret = -1;

  constructor(matcher: RuleMatcher, observer: ScanObserver | undefined) {
    this.#matcher = matcher;
    this.#observer = observer;
    this.#isFar = matcher.reach > farReach;
  }

  get rule(): Rule {
    return this.#matcher.rule;
  }

  at(text: string, keyword: number, take: (match: Match) => boolean): void {
    if (keyword < this.#believedEnd) return;
    if (this.#isFar && this.#failures > allowedFailures + (keyword >> 10)) return;
    this.#observer?.tried(this.rule);
    const match = this.#matcher.matchAt(text, keyword);
    if (!match) {
      this.#failures++;
      return;
    }
    // The keywords of one name (`api_secret_key`) lead to one value: it is weighed once.
    if (match.secret.start === this.#lastSecret) return;
    this.#lastSecret = match.secret.start;
    if (take(match)) this.#believedEnd = match.span.end;
  }

  forget(): void {
    this.#failures = 0;
    this.#believedEnd = 0;
    this.#lastSecret = -1;
  }
}
