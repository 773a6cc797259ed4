// Credentials that documents and notes tell people: in a sentence, after a bold word, in a table.

import { alphabetOf, endOfRun, isAt, startOfRun } from '../alphabet.ts';
import { isCodeFile } from '../scan/reasons/bare.ts';
import { kindOfName } from '../scan/reasons/name.ts';
import { findLongRun } from './long-run-glance.ts';
import { serviceOfName } from './provider-of-name.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { anyUuid } from './shapes.ts';
import { surroundings } from './surroundings.ts';
import { readTableValues } from './table-values.ts';

/** No `test-path`: documents are what these rules are about. */
const passwordDoubts = [...surroundings, 'digest', 'words'];
const keyDoubts = [...surroundings, 'uuid', 'digest', 'entropy', 'random'];

/** The end of what makes a word bold, with the colon on either side of it, and of a cell: `:** `, `**: `, `</b>: `, `</td><td>`. */
const markEnd =
  '(?:(?::(?:\\*{1,2}|__|</(?:b|strong|em)>)|(?:\\*{1,2}|__|`|</(?:b|strong|em)>):)[ \\t]{0,4}|</(?:td|th|dt)>\\s{0,24}<(?:td|dd)>)(?:<code>)?["\'`]?';
const markEnds = [':*', '*', ':_', '__:', '`:', ':</', '</'];

const password = '[^\\s"\'`<>|]{5,80}';
const key = '[\\w+/=.~%-]{12,300}';
const valueEnd = '(?=["\'`<]|[.,;]?(?:\\s|$))';

