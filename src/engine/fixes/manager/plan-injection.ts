// The fix for code that cannot ask a manager: the lookup of a variable, in a process that is started with the manager's secrets.

import { phrase } from '../../phrase.ts';
import { withheld } from '../dialect.ts';
import type { FixRequest } from '../fix-way.ts';
import type { FixPlan } from '../plan.ts';
import { planEnvironmentFix } from '../plan-environment-fix.ts';
import { injections } from './injection.ts';

export function planInjection(request: FixRequest): FixPlan {
  const { manager, variable } = request;
  if (manager === undefined) return withheld(phrase('No secret manager is chosen.'));
  const plan = planEnvironmentFix(request);
  if (plan.kind === 'withheld') return plan;
  const { command, advice } = injections[manager.address.manager];
  return {
    ...plan,
    secret: manager.address,
    next: [...(plan.next ?? []), advice(variable)],
    ...(command !== undefined && { command }),
  };
}
