// Hashes of passwords as systems store them: whoever has one can try passwords against it at leisure.

import type { Rule } from './rule.ts';

const crypt = 'https://man7.org/linux/man-pages/man5/crypt.5.html';
const base64 = '[./A-Za-z0-9]';

const schemes = [
  `2[abxy]\\$\\d{2}\\$${base64}{53}`,
  `(?:1|apr1)\\$${base64}{1,8}\\$${base64}{22}`,
  `5\\$(?:rounds=\\d{1,9}\\$)?${base64}{1,16}\\$${base64}{43}`,
  `6\\$(?:rounds=\\d{1,9}\\$)?${base64}{1,16}\\$${base64}{86}`,
  `y\\$${base64}{1,20}\\$${base64}{1,86}\\$${base64}{43}`,
  `[89]\\$${base64}{14}\\$${base64}{43}`,
];

export const passwordHashRules: readonly Rule[] = [
  {
    id: 'password-hash',
    title: 'Hash of a password',
    provider: 'generic',
    kind: 'password',
    keywords: ['$2a$', '$2b$', '$2x$', '$2y$', '$1$', '$apr1$', '$5$', '$6$', '$y$', '$8$', '$9$'],
    pattern: new RegExp(`(?<![A-Za-z0-9$])(?<secret>\\$(?:${schemes.join('|')}))(?![./A-Za-z0-9])`, 'd'),
    confidence: 'likely',
    minEntropy: 3.5,
    doubts: ['placeholder', 'test-path'],
    source: crypt,
  },
  {
    id: 'kerberos-hash',
    title: 'Kerberos response that gives a password away',
    provider: 'generic',
    kind: 'password',
    keywords: ['$krb5asrep$', '$krb5tgs$'],
    pattern: /(?<secret>\$krb5(?:asrep|tgs)\$\d{2}\$[\w.@*$/-]{0,120}:?[0-9a-f]{32}\$[0-9a-f]{64,4000})(?![0-9a-f])/d,
    reach: 4400,
    confidence: 'certain',
    source: 'https://hashcat.net/wiki/doku.php?id=example_hashes',
  },
];
