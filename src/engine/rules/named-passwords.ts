// Passwords under names that the rules by name pass by: `pw`, the default of a shell's variable, four characters in a variable of the
// environment.

import { alphabetOf, startOfRun } from '../alphabet.ts';
import { kindOfName } from '../scan/reasons/name.ts';
import { randomBits, surelyRandom } from '../scan/reasons/surprise.ts';
import { assignmentPattern } from './assignment.ts';
import { formOfValues, mayBeAssigned } from './assignment-glance.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { surroundings } from './surroundings.ts';
import { passwordInPlace } from './told-passwords.ts';

const variables = ['_password', '_passwd', '_pass', '_pwd'];

/** Characters of a password called `pw`, in quotes and without. */
const quoted = '[^"\'`\\\\\\s]';
const bare = '[^"\'`\\\\\\s,;<>(){}\\[\\]|&]';
const form = formOfValues(quoted, bare, 6);

export const namedPasswordRules: readonly Rule[] = [
  {
    id: 'generic-pw',
    title: 'Password called `pw`',
    provider: 'generic',
    kind: 'password',
    keywords: ['pw:', 'pw=', 'pw =', 'pw"', "pw'", 'pw !', 'pw :'],
    edge: 'name',
    pattern: assignmentPattern({ words: ['pw'], quoted: `${quoted}{6,120}`, bare: `${bare}{6,120}` }),
    glance: (text, keyword) => mayBeAssigned(text, keyword, form),
    confidence: 'likely',
    // Two letters are a name of many things: no word is believed under it.
    check: ({ match, secret, line }) =>
      /^pw\b/i.test(match) && /[A-Za-z]/.test(secret) && /\d/.test(secret) && !/\d$/.test(line.slice(0, line.indexOf(match)))
        ? { confidence: 'likely' }
        : undefined,
    doubts: ['password-name', 'bare', ...surroundings, 'translation', 'uuid', 'digest', 'words', 'test-path'],
    source: 'https://cwe.mitre.org/data/definitions/259.html',
  },
  {
    id: 'shell-default',
    title: 'Password or key as the default of a shell variable',
    provider: 'generic',
    kind: 'password',
    keywords: ['password-', 'passwd-', '_pass-', '_secret-', '_token-', '_key-'],
    // `${DB_PASSWORD-…}`; with a colon the rules by name read it.
    pattern: /(?<=\$\{\w{0,50})(?:password|passwd|_pass|_secret|_token|_key)-(?<secret>[^\s"'`{}$\\]{5,200})(?=\})/di,
    glance: (text, keyword) => text.charCodeAt(startOfRun(text, keyword, 50, nameCharacters) - 1) === openBrace,
    confidence: 'likely',
    doubts: [...surroundings, 'uuid', 'digest', 'words', 'test-path'],
    check: defaultIsNamed,
    source: 'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_06_02',
  },
  {
    id: 'short-password',
    title: 'Short password in a variable of the environment',
    provider: 'generic',
    kind: 'password',
    keywords: variables.flatMap(name => [`${name}=`, `${name}:`]),
    pattern: /_(?:PASSWORD|PASSWD|PASS|PWD)(?:=|: {1,2})["']?(?<secret>[A-Za-z0-9!#$%&*@]{4})(?=["']?(?:[\s;]|$))/d,
    confidence: 'likely',
    doubts: [...surroundings, 'translation', 'words', 'test-path'],
    check: passwordInPlace,
    source: 'https://cwe.mitre.org/data/definitions/521.html',
  },
];

const nameCharacters = alphabetOf(/\w/);
const openBrace = 123;

/** A password may be a word, a key is drawn by chance. */
function defaultIsNamed({ line, secret }: MatchContext): Verdict | undefined {
  const name = /\$\{(\w+)-$/.exec(line.slice(0, line.indexOf(`-${secret}}`) + 1))?.[1] ?? '';
  const kind = kindOfName(name);
  return kind === 'password' || (kind === 'key' && randomBits(secret) >= surelyRandom) ? { confidence: 'likely' } : undefined;
}
