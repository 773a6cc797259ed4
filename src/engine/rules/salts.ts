// Salts and seeds that are written into programs. Stored beside each hash, as databases do, a salt is no secret; one for all that is
// drawn once is meant to be: whoever has it counts passwords and signatures down by list.

import { alphabetOf, endOfRun, isAt } from '../alphabet.ts';
import { isCodeFile } from '../scan/reasons/bare.ts';
import { splitWords } from '../scan/reasons/split-words.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { surroundings } from './surroundings.ts';

const seeds = ['secret', 'private', 'master', 'wallet', 'server', 'account'];

export const saltRules: readonly Rule[] = [
  {
    id: 'written-salt',
    title: 'Salt or seed in code',
    provider: 'generic',
    kind: 'secret',
    keywords: ['salt', ...seeds.flatMap(word => [`${word}seed`, `${word}_seed`])],
    pattern: new RegExp(
      `(?:salt|(?:${seeds.join('|')})_?seed)(?:value|string|str|key|hex|b64|bytes)?["']?\\]?(?:: ?\\w{1,12}| As String)?\\s{0,12}(?::=|=>|[:=,])\\s{0,8}(?:new )?(?:[\\w.]{1,30}\\(\\s{0,4})?[a-z@]?["'\`](?<secret>[!#-&(-\\[\\]-_a-~]{10,300})["'\`]`,
      'di',
    ),
    glance: isGiven,
    confidence: 'likely',
    check: ofAll,
    doubts: [...surroundings, 'uuid', 'digest', 'entropy', 'random', 'test-path'],
    source: 'https://cwe.mitre.org/data/definitions/760.html',
  },
];

const letters = alphabetOf(/\w/);
const closers = alphabetOf(/["'\]\s]/);
const signs = alphabetOf(/[:=,A]/);

/** Most salts are arguments and counts of rounds. */
function isGiven(text: string, _keyword: number, end: number): boolean {
  return isAt(text, endOfRun(text, endOfRun(text, end, 8, letters), 16, closers), signs);
}

/** What a salt is for, where it is one for all. */
const purposes: ReadonlySet<string> = new Set(
  'secret auth security password app hash hashid hashids session cookie global site server private'.split(' '),
);

/** In data a salt stands beside the hash that it was drawn for; there its name is a key in quotes. */
function ofAll({ name, uri, line, match }: MatchContext): Verdict | undefined {
  const words = splitWords(name);
  const last = words.findLastIndex(word => word === 'salt' || word === 'seed');
  if (last < 0 || (!isCodeFile(uri) && !purposes.has(words[last - 1] ?? ''))) return undefined;
  if (/^salt["']\s{0,4}:/i.test(match) && !purposes.has(words[last - 1] ?? '')) return undefined;
  return ofRecord.test(line.replace(match, '')) ? undefined : { confidence: 'likely' };
}

const ofRecord = /(?:hash|digest|verifier|hashed)["']?\s{0,4}(?:=>|[:=])\s{0,4}["']/i;