export const documentRules: readonly Rule[] = [
  {
    id: 'told-password',
    title: 'Password told in a sentence',
    provider: 'generic',
    kind: 'password',
    keywords: [
      'password is',
      'passphrase is',
      'and password ',
      'password for',
      'password to proceed to installation',
      'password `',
      'passphrase `',
    ],
    // Without quotes, what follows `is` must have digits among its letters. The last is what Jenkins writes into its log.
    pattern:
      /(?:and )?(?:password|passphrase)(?: for [^"'`\n]{1,40}?(?:["'`][^"'`\n]{1,40}["'`] ?)?)? ?(?:is:? {1,2}["'`]|is:? {1,2}(?=[^\s"'`]{0,20}\d)(?=[^\s"'`]{0,20}[A-Za-z])|(?<=password |passphrase )`|(?<=and password )(?=[^\s"'`]{0,20}\d)(?=[^\s"'`]{0,20}[A-Za-z])|to proceed to installation:\s{1,12})(?<secret>(?:(?<=["'])[^\s"'`<>]{4,80}(?=["'])|(?<!["'])[^\s"'`<>]{6,80}?))(?=["'`]|[.,;]?(?:\s|$))/di,
    confidence: 'likely',
    // A word in quotes is one, too; in the mark of code it may be a setting.
    check: ({ match, secret }) =>
      /^\[.{1,40}\]\(/.test(secret) ? undefined : { confidence: /is:? {1,2}["'][^"']*$/i.test(match) ? 'certain' : 'likely' },
    doubts: passwordDoubts,
    source: 'https://cwe.mitre.org/data/definitions/259.html',
  },
  {
    id: 'told-key',
    title: 'Key or token told in a sentence',
    provider: 'generic',
    kind: 'secret',
    keywords: ['key is', 'token is', 'secret is', 'key `', 'token `', 'secret `'],
    // Behind the name of an index of SQL stand columns.
    pattern: new RegExp(
      `(?:key|token|secret)(?: is:? {1,2}["'\`]?| \`)(?=[^\\s\`]{0,60}\\d)(?<secret>${key}?)${valueEnd}(?!\`[ \\t]?\\()`,
      'di',
    ),
    confidence: 'likely',
    check: tellsKey,
    // No `uuid`: the check asks for a service beside it.
    doubts: [...surroundings, 'digest', 'entropy', 'random'],
    source: 'https://cwe.mitre.org/data/definitions/798.html',
  },
  {
    id: 'spoken-key',
    title: 'Key or token behind the word for it',
    provider: 'generic',
    kind: 'secret',
    keywords: ['secret ', 'token ', 'key ', 'access ', 'private '],
    // In capitals, with nothing but a space between: `shop TOKEN …`, `SHOP_SECRET …`.
    pattern:
      /(?:SECRET|TOKEN|KEY|ACCESS|PRIVATE)(?: KEY| TOKEN)?[ \t]{1,2}(?<secret>(?=[A-Za-z_+/=.-]{0,127}\d)[A-Za-z0-9][\w+/=.-]{19,127})(?![\w+/=.-])/d,
    glance: (text, keyword) =>
      text.charCodeAt(keyword) < firstSmall && findLongRun(text, keyword, shortestSpoken, 14, spokenCharacters) !== -1,
    confidence: 'likely',
    check: isSpoken,
    doubts: [...surroundings, 'digest', 'entropy', 'random', 'test-path'],
    source: 'https://cwe.mitre.org/data/definitions/798.html',
  },
  {
    id: 'marked-password',
    title: 'Password after a marked word of a document',
    provider: 'generic',
    kind: 'password',
    keywords: markEnds.map(end => `password${end}`),
    pattern: new RegExp(`password${markEnd}(?<secret>${password}?)${valueEnd}`, 'di'),
    confidence: 'likely',
    doubts: passwordDoubts,
    source: 'https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis',
  },
  {
    id: 'noted-password',
    title: 'Password in a marked word of a document',
    provider: 'generic',
    kind: 'password',
    keywords: ['password: `', 'password: **', 'passwort: `', 'passphrase: `'],
    // `- Password: `…``, `(password: **…**)`: what a reader is to type. In code the same is a literal, and the rules by name read it.
    pattern:
      /pass(?:word|wort|phrase): (?:(?:\*\*)?`(?=[^\s`]{5,80}`)|\*\*(?=[^\s`]{5,80}\*\*))(?<secret>[^\s"'`<>|]{5,80}?)(?=`|\*\*(?!\*))/di,
    confidence: 'likely',
    check: ({ secret, uri }) => (isCodeFile(uri) || kindOfName(secret) === 'password' ? undefined : { confidence: 'likely' }),
    doubts: passwordDoubts,
    source: 'https://spec.commonmark.org/0.31.2/#code-spans',
  },
  {
    id: 'marked-key',
    title: 'Key or token after a marked word of a document',
    provider: 'generic',
    kind: 'secret',
    keywords: ['key', 'token', 'secret'].flatMap(word => markEnds.map(end => `${word}${end}`)),
    pattern: new RegExp(`(?:key|token|secret)${markEnd}(?<secret>${key}?)${valueEnd}`, 'di'),
    confidence: 'likely',
    doubts: keyDoubts,
    source: 'https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis',
  },
  {
    id: 'table-password',
    title: 'Password in a table of a document',
    provider: 'generic',
    kind: 'password',
    ...tableOf(['password', 'passwd', 'passphrase'], password),
    doubts: passwordDoubts,
    source: 'https://github.github.com/gfm/#tables-extension-',
  },
  {
    id: 'table-key',
    title: 'Key or token in a table of a document',
    provider: 'generic',
    kind: 'secret',
    ...tableOf(['key', 'token', 'secret'], key),
    doubts: keyDoubts,
    source: 'https://github.github.com/gfm/#tables-extension-',
  },
];

/** `our Heroku API key is …`: the words ahead name the service. Without one, a UUID is as well an identifier. */
function tellsKey({ match, secret, line }: MatchContext): Verdict | undefined {
  const told = line.slice(0, Math.max(0, line.indexOf(match))).slice(-wordsAhead) + (/^\w+/.exec(match)?.[0] ?? '');
  const service = serviceOfName(told);
  if (service) return { confidence: 'likely', provider: service.id, facts: [`the sentence says ${service.title}`] };
  return anyUuid.test(secret) ? undefined : { confidence: 'likely' };
}

const wordsAhead = 32;

const firstSmall = 97;
const shortestSpoken = 20;
const spokenCharacters = alphabetOf(/[\w+/=.-]/);

/** Letters and digits as chance mixes them; fingerprints of keys and identifiers are hex. */
function isSpoken({ match, secret }: MatchContext): Verdict | undefined {
  const isHex = /^[0-9a-f-]+$/i.test(secret);
  if (isHex && (/^KEY/.test(match) || /^[0-9A-F-]+$/.test(secret))) return undefined;
  return secret.replace(/\D/g, '').length >= 3 && /[A-Za-z]/.test(secret) ? { confidence: 'likely' } : undefined;
}

/** Cells whose text ends with one of the words. */
function tableOf(
  words: readonly string[],
  value: string,
): Pick<Rule, 'keywords' | 'pattern' | 'glance' | 'reach' | 'values' | 'confidence'> {
  const shape = new RegExp(`^${value}$`);
  return {
    keywords: words.flatMap(word => [`${word} |`, `${word}|`, `${word}** |`, `${word}\` |`]),
    pattern: new RegExp(`(?:${words.join('|')})[*\`]{0,2} ?\\|`, 'di'),
    glance: standsInTable,
    reach: 1000,
    values: (text, match) => readTableValues(text, match).filter(({ start, end }) => shape.test(text.slice(start, end))),
    confidence: 'likely',
  };
}

/** The line begins with a bar. */
function standsInTable(text: string, keyword: number): boolean {
  const line = startOfRun(text, keyword, longestLine, inLine);
  return isAt(text, endOfRun(text, line, 16, blanks), bars);
}

const longestLine = 400;
const inLine = alphabetOf(/[^\r\n]/);
const bars = alphabetOf(/\|/);
const blanks = alphabetOf(/[ \t]/);
