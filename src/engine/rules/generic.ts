// Credentials that no provider's format gives away: a name that says secret, and a value that looks like one.

import { assignmentPattern } from './assignment.ts';
import type { Rule } from './rule.ts';

/** Asked in this order: what refuses most at the least cost comes first. */
const surroundings = ['bare', 'template', 'placeholder', 'plain-value', 'echo', 'path', 'sequence', 'sentence'];

const keywords = ['key', 'secret', 'token', 'auth', 'cred', 'jwt', 'bearer', 'otp'];

const passwordWords = ['pass', 'pwd', 'pswd'];

export const genericRules: readonly Rule[] = [
  {
    id: 'generic-api-key',
    title: 'Key, token or secret with a telling name',
    provider: 'generic',
    kind: 'secret',
    keywords,
    // Tokens are made of the alphabets of base64, of URLs, and of what generators of passwords add.
    pattern: assignmentPattern({
      word: keywords.join('|'),
      quoted: '[\\w+/=.~$%@!#&*:^|?-]{8,300}',
      bare: '[\\w+/=.~$%@!#*:^-]{8,300}',
    }),
    confidence: 'likely',
    doubts: ['name', ...surroundings, 'uuid', 'digest', 'entropy', 'random', 'test-path'],
    source: 'https://cwe.mitre.org/data/definitions/798.html',
  },
  {
    id: 'generic-password',
    title: 'Password in code or configuration',
    provider: 'generic',
    kind: 'password',
    keywords: passwordWords,
    pattern: assignmentPattern({
      word: passwordWords.join('|'),
      quoted: '[^"\'`\\\\\\s]{5,120}',
      bare: '[^"\'`\\\\\\s,;<>(){}\\[\\]|&]{5,120}',
    }),
    confidence: 'likely',
    doubts: ['password-name', ...surroundings, 'uuid', 'digest', 'words', 'test-path'],
    source: 'https://cwe.mitre.org/data/definitions/259.html',
  },
];
