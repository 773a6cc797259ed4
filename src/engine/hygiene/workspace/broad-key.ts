// Keys that may do more than their task needs, where the provider issues narrower ones.

import { phrase } from '../../phrase.ts';
import { broadKinds } from './broad-kinds.ts';
import { atUsage } from './sightings.ts';
import { valuesOf } from './values-of.ts';
import type { WorkspaceCheck } from './workspace-check.ts';

export const broadKey: WorkspaceCheck = {
  id: 'broad-key',
  family: 'sharing',
  title: 'Key that may do more than needed',
  why: 'A lost key harms as far as it reaches. Where a provider issues keys for one project, task or account, one that opens everything is more than any program needs.',
  severity: 'information',
  find: ({ keys }) =>
    valuesOf(keys).flatMap(usages => {
      // Told once for a value: where it is kept, else where it was found first.
      const usage = usages.find(({ kind }) => kind === 'config') ?? usages[0];
      const kind = broadKinds.find(({ ruleId, name }) => (ruleId ? usage?.ruleId === ruleId : name?.test(usage?.name ?? '')));
      if (!usage || !kind) return [];
      const repairs = [{ kind: 'open', title: phrase('Read about narrower keys'), url: kind.source } as const];
      return [atUsage(usage, { message: kind.message, repairs })];
    }),
};
