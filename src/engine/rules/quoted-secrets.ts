// Passwords and secrets that a generator drew from all of ASCII: quotes of the other kind and backslashes stand in them, where other rules
// see a string's end.

import { kindOfName } from '../scan/reasons/name.ts';
import { randomBits } from '../scan/reasons/surprise.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { classOf, codeAt, endOf, isOf } from './walk-characters.ts';

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
    glance: isGivenString,
    confidence: 'likely',
    doubts: ['template', 'placeholder', 'path', 'sequence', 'test-path'],
    check: drawnFromAll,
    source: 'https://cwe.mitre.org/data/definitions/798.html',
  },
];

const nameCharacters = classOf(/[\w.$-]/);
const closers = classOf(/["'\]]/);
const signs = classOf(/[:=>]/);
const spaces = classOf(/[ \t\n\r\v\f\xa0]/);
const quotes = classOf(/["']/);

/** A sign behind the name, and a quote behind the sign. */
function isGivenString(text: string, keyword: number): boolean {
  const nameEnd = endOf(text, keyword, nameCharacters, 48);
  const sign = endOf(text, endOf(text, nameEnd, closers, 2), spaces, 4);
  const code = codeAt(text, sign);
  if (code > 0xff) return true;
  if (!isOf(code, signs)) return false;
  const quote = codeAt(text, endOf(text, sign, signs | spaces, 10));
  return quote > 0xff || isOf(quote, quotes);
}

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
