// How loud a check is: what people set for it, what they set for all, what it brings along.

import type { Settings, Severity } from '../settings/settings.ts';
import { everyRule, setSeverity } from '../settings/severity.ts';
import type { Check } from './check.ts';

/** A check that is off by default is switched on by its own name only. */
export function checkSeverity({ id, severity }: Pick<Check, 'id' | 'severity'>, settings: Settings): Severity {
  const named = setSeverity(id, settings);
  if (named !== undefined || severity === 'off') return named ?? 'off';
  return settings.severity[everyRule] ?? settings.policy.severity[everyRule] ?? severity;
}
