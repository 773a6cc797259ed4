// How loud a finding of a rule is: what people set for the rule itself first, then what they set for all.

import type { Confidence, Finding } from '../finding.ts';
import { type Settings, type Severity, severities } from './settings.ts';

/** Stands for every rule that is not named. */
export const everyRule = '*';

const byConfidence: Readonly<Record<Confidence, Severity>> = { certain: 'error', likely: 'warning', possible: 'information' };

export function severityOf({ ruleId, confidence }: Pick<Finding, 'ruleId' | 'confidence'>, settings: Settings): Severity {
  return setSeverity(ruleId, settings) ?? settings.severity[everyRule] ?? settings.policy.severity[everyRule] ?? byConfidence[confidence];
}

/** What is set for this very rule: by the person, else by the project. */
export function setSeverity(ruleId: string, settings: Settings): Severity | undefined {
  return settings.severity[ruleId] ?? settings.policy.severity[ruleId];
}

/** The worst first. */
export function compareSeverities(a: Severity, b: Severity): number {
  return severities.indexOf(a) - severities.indexOf(b);
}
