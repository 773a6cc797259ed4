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

export const reasonsByName: Readonly<Record<string, Check>> = {
  bare,
  digest,
  echo,
  entropy,
  name,
  'password-name': passwordName,
  path,
  placeholder,
  'plain-value': plainValue,
  random,
  sentence,
  sequence,
  template,
  'test-path': testPath,
  translation,
  uuid,
  words,
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

const steps: readonly Confidence[] = ['certain', 'likely', 'possible'];

function lowered(start: Confidence, by: number): Confidence | undefined {
  return steps[steps.indexOf(start) + by];
}
