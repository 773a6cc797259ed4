// What values each reason refuses, doubts or lets pass. One table a reason: the line, and the verdict.

import assert from 'node:assert/strict';
import { reasonsByName } from '../../../../../src/engine/scan/reasons/catalogue.ts';
import { candidate } from '../../../../support/candidate.ts';

type Verdict = 'believe' | 'doubt' | 'refuse' | 'silent';

const tables: Readonly<Record<string, Readonly<Partial<Record<Verdict, readonly string[]>>>>> = {
  placeholder: {
    refuse: [
      'key = "«your-key-here»"',
      'key = "«YOUR_API_KEY»"',
      'key = "«sk-xxxxxxxxxxxxxxxx»"',
      'key = "«AKIAIOSFODNN7EXAMPLE»"',
      'key = "«sk-...»"',
      'key = "«changeme»"',
      'key = "«REPLACE_ME»"',
      'key = "«********»"',
      'key = "«abcdefghijklmnop»"',
      'key = "«insert-your-token»"',
      'key = "«enterYourPasswordHere»"',
      'key = "«TODO»"',
      'key = "«0000000000000000»"',
      'key = "«ihr-passwort»"',
      'key = "«votre_mot_de_passe»"',
      'key = "«你的密码»"',
    ],
    silent: [
      'key = "«q8Zr2VxK7mWt4LpS»"',
      'key = "«Summer2024!x»"',
      'key = "«fooled9Zr2VxK7»"',
      'key = "«myst3ryZr2VxK7mWt»"',
      'key = "«clave9Zr2VxK»"',
    ],
  },
  template: {
    refuse: [
      `key = "«\${TOKEN}»"`,
      'key = "«$TOKEN»"',
      'key = "«{{ token }}»"',
      'key = "«<%= token %>»"',
      'key = "«<token>»"',
      'key = "«%(token)s»"',
      'key = "«%s»"',
      'key = "«%s:%s»"',
      'key = «%TOKEN%»',
      'key = "«cr-%d-»"',
      'key = "«%Y-%m-%dT%H»"',
      'key = "«#{token}»"',
      'key = "«{0}»"',
      'key = "«__TOKEN__»"',
      'key = "«op://vault/item/field»"',
      'key = "«vault:secret/data/app#key»"',
      'key = "«ENC[AES256_GCM,data:abc]»"',
      'key = "«@Microsoft.KeyVault(SecretUri=x)»"',
    ],
    silent: ['key = "«q8Zr2VxK7mWt4LpS»"', 'key = "«pa$$w0rd»"', 'key = "«100%sure»"', 'key = "«q8%2FZr%3D2%40V»"', 'key = "«$Zr2$VxK7»"'],
  },
  path: {
    refuse: [
      'secret = "«/run/secrets/token»"',
      'secret = "«./config/token»"',
      'secret = "«C:\\keys\\token»"',
      'secret = "«https://login.internal/token»"',
      'secret = "«client-secret.json»"',
      'secret = "«someone@mail.internal»"',
      'secret = "«WWWservice»"',
      'secret = "«application/x-www-form-urlencoded»"',
    ],
    silent: ['secret = "«q8Zr2V/K7mWt4L+S»"', 'secret = "«/q8Zr2VxK7mWt4LpS9dJb3HnX5cQyU6eAfGkR0sT1vWz»"'],
  },
  uuid: {
    refuse: [
      'key = "«3f2b8c1e-7a4d-4c55-9e0b-1d2c3b4a5f60»"',
      'password = "«{3F2B8C1E-7A4D-4C55-9E0B-1D2C3B4A5F60}»"', // key-hygiene:ignore generic-password -- a sample
      'clientRequestToken = "«3f2b8c1e-7a4d-4c55-9e0b-1d2c3b4a5f60»"',
    ],
    doubt: ['api_key = "«3f2b8c1e-7a4d-4c55-9e0b-1d2c3b4a5f60»"'],
    silent: ['secret = "«3f2b8c1e7a4d4c559e0b1d2c3b4a5f60»"'],
  },
  digest: {
    refuse: [
      'password = "«md5d41d8cd98f00b204e9800998ecf8427e»"', // key-hygiene:ignore generic-password -- the stored hash of nothing
      'secret_sha256 = "«9f86d081884c7d659a2feaa0c55ad015»"',
      'md5: «9f86d081884c7d659a2feaa0c55ad015»',
      'commit «9f86d081884c7d659a2feaa0c55ad015a3bf4f1b»',
      'key = "«sha512-q8Zr2VxK7mWt4LpS==»"',
      'password = "«$2b$12$q8Zr2VxK7mWt4LpS»"', // key-hygiene:ignore generic-password -- a sample
      'password = "«{SSHA}q8Zr2VxK7mWt4LpS»"',
      'password = "«{PBKDF2-SHA256}10000$q8Zr2VxK$7mWt4LpS»"', // key-hygiene:ignore generic-password -- a sample
      'password = "«$P$BlO2X5nM.djjfsPjOBHz97»"', // key-hygiene:ignore generic-password -- a sample
      'password = "«SCRAM-SHA-256$4096:q8Zr2VxK»"',
      'some/file.py,sha256=qaN-«q8Zr2VxK7mWt4LpS»,160',
      '"tests/etc/passwd": "«9f86d081884c7d659a2feaa0c55ad015»"', // key-hygiene:ignore generic-password -- a sample
      'token = "«0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48»"',
    ],
    silent: ['secret = "«9f86d081884c7d659a2feaa0c55ad015»"', 'rehashed = "«q8Zr2VxK7mWt4LpS»"'],
  },
  'plain-value': {
    refuse: [
      'token = «1234567»',
      'password = «57189»',
      'password = "«5710000»"',
      'ERR_PASSWORD = "«571893»"',
      'token = «0x53c237»',
      'token = "«2024-05-01»"',
      'token = "«1.2.3-beta.4»"',
      'token = "«#ff8800»"',
      'token = «true»',
      'token = "«12:30:05»"',
      'key = «22528u16»',
      'key = "«secp256k1»"',
      'token = "«1_000_000»"',
      'token = «1732406400123»',
      'token_limit = «1000000000000000000»',
      'order = «392313880026162195»',
      'token = «-1.5e3»',
      'token = "«v1.2.3»"',
      'token = «N/A»',
      'token = «Undefined»',
    ],
    silent: [
      'token = "«392313880026162195»"',
      'token = "«12345678901234567890123456»"',
      'token = "«2024Zr2VxK»"',
      'token = "«vault1.2»"',
      'token = "«undefinedly»"',
    ],
  },
  sequence: {
    refuse: ['token = "«1234567890»"', 'token = "«abcdefgh»"', 'token = "«aaaabbbb»"', 'token = "«abcabcabc»"', 'token = "«98765432»"'],
    silent: ['token = "«q8Zr2VxK7mWt4LpS»"', 'token = "«Summer2024»"'],
  },
  sentence: {
    refuse: ['password = "«Enter your password»"', 'token = "«The token is invalid.»"'],
    silent: ['token = "«q8Zr2VxK7mWt4LpS»"', 'token = "«nmmp rrp9 bk6p p3jx»"'],
  },
  echo: {
    refuse: [
      'password = "«password»"',
      'client_secret = "«client_secret»"',
      'token = "«test-token»"',
      'stripeKey = "«stripe_key»"',
      'password = "«admin»"',
    ],
    silent: ['password = "«sunflower»"', 'token = "«token-q8Zr2VxK7m»"', 'password = "«pass4711word»"'],
  },
  entropy: {
    refuse: ['token = "«aabbaabbaabbaabbaabb»"'],
    silent: ['token = "«q8Zr2VxK7mWt4LpS»"', 'token = "«9f86d081884c7d659a2feaa0c55ad015»"'],
  },
  random: {
    believe: ['token = "«q8Zr2VxK7mWt4LpS»"', 'token = "«kzqvbwmtxjrhgpld»"'],
    doubt: ['token = "«srvkey12»"'],
    refuse: [
      'token = "«accessTokenFromRequest»"',
      'token = "«my-application-settings»"',
      'token = "«CONNECTION_TIMEOUT»"',
      'secret = «harbour29lantern4»',
      'AES_KEY = "«aesEncryptionKey»"',
    ],
    silent: [
      'token = "«9f86d081884c7d659a2feaa0c55ad015»"',
      'jwtSecret = "«staging#service»"',
      'secretKey = "«keep-the-old-harbour-lantern-lit»"',
      'encryptionKey = "«harbour29lantern4»"',
      'AES_KEY = "«LanternOfHarbour»"',
    ],
  },
  words: {
    believe: ['password = "«kzqvbwmt»"', 'password = "«q8Zr2VxK»"'], // key-hygiene:ignore generic-password -- a sample
    doubt: ['password = "«sunflower»"', 'password = "«CorrectHorseBattery»"', 'password = "«first-step-2»"'],
    silent: ['password = "«Summer2024!»"', 'password = "«p@ssw0rd»"', 'password = "«hunter2024»"', 'password = "«open$sesame»"'], // key-hygiene:ignore generic-password -- samples
  },
  name: {
    refuse: [
      'tokenUrl = "«q8Zr2VxK7mWt»"',
      'csrf_token = "«q8Zr2VxK7mWt»"',
      'public_key = "«q8Zr2VxK7mWt»"',
      '"AWS::IAM::AccessKey": "«q8Zr2VxK7mWt»"',
      'Sec-WebSocket-Key: «q8Zr2VxK7mWt»',
      'authenticity_token = "«q8Zr2VxK7mWt»"',
      'key: «zyxel.4012f.cpuusage»',
    ],
    doubt: ['key = "«q8Zr2VxK7mWt»"', 'primaryKey = "«q8Zr2VxK7mWt»"'],
    silent: ['apiKey = "«q8Zr2VxK7mWt»"', 'client_secret: "«q8Zr2VxK7mWt»"', 'SERVICE_TOKEN=«q8Zr2VxK7mWt»'],
  },
  'password-name': {
    refuse: ['passwordField = "«q8Zr2VxK»"', 'password_length = «16»'],
    silent: ['dbPassword = "«q8Zr2VxK»"', 'PGPASSWORD=«q8Zr2VxK»'], // key-hygiene:ignore generic-password -- a sample
  },
};

for (const [name, table] of Object.entries(tables)) {
  describe(`the reason ${name}`, () => {
    for (const [verdict, lines] of Object.entries(table)) {
      for (const line of lines) {
        it(`${verdict === 'silent' ? 'says nothing of' : `${verdict}s`} ${line}`, () => {
          assert.equal(reasonsByName[name]?.(candidate(line))?.verdict ?? 'silent', verdict);
        });
      }
    }
  });
}
