// Secrets that people made up of words, where the place says that they are secrets all the same: what sessions are signed with, what
// code compares with, what a telephone signs on with.

import type { MatchContext, Rule, Verdict } from './rule.ts';

const doubts = ['template', 'plain-value', 'echo', 'path', 'uuid', 'words', 'test-path'];

export const wordySecretRules: readonly Rule[] = [
  {
    id: 'session-secret',
    title: 'Secret that sessions are signed with',
    provider: 'generic',
    kind: 'secret',
    keywords: ['session(', 'cookiesession(', 'cookie-session'],
    // Words with spaces are usual here.
    pattern: /session(?:\)?\(\s{0,12}\{[^{}]{0,200}?\bsecret["']?\s{0,4}:\s{0,4}\[?\s{0,4})["'`](?<secret>[^"'`\\\n$<>{}]{6,160})["'`]/di,
    confidence: 'certain',
    doubts,
    source: 'https://expressjs.com/en/resources/middleware/session.html#secret',
  },
  {
    id: 'compared-secret',
    title: 'Secret that code compares with',
    provider: 'generic',
    kind: 'secret',
    keywords: ['secret =', 'secret !', 'secret==', 'secret!='],
    pattern: /secret ?[!=]==? ?["'](?<secret>[a-z][\w.-]{5,160})["']/di,
    confidence: 'certain',
    doubts: ['template', 'placeholder', 'plain-value', 'echo', 'path', 'uuid', 'words', 'test-path'],
    check: ({ secret }) => (/^(?:string|object|function|number|optional|required)$/i.test(secret) ? undefined : { confidence: 'certain' }),
    source: 'https://cwe.mitre.org/data/definitions/798.html',
  },
  {
    id: 'asterisk-secret',
    title: 'Secret of a telephone or manager of Asterisk',
    provider: 'generic',
    kind: 'password',
    keywords: ['secret=', 'secret ='],
    pattern: /(?<=(?:^|\n)[ \t]{0,8})(?:secret|remotesecret) ?=>? ?(?<secret>[^\s"'`;<>$]{4,120})(?=[ \t]{0,8}(?:;|\r?\n|$))/d,
    confidence: 'certain',
    doubts: ['template', 'plain-value', 'echo', 'sequence', 'words', 'test-path'],
    check: ofAsterisk,
    source: 'https://docs.asterisk.org/Configuration/Interfaces/Asterisk-Manager-Interface-AMI/',
  },
];

/** What only accounts of Asterisk are given. */
const settings = [
  'type=friend',
  'type=peer',
  'host=dynamic',
  'type = friend',
  'type = peer',
  'host = dynamic',
  'read = system',
  'read=system',
];

/** Its files, by their names and by what else an account has. */
function ofAsterisk({ uri, near }: MatchContext): Verdict | undefined {
  const isNamed = /(?:sip|iax|manager|users|skinny|voicemail)[\w-]{0,40}\.conf$/i.test(uri);
  const others = isNamed ? ['\nhost', '\ntype', '\nread', '\nwrite', '\ncontext', '\nusername', '\npermit'] : settings;
  return others.some(near) ? { confidence: 'certain' } : undefined;
}
