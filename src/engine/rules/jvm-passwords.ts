// Passwords that calls of Java and Scala are given: of key stores, of encryption by password, of the registries that sbt publishes to.

import type { Rule } from './rule.ts';

const doubts = ['template', 'placeholder', 'plain-value', 'echo', 'path', 'sequence', 'words', 'test-path'];

/** Behind the call's name; other languages load and initialize things at every step. */
const farthest = 360;

export const jvmRules: readonly Rule[] = [
  {
    id: 'key-store-password',
    title: 'Password of a key store in a call',
    provider: 'generic',
    kind: 'password',
    keywords: [
      '.load(',
      '.init(',
      '.getkey(',
      '.setkeyentry(',
      'passwordprotection(',
      'pbekeyspec(',
      '.loadkeymaterial(',
      '.loadtrustmaterial(',
    ],
    pattern:
      /(?:\.(?:load|init|getKey|setKeyEntry|loadKeyMaterial|loadTrustMaterial)|PasswordProtection|PBEKeySpec)\((?:[^;"\n]{0,80}(?:"[^"\n]{0,80}"[^;"\n]{0,40})?,\s{0,20})?"(?<secret>[^\s"\\]{4,120})"\.toCharArray\(\)/d,
    glance: (text, keyword) => text.slice(keyword, keyword + farthest).includes('".toCharArray()'),
    // The call says what its argument is: a word is one, too.
    confidence: 'certain',
    doubts,
    source: 'https://docs.oracle.com/javase/8/docs/api/java/security/KeyStore.html',
  },
  {
    id: 'sbt-password',
    title: 'Password of a registry in a build of sbt',
    provider: 'generic',
    kind: 'password',
    keywords: ['credentials("', 'credentials( "', 'credentials(\n', 'credentials(\r'],
    // Realm, host, user, password.
    pattern: /credentials\(\s{0,20}"[^"\n]{0,100}",\s{0,20}"[^"\n]{0,100}",\s{0,20}"[^"\n]{1,80}",\s{0,20}"(?<secret>[^\s"\\]{4,120})"/di,
    confidence: 'certain',
    doubts,
    source: 'https://www.scala-sbt.org/1.x/docs/Publishing.html#Credentials',
  },
];
