// The places of each secret value of a workspace.

import { ruleById } from '../../rules/catalogue.ts';
import type { Key, PlacedUsage } from '../../usages/key.ts';
import { holdsValue } from './workspace.ts';

/** One list for each value, in order of the keys. What is made to be public is no secret, and may stand anywhere. */
export function valuesOf(keys: readonly Key[]): readonly (readonly PlacedUsage[])[] {
  const byValue = new Map<string, PlacedUsage[]>();
  for (const usage of keys.flatMap(key => key.usages)) {
    if (!holdsValue(usage) || usage.fingerprint === undefined || isPublic(usage)) continue;
    const known = byValue.get(usage.fingerprint);
    if (known) known.push(usage);
    else byValue.set(usage.fingerprint, [usage]);
  }
  return [...byValue.values()];
}

export function isPublic({ ruleId }: Pick<PlacedUsage, 'ruleId'>): boolean {
  const kind = ruleId === undefined ? undefined : ruleById(ruleId)?.kind;
  return kind === 'publishable' || kind === 'identifier';
}
