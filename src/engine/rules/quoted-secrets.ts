// Passwords and secrets that a generator drew from all of ASCII: quotes of the other kind and backslashes stand in them, where other rules
// see a string's end.

import { kindOfName } from '../scan/reasons/name.ts';
import { randomBits } from '../scan/reasons/surprise.ts';
import { mayBeAssigned } from './assignment-glance.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';

export const quotedSecretRules: readonly Rule[] = [
  {
    id: 'quoted-secret',
    title: 'Secret or password with quotes in it',
    provider: 'generic',
    kind: 'secret',
    keywords: ['secret', 'password', 'passwd', 'passphrase'],
    // One kind of quote holds the value; another is a part of it, or a backslash is.
    pattern:
      /(?:secret|password|passwd|passphrase)[\w.$-]{0,30}["']?\]?\s{0,4}(?::=|=>|[:=])\s{0,8}(?<quote>["'])(?=[!-~]{0,160}["'`\\])(?<secret>(?:(?!\k<quote>)[!-~]){16,160})\k<quote>(?=[\s,;)}\]]|$)/di,
    glance: (text, keyword) => mayBeAssigned(text, keyword, 0),
    confidence: 'likely',
    doubts: ['template', 'placeholder', 'path', 'sequence', 'test-path'],
    check: drawnFromAll,
    source: 'https://cwe.mitre.org/data/definitions/798.html',
  },
];

/** Letters, digits and marks as chance mixes them, and no expression: `'password' . $pw . 'x'`. */
function drawnFromAll({ match, secret }: MatchContext): Verdict | undefined {
  const kind = kindOfName(/^[\w.$-]*/.exec(match)?.[0] ?? '');
  if ((kind !== 'password' && kind !== 'key') || !/["'`\\]/.test(secret) || joins.test(secret)) return undefined;
  const marks = new Set(secret.replace(/[A-Za-z0-9]/g, ''));
  if (marks.size < leastMarks || !/\d/.test(secret) || !/[A-Za-z]/.test(secret)) return undefined;
  return randomBits(secret) >= surely ? { confidence: 'likely' } : undefined;
}

/** What stands beside a quote where strings are put together. */
const joins = /["'`]\s?(?:[.+&,)]|\|\|)|[.+&,(]\s?["'`]|\\[nrtux"'`]/;

const leastMarks = 5;

/** Bits by which chance explains a value better than a writer does. */
const surely = 25;
