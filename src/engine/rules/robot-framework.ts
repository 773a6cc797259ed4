// Passwords and keys in tests of Robot Framework: variables, and what keywords type. Two blanks or more stand between the cells of a line.

import { alphabetOf, isAt } from '../alphabet.ts';
import { kindOfName } from '../scan/reasons/name.ts';
import { randomBits, surelyRandom } from '../scan/reasons/surprise.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { surroundings } from './surroundings.ts';

const gap = '(?:[ ]{2,40}|[ ]{0,8}\\t[ \\t]{0,16})';
const cell = '(?<secret>(?![$@&%]\\{)[^\\s"\'`<>]{4,200})(?=\\s|$)';
const otherCell = '(?:[^\\s]| (?=[^\\s])){1,100}';

/** Telling ends of a variable's name. */
const names = ['password', 'passwd', 'pass', 'pwd', 'secret', 'token', 'key'];

export const robotRules: readonly Rule[] = [
  {
    id: 'robot-variable',
    title: 'Password or key in a variable of Robot Framework',
    provider: 'generic',
    kind: 'password',
    keywords: names.map(name => `${name}}`),
    pattern: new RegExp(`(?<=\\$\\{[\\w -]{0,50})(?:${names.join('|')})\\}(?: ?=)?${gap}${cell}`, 'di'),
    glance: (text, _keyword, end) => isAt(text, end, blanks),
    confidence: 'certain',
    check: readVariable,
    doubts: [...surroundings, 'words'],
    source: 'https://robotframework.org/robotframework/latest/RobotFrameworkUserGuide.html#variable-section',
  },
  {
    id: 'robot-password',
    title: 'Password that a keyword of Robot Framework is given',
    provider: 'generic',
    kind: 'password',
    keywords: ['input password', 'input text', 'fill secret', 'connect to database', 'and log in'],
    // A field and what is typed; a host, a user and a password; a module, a database, a user and a password.
    pattern: new RegExp(
      `(?:(?:input password|fill secret|input text(?=${gap}[^\\s]{0,40}pass))${gap}${otherCell}|open connection and log in${gap}${otherCell}${gap}${otherCell}|and log in${gap}${otherCell}${gap}${otherCell}|connect to database${gap}${otherCell}${gap}${otherCell}${gap}${otherCell})${gap}${cell}`,
      'di',
    ),
    glance: (text, _keyword, end) => isAt(text, end, blanks),
    confidence: 'certain',
    doubts: [...surroundings, 'words'],
    source: 'https://robotframework.org/SeleniumLibrary/SeleniumLibrary.html#Input%20Password',
  },
];

const blanks = alphabetOf(/[ \t=]/);

/** A word may be a password; a key is drawn by chance. */
function readVariable({ line, match, secret }: MatchContext): Verdict | undefined {
  const start = /\$\{([\w -]*)$/.exec(line.slice(0, Math.max(0, line.indexOf(match))))?.[1] ?? '';
  const kind = kindOfName(start + (/^\w+/.exec(match)?.[0] ?? ''));
  if (kind === 'password') return { confidence: 'certain' };
  return kind === 'key' && randomBits(secret) >= surelyRandom ? { confidence: 'certain' } : undefined;
}
