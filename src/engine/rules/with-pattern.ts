// Rules whose patterns are made when they are first tried: reading hundreds of patterns is most of what starting costs.

import { once } from '../once.ts';
import type { Rule } from './rule.ts';

/** A rule but for its pattern. Its keywords may be made when they are asked for, too: bundles know them without it (lazy-rules.ts). */
type RuleParts = Omit<Rule, 'pattern' | 'keywords'> & { readonly keywords: readonly string[] | (() => readonly string[]) };

export function withPattern({ keywords, ...rule }: RuleParts, make: () => RegExp): Rule {
  const pattern = once(make);
  const known = typeof keywords === 'function' ? once(keywords) : () => keywords;
  return {
    ...rule,
    get keywords() {
      return known();
    },
    get pattern() {
      return pattern();
    },
  };
}
