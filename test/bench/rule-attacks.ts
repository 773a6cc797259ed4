// Texts made to keep each rule's pattern busy: whether twice the text takes more than twice the time.

import { catalogue } from '../../src/engine/rules/catalogue.ts';
import type { Rule } from '../../src/engine/rules/rule.ts';
import { createMatchRules } from '../../src/engine/scan/match-rules.ts';
import { sample } from '../support/sample-secret.ts';

export interface Attack {
  readonly rule: string;
  readonly text: string;
  /** Milliseconds for `size` characters, and for twice as many. */
  readonly once: number;
  readonly twice: number;
}

const size = 100_000;
const mostRatio = 2.5;

/** Below this many milliseconds the clock says more of the machine than of the rule. */
const leastMeasured = 1;

/** Every attack, the dearest first. */
export function attackRules(): readonly Attack[] {
  const attacks = catalogue.filter(({ keywords }) => keywords.length > 0).flatMap(attacksOn);
  return attacks.toSorted((a, b) => b.twice - a.twice);
}

/** A slow moment of the machine is no proof: what is over the limit is measured again. */
export function isSuperlinear({ once, twice }: Attack): boolean {
  return twice > leastMeasured && twice / once > mostRatio;
}

function attacksOn(rule: Rule): readonly Attack[] {
  return Object.entries(textsAgainst(rule)).map(([text, make]) => {
    const measure = (): Attack => ({ rule: rule.id, text, once: timeOf(rule, make(size)), twice: timeOf(rule, make(2 * size)) });
    const first = measure();
    return isSuperlinear(first) ? measure() : first;
  });
}

function textsAgainst(rule: Rule): Readonly<Record<string, (length: number) => string>> {
  const { text, secret } = sample(rule.id);
  const [keyword = ''] = rule.keywords;
  const start = text.indexOf(secret);
  const head = text.slice(0, start + Math.min(8, secret.length >> 1));
  const nearMiss = `${text.slice(0, start + secret.length - 1)}§\n`;
  return {
    'the keyword again and again': length => repeated(keyword, length),
    'the beginning again and again': length => repeated(`${head} `, length),
    'the keyword, spaces and signs': length => repeated(`${keyword}${' ='.repeat(20)}`, length),
    'the beginning and a long run': length => head + repeated('a1B2', length),
    'keys with one wrong character': length => repeated(nearMiss, length),
    'one character': length => repeated(secret.slice(-1), length),
  };
}

function repeated(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

/** Of three runs the fastest, each with nothing learned from the one before. */
function timeOf(rule: Rule, text: string): number {
  const times = [1, 2, 3].map(() => {
    const matchRules = createMatchRules([rule]);
    const start = performance.now();
    matchRules(text, () => false);
    return performance.now() - start;
  });
  return Math.min(...times);
}
