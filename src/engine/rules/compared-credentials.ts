// Credentials that something is compared with: `"…".equals(password)`, `strcmp(password, "…")`, `'…' === $token`. Where the name comes
// first and a sign follows, the generic rules read it.

import { kindOfName, type NameKind } from '../scan/reasons/name.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { surroundings } from './surroundings.ts';

/** Functions that compare their two arguments. */
const functions =
  'strn?(?:case)?cmp|memcmp|compare_digest|hash_equals|timingsafeequal|secure_compare|constanttimecompare|slices?equal|objects\\.equals';

const keywords = [
  ...['.equals(', '.equalsignorecase(', 'strcmp(', 'strncmp(', 'memcmp(', 'compare_digest(', 'hash_equals(', 'timingsafeequal('],
  ...['secure_compare(', 'constanttimecompare(', '" == $', '" === $', "' == $", "' === $", '" != $', '" !== $', "' != $", "' !== $"],
];

export const comparedRules: readonly Rule[] = [
  {
    id: 'compared-password',
    title: 'Password that code compares with',
    provider: 'generic',
    kind: 'password',
    ...comparison('[^\\s"\'`\\\\]{5,120}'),
    doubts: [...surroundings, 'digest', 'words', 'test-path'],
    check: context => named(context, 'password'),
    source: 'https://cwe.mitre.org/data/definitions/259.html',
  },
  {
    id: 'compared-key',
    title: 'Key or token that code compares with',
    provider: 'generic',
    kind: 'secret',
    ...comparison('[\\w+/=.~$%@!#&*:^|?-]{12,300}'),
    doubts: [...surroundings, 'uuid', 'digest', 'entropy', 'random', 'test-path'],
    check: context => named(context, 'key'),
    source: 'https://cwe.mitre.org/data/definitions/798.html',
  },
];

/** Ahead of the keyword stands the value or the name, behind it the other. */
function comparison(value: string): Pick<Rule, 'keywords' | 'pattern' | 'before' | 'confidence'> {
  const quoted = `["'](?<secret>${value})["']`;
  const wrapped = '(?:[\\w.]{0,24}(?:byte|from)\\w{0,8}\\()?b?';
  const method = '\\.equals(?:ignorecase)?\\(\\s{0,4}';
  const sign = ' [!=]==? ';
  const nameAhead = `[\\w.$]{1,60}${method}`;
  const nameAsArgument = `(?<!\\w)(?:${functions})\\(\\s{0,8}[\\w.$>\\[\\]'"()-]{1,60},\\s{0,8}${wrapped}`;
  const nameBehind = `(?:${method}|${sign}(?=\\$))[\\w.$]{1,60}`;
  return {
    keywords,
    before: 124,
    pattern: new RegExp(
      `(?:(?:${nameAhead}|${nameAsArgument})(?=["'])|(?=["']${value}["']${nameBehind}))${quoted}(?:${nameBehind})?`,
      'di',
    ),
    confidence: 'likely',
  };
}

/** The name that stands on the other side. */
function named({ match, secret }: MatchContext, kind: NameKind): Verdict | undefined {
  const others = match.replace(secret, '').replace(/\.equals\w*|\b(?:getBytes|toString|bytes|encode|from)\b|[Bb]uffer\./g, ' ');
  const names = others.match(/[A-Za-z_$][\w.$]*/g) ?? [];
  const name = names.findLast(each => !compares.test(each)) ?? '';
  return kindOfName(name) === kind ? { confidence: 'likely', facts: ['is what a credential is compared with'] } : undefined;
}

const compares = new RegExp(`^(?:${functions}|b)$`, 'i');
