// Keys and passwords in lists, sets and maps whose name tells what is in them: `API_KEYS = ["…", "…"]`, `tokens: { prod: "…" }`.

import { alphabetOf, endOfRun, isAt } from '../alphabet.ts';
import { kindOfName, type NameKind } from '../scan/reasons/name.ts';
import type { Span } from '../text.ts';
import { listOpening, listReach, readListedValues } from './listed-values.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { surroundings } from './surroundings.ts';

/** What may follow a name that is given a list. Most names are passed on, walked over or asked: those are not looked at. */
const nameEnds = ['=', ':', ' =', ' :', '  ', '\t', '"', "'", '`', '\\', ']'];

export const listedRules: readonly Rule[] = [
  {
    id: 'listed-key',
    title: 'Key, token or secret in a list of them',
    provider: 'generic',
    kind: 'secret',
    ...listOf(['keys', 'tokens', 'secrets'], /^[\w+/=.~$%@!#&*:^|?-]{12,300}$/),
    confidence: 'likely',
    doubts: [...surroundings, 'uuid', 'digest', 'entropy', 'random', 'test-path'],
    check: context => ofList(context, 'key'),
    source: 'https://cwe.mitre.org/data/definitions/798.html',
  },
  {
    id: 'listed-password',
    title: 'Password in a list of them',
    provider: 'generic',
    kind: 'password',
    ...listOf(['passwords', 'passwds'], /^[^"'`\\\s<>{}]{5,120}$/),
    confidence: 'likely',
    doubts: [...surroundings, 'digest', 'words', 'test-path'],
    check: context => ofList(context, 'password'),
    source: 'https://cwe.mitre.org/data/definitions/259.html',
  },
];

/** Lists whose name ends with one of the words; `shape` is that of the values. */
function listOf(words: readonly string[], shape: RegExp): Pick<Rule, 'keywords' | 'before' | 'reach' | 'glance' | 'pattern' | 'values'> {
  return {
    keywords: words.flatMap(word => nameEnds.map(end => word + end)),
    before: 40,
    reach: listReach,
    glance: isFollowedBySign,
    pattern: new RegExp(
      `(?<![\\w$./-])[\\w$.-]{0,40}(?:${words.join('|')})(?![\\w$.-])(?:\\\\{0,3}["'\`])?\\]?(?:\\s{0,4}:\\s{0,4}[\\w<>[\\]|&'?., ;]{1,40}(?==))?(?:\\s{0,4}(?::=|=>|=)\\s{0,8}|\\s{0,4}:[ \\t]{0,8})${listOpening}`,
      'di',
    ),
    values: (text: string, { end }: Span) => readListedValues(text, end).filter(value => shape.test(text.slice(value.start, value.end))),
  };
}

const letters = alphabetOf(/[A-Za-z]/);
const closers = alphabetOf(/[\s"'`\\\]]/);
const signs = alphabetOf(/[:=]/);

function isFollowedBySign(text: string, keyword: number): boolean {
  const name = endOfRun(text, keyword, 12, letters);
  return isAt(text, endOfRun(text, name, 12, closers), signs);
}

/** What nobody may choose, or what is known to everybody: `badPasswords`, `COMMON_PASSWORDS`, `leakedKeys`. */
const refusedBySomebody = /bad|common|weak|worst|popular|disallow|forbid|block|black|deny|denied|leak|breach|compromised|unsafe|insecure/i;

/** The name of the whole list tells what it holds. */
function ofList({ match }: MatchContext, kind: NameKind): Verdict | undefined {
  const name = /^[\w$.-]+/.exec(match)?.[0] ?? '';
  if (refusedBySomebody.test(name)) return undefined;
  if (kindOfName(name.replace(/s$/i, '')) !== kind) return undefined;
  return { confidence: 'likely', facts: ['stands in a list that is called after such values'] };
}
