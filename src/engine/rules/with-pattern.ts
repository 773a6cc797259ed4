// Rules whose patterns are made when they are first tried: reading hundreds of patterns is most of what starting costs.

import type { Rule } from './rule.ts';

export function withPattern(rule: Omit<Rule, 'pattern'>, make: () => RegExp): Rule {
  let made: RegExp | undefined;
  return {
    ...rule,
    get pattern() {
      made ??= make();
      return made;
    },
  };
}
