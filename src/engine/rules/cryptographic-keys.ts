// Keys that calls of cryptographic libraries are given: of ciphers, of signatures, of cookies that are signed.

import type { Rule } from './rule.ts';

/** Calls up to the key's quote. The pages of each are its library's. */
const calls: readonly string[] = [
  // https://nodejs.org/api/crypto.html
  `create(?:hmac|(?:de)?cipheriv|(?:de)?cipher)\\(\\s{0,8}["'][\\w-]{2,30}["'],\\s{0,8}(?:buffer\\.from\\()?`,
  // https://docs.python.org/3/library/hmac.html https://cryptography.io/en/latest/fernet/
  `(?<![\\w.])hmac\\.new\\(\\s{0,8}(?:key\\s?=\\s?)?b?`,
  `(?<!\\w)fernet\\(\\s{0,8}b?`,
  `(?<!\\w)(?:aes|des3?|arc4|blowfish|chacha20)\\.new\\(\\s{0,8}(?:key\\s?=\\s?)?b?`,
  // https://docs.oracle.com/javase/8/docs/api/javax/crypto/spec/SecretKeySpec.html
  `new secretkeyspec\\(\\s{0,8}`,
  // https://cryptojs.gitbook.io/docs
  `cryptojs\\.(?:aes|des|tripledes|rc4|rabbit)\\.(?:en|de)crypt\\([^,"'()]{1,60},\\s{0,8}`,
  `cryptojs\\.hmac\\w{2,10}\\([^,"'()]{1,60},\\s{0,8}`,
  // https://www.php.net/manual/function.hash-hmac.php
  `hash_hmac\\(\\s{0,8}["'][\\w-]{2,20}["'],\\s{0,8}[^,"'()]{1,60},\\s{0,8}`,
  `openssl_(?:en|de)crypt\\([^,"'()]{1,60},\\s{0,8}["'][\\w-]{2,30}["'],\\s{0,8}`,
  // https://pkg.go.dev/crypto/hmac https://pkg.go.dev/github.com/golang-jwt/jwt/v5
  `hmac\\.new\\(\\w{2,8}\\.new\\w{0,8},\\s{0,8}\\[\\]byte\\(`,
  `aes\\.newcipher\\(\\[\\]byte\\(`,
  `\\.signedstring\\(\\[\\]byte\\(`,
  // https://expressjs.com/en/resources/middleware/cookie-parser.html
  `cookieparser\\(\\s{0,8}`,
  `openssl::hmac\\.(?:hex)?digest\\(\\s{0,8}["']\\w{3,10}["'],\\s{0,8}`,
];

export const cryptographicKeyRules: readonly Rule[] = [
  {
    id: 'cryptographic-key',
    title: 'Key of a cipher or a signature in a call',
    provider: 'generic',
    kind: 'secret',
    keywords: [
      ...['createhmac(', 'createcipheriv(', 'createdecipheriv(', 'createcipher(', 'createdecipher(', 'hmac.new(', 'fernet(', 'aes.new('],
      ...['des.new(', 'des3.new(', 'arc4.new(', 'blowfish.new(', 'chacha20.new(', 'new secretkeyspec(', 'cryptojs.', 'hash_hmac('],
      ...['openssl_encrypt(', 'openssl_decrypt(', 'aes.newcipher(', '.signedstring(', 'cookieparser(', 'openssl::hmac.'],
    ],
    pattern: new RegExp(`(?:${calls.join('|')})["'\`](?<secret>[^\\s"'\`\\\\]{8,300})["'\`]`, 'di'),
    confidence: 'likely',
    doubts: ['template', 'placeholder', 'plain-value', 'echo', 'path', 'sequence', 'words', 'test-path'],
    source: 'https://cwe.mitre.org/data/definitions/321.html',
  },
];
