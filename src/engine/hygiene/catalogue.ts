// Every check, in the order of the documentation. A new one is added here and nowhere else.

import type { Check } from './check.ts';
import { textChecks } from './text/catalogue.ts';
import { workspaceChecks } from './workspace/catalogue.ts';

export const checks: readonly Check[] = [...textChecks, ...workspaceChecks];

const byId: ReadonlyMap<string, Check> = new Map(checks.map(check => [check.id, check]));

export function checkById(id: string): Check | undefined {
  return byId.get(id);
}
