// The repairs of a problem that somebody here can carry out: `features/repair-problem.ts` has the takers.

import type { Problem, Repair } from '../../engine/hygiene/problem.ts';

/** Encryption is done in the terminal. */
export type OfferedRepair = Exclude<Repair, { readonly kind: 'encrypt' }>;

export function offeredRepairs({ repairs = [] }: Problem): readonly OfferedRepair[] {
  return repairs.filter((repair): repair is OfferedRepair => repair.kind !== 'encrypt');
}
