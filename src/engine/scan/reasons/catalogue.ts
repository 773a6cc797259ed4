// All reasons by name, and how they add up. Rules name the reasons that apply to them (`doubts`).

import type { Confidence } from '../../finding.ts';
import type { Reason } from '../trace.ts';
import { placeholder } from './placeholder.ts';
import type { Candidate, Check } from './reason.ts';

export const reasonsByName: Readonly<Record<string, Check>> = {
  placeholder,
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
