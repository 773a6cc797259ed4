// All reasons by name, and how they add up. Rules name the reasons that apply to them (`doubts`).

import type { Confidence } from '../../finding.ts';
import type { Reason } from '../trace.ts';
import { bare } from './bare.ts';
import { digest } from './digest.ts';
import { echo } from './echo.ts';
import { entropy } from './entropy.ts';
import { name, passwordName } from './name.ts';
import { path } from './path.ts';
import { placeholder } from './placeholder.ts';
import { plainValue } from './plain-value.ts';
import { random, words } from './random.ts';
import type { Candidate, Check } from './reason.ts';
import { sentence } from './sentence.ts';
import { sequence } from './sequence.ts';
import { template } from './template.ts';
import { testPath } from './test-path.ts';
import { translation } from './translation.ts';
import { uuid } from './uuid.ts';

/**
 * In the order in which a scan asks them, measured on source code: what refuses most at the least cost comes first. Nine of ten keys that a
 * name promises are variables or words; of the others nearly all are called something else.
 */
export const reasonsByName: Readonly<Record<string, Check>> = {
  bare,
  random,
  entropy,
  name,
  'password-name': passwordName,
  echo,
  placeholder,
  template,
  sequence,
  'plain-value': plainValue,
  sentence,
  uuid,
  path,
  digest,
  words,
  translation,
  'test-path': testPath,
};

export interface Judgement {
  /** `undefined`: refused. */
  readonly confidence: Confidence | undefined;
  /** Every opinion given, in the order asked; a refusal is the last one. */
  readonly reasons: readonly Reason[];
}

/**
 * The confidence left of `start` after the named reasons spoke. One refusal ends it. Each doubt costs one step
 * (certain → likely → possible → refused) and each belief pays for one doubt, but belief never lifts above `start`.
 * Names that are not in the catalogue are a mistake in a rule; `catalogue.test.ts` finds them.
 */
export function judge(candidate: Candidate, names: readonly string[], start: Confidence): Judgement {
  const reasons: Reason[] = [];
  let balance = 0;
  for (const name of names) {
    const opinion = reasonsByName[name]?.(candidate);
    if (!opinion) continue;
    reasons.push({ name, ...opinion });
    if (opinion.verdict === 'refuse') return { confidence: undefined, reasons };
    balance += opinion.verdict === 'believe' ? 1 : -1;
  }
  return { confidence: lowered(start, Math.max(0, -balance)), reasons };
}

/**
 * The confidence that `judge` finds in the order that people read, found in the order of what it costs: one refusal is enough, and of doubts and
 * beliefs only the sum counts, so the order makes no difference. `start` is asked when the cheapest reasons have not refused.
 */
export function confidenceAfter(
  candidate: Candidate,
  names: readonly string[],
  start: () => Confidence | undefined,
): Confidence | undefined {
  const { cheap, others } = byCost(names);
  const first = balanceOf(candidate, cheap);
  const from = first === undefined ? undefined : start();
  if (first === undefined || from === undefined) return undefined;
  const second = balanceOf(candidate, others);
  return second === undefined ? undefined : lowered(from, Math.max(0, -(first + second)));
}

/** Beliefs less doubts; `undefined` where one refuses. */
function balanceOf(candidate: Candidate, checks: readonly Check[]): number | undefined {
  let balance = 0;
  for (const check of checks) {
    const verdict = check(candidate)?.verdict;
    if (verdict === 'refuse') return undefined;
    if (verdict !== undefined) balance += verdict === 'believe' ? 1 : -1;
  }
  return balance;
}

interface ByCost {
  readonly cheap: readonly Check[];
  readonly others: readonly Check[];
}

const inOrder: readonly string[] = Object.keys(reasonsByName);

/** What is asked ahead of a rule's own check: little more than a walk over the value and its line, and nearly all matches end here. */
const cheapest: ReadonlySet<string> = new Set(['bare', 'random', 'entropy', 'name', 'password-name']);

/** By list of doubts, which each rule has one of. */
const sorted = new WeakMap<readonly string[], ByCost>();

function byCost(names: readonly string[]): ByCost {
  const known = sorted.get(names);
  if (known) return known;
  const ordered = names.filter(name => reasonsByName[name]).toSorted((a, b) => inOrder.indexOf(a) - inOrder.indexOf(b));
  const made = {
    cheap: checksOf(ordered.filter(name => cheapest.has(name))),
    others: checksOf(ordered.filter(name => !cheapest.has(name))),
  };
  sorted.set(names, made);
  return made;
}

function checksOf(names: readonly string[]): readonly Check[] {
  return names.flatMap(name => reasonsByName[name] ?? []);
}

const steps: readonly Confidence[] = ['certain', 'likely', 'possible'];

function lowered(start: Confidence, by: number): Confidence | undefined {
  return steps[steps.indexOf(start) + by];
}
