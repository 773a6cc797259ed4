// Every rule, in the order of the documentation. A new family is added here and nowhere else.

import { openaiRules } from './openai.ts';
import type { Rule } from './rule.ts';

export const catalogue: readonly Rule[] = [...openaiRules];

const byId: ReadonlyMap<string, Rule> = new Map(catalogue.map(rule => [rule.id, rule]));

export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}
