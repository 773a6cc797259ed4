// Keys that calls of cryptographic libraries are given: of ciphers, of signatures, of cookies that are signed.

import { alphabetOf, isAt, startOfRun } from '../alphabet.ts';
import { isStopgap } from '../scan/reasons/stopgap.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';

/** Calls up to the key's quote. The pages of each are its library's. */
const calls: readonly string[] = [
  // https://nodejs.org/api/crypto.html
  `create(?:hmac|(?:de)?cipheriv|(?:de)?cipher)\\(\\s{0,8}["'][\\w-]{2,30}["'],\\s{0,8}(?:buffer\\.from\\()?`,
  // https://docs.python.org/3/library/hmac.html https://cryptography.io/en/latest/fernet/
  `(?<![\\w.])hmac\\.new\\(\\s{0,8}(?:key\\s?=\\s?)?b?`,
  `(?<!\\w)fernet\\(\\s{0,8}b?`,
  `(?<!\\w)(?:aes|des3?|arc4|blowfish|chacha20)\\.new\\(\\s{0,8}(?:key\\s?=\\s?)?b?`,
  // https://docs.oracle.com/javase/8/docs/api/javax/crypto/spec/SecretKeySpec.html
  `(?<![\\w.])(?:secretkey|ivparameter)spec\\(\\s{0,8}`,
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
  `sessions\\.newcookiestore\\(\\[\\]byte\\(`,
  // https://docs.rs/jsonwebtoken/
  `(?:en|de)codingkey::from_secret\\(\\s{0,8}b?`,
  // https://learn.microsoft.com/dotnet/api/microsoft.identitymodel.tokens.symmetricsecuritykey
  `symmetricsecuritykey\\([^"'()]{0,40}getbytes\\(\\s{0,8}`,
  // https://github.com/jwtk/jjwt https://github.com/auth0/java-jwt
  `\\.signwith\\(\\s{0,8}(?:[\\w.]{1,40},\\s{0,8})?`,
  `\\.setsigningkey\\(\\s{0,8}`,
  `(?:algorithm\\.hmac(?:256|384|512)|keys\\.hmacshakeyfor)\\(\\s{0,8}`,
  // https://expressjs.com/en/resources/middleware/cookie-parser.html
  `cookieparser\\(\\s{0,8}`,
  // https://hexdocs.pm/joken/Joken.Signer.html https://itsdangerous.palletsprojects.com/en/stable/
  `joken\\.signer\\.create\\(\\s{0,8}["']\\w{2,8}["'],\\s{0,8}`,
  `timed(?:jsonwebsignature)?serializer\\(\\s{0,8}`,
  // https://www.php.net/manual/function.mcrypt-encrypt.php https://nodejs.org/api/crypto.html#cryptoscryptsyncpassword-salt-keylen-options
  `mcrypt_(?:en|de)crypt\\([\\w'"]{3,40},\\s{0,8}`,
  `(?:scrypt|pbkdf2)sync\\(\\s{0,8}`,
  // https://learn.microsoft.com/dotnet/api/system.security.cryptography.rfc2898derivebytes
  `(?:rfc2898|password)derivebytes\\(\\s{0,8}`,
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
      ...[
        'des.new(',
        'des3.new(',
        'arc4.new(',
        'blowfish.new(',
        'chacha20.new(',
        'secretkeyspec(',
        'ivparameterspec(',
        'cryptojs.',
        'hash_hmac(',
      ],
      ...['openssl_encrypt(', 'openssl_decrypt(', 'aes.newcipher(', '.signedstring(', 'cookieparser(', 'openssl::hmac.'],
      ...[
        'sessions.newcookiestore(',
        'encodingkey::from_secret(',
        'decodingkey::from_secret(',
        'symmetricsecuritykey(',
        '.signwith(',
        '.setsigningkey(',
        'algorithm.hmac',
      ],
      ...[
        'keys.hmacshakeyfor(',
        'joken.signer.create(',
        'timedserializer(',
        'timedjsonwebsignatureserializer(',
        'mcrypt_encrypt(',
        'mcrypt_decrypt(',
      ],
      ...['scryptsync(', 'pbkdf2sync(', 'rfc2898derivebytes(', 'passwordderivebytes('],
    ],
    pattern: new RegExp(`(?:${calls.join('|')})["'\`](?<secret>[^\\s"'\`\\\\]{6,300})["'\`]`, 'di'),
    confidence: 'likely',
    doubts: ['template', 'plain-value', 'echo', 'path', 'sequence', 'words', 'test-path'],
    check: inCall,
    source: 'https://cwe.mitre.org/data/definitions/321.html',
  },
  {
    id: 'key-as-bytes',
    title: 'Key that code turns into bytes',
    provider: 'generic',
    kind: 'secret',
    keywords: [
      '[]byte("',
      '[]byte(`',
      '.getbytes("',
      '.enc.utf8.parse("',
      ".enc.utf8.parse('",
      '.enc.latin1.parse("',
      ".enc.latin1.parse('",
    ],
    before: 80,
    // `var jwtKey = []byte("…")` in Go, where `key` alone is that of anything; `var key = Encoding.UTF8.GetBytes("…")` in C#.
    pattern:
      /(?<![A-Za-z])\w{0,20}(?:(?:secret|jwt|signing|hmac)\w{0,12}\s{0,3}:?=\s{0,3}\[\]byte\(|(?:secret|jwt|key)\w{0,12}\s{0,3}=\s{0,3}(?:new \w{1,30}\()?(?:system\.text\.)?encoding\.\w{3,12}\.getbytes\(|key\w{0,12}\s{0,3}[=:]\s{0,3}\w{1,10}\.enc\.(?:utf8|latin1)\.parse\()["'`](?<secret>[^\s"'`\\]{8,300})["'`]\)/di,
    glance: (text, keyword) => isAt(text, startOfRun(text, keyword, 24, beforeBytes) - 1, assigns),
    confidence: 'likely',
    doubts: ['template', 'placeholder', 'plain-value', 'echo', 'path', 'sequence', 'words', 'test-path'],
    source: 'https://cwe.mitre.org/data/definitions/321.html',
  },
];

/** Calls whose string is the key whatever it says. Digests are taken of much else, with a label in the key's place. */
const takesKey =
  /^(?:(?:new )?(?:secretkey|ivparameter)spec|symmetricsecuritykey|\.setsigningkey|\.signwith|\.signedstring|algorithm|keys|cryptojs\.aes|(?:en|de)codingkey)/i;

function inCall({ match, secret }: MatchContext): Verdict | undefined {
  if (isStopgap(secret) || (secret.length < shortest && !/signingkey|signwith/i.test(match))) return undefined;
  return { confidence: takesKey.test(match) ? 'certain' : 'likely' };
}

const shortest = 8;

/** What stands between the sign and the bytes: `Encoding.UTF8`, spaces. */
const beforeBytes = alphabetOf(/[\w. (]/);
const assigns = alphabetOf(/=/);
