// A project's own rules made into rules like those of the catalogue.

import { compilePathGlob } from '../scan/path-globs.ts';
import type { CustomRule } from '../settings/custom-rule.ts';
import type { Policy } from '../settings/policy.ts';
import type { Rule } from './rule.ts';

export function customRules({ rules, folder }: Policy): readonly Rule[] {
  return rules.map(rule => toRule(rule, folder));
}

/** What their patterns may read behind a keyword. */
const reach = 1024;

function toRule(
  { id, title, keywords, pattern, ignoreCase, before, confidence, minEntropy, paths }: CustomRule,
  folder: string | undefined,
): Rule {
  const matchers = paths?.map(glob => compilePathGlob(glob, folder));
  return {
    id,
    title,
    provider: 'generic',
    kind: 'secret',
    isCustom: true,
    keywords,
    pattern: new RegExp(pattern, ignoreCase ? 'di' : 'd'),
    before,
    reach,
    confidence,
    ...(minEntropy !== undefined && { minEntropy }),
    ...(matchers && { check: ({ uri }) => (matchers.some(matches => matches(uri)) ? { confidence } : undefined) }),
  };
}
