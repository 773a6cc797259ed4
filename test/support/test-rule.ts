// A rule for tests: the catalogue's rules change, these do not.

import type { Rule } from '../../src/engine/rules/rule.ts';

/** `tok_` and twelve small letters or digits, unless told otherwise. */
export function testRule(rule: Partial<Rule> = {}): Rule {
  return {
    id: 'test-token',
    title: 'Test token',
    provider: 'test',
    kind: 'token',
    keywords: ['tok_'],
    pattern: /(?<![a-z0-9])(?<secret>tok_[a-z0-9]{12})(?![a-z0-9])/d,
    confidence: 'certain',
    doubts: [],
    ...rule,
  };
}

/** What `testRule` matches. */
export const testToken = ['tok_', 'a1b2c3d4e5f6'].join('');
