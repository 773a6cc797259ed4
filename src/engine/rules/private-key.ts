// Private keys in their armours: PEM of every kind (also inside strings), PGP, PuTTY, base64 of a PEM, JSON Web Keys, age.

import { alphabetOf, endOfRun } from '../alphabet.ts';
import { decodeBase64 } from '../base64.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';

/** Five dashes. Never written with the words that follow them: secret scanners would take this file for a key. */
const dashes = '-{5}';

/** The longest keys in use: RSA with 16,384 bits has 12,700 characters, escapes and concatenation come on top. */
const longest = 20_000;

export const privateKeyRules: readonly Rule[] = [
  {
    id: 'private-key',
    title: 'Private key',
    provider: 'generic',
    kind: 'private-key',
    keywords: ['-----begin'],
    // With its end where there is one, else the lines of base64 that follow: they are a key already while it is pasted.
    pattern: new RegExp(
      `(?<secret>${dashes}BEGIN[A-Z0-9 ]{0,30} ?PRIVATE KEY(?: BLOCK)?${dashes}(?:[\\s\\S]{30,${longest}}?${dashes}END[A-Z0-9 ]{0,30} ?PRIVATE KEY(?: BLOCK)?${dashes}|[A-Za-z0-9+/=\\r\\n\\t\\\\]{40,8000}))`,
      'd',
    ),
    glance: namesPrivateKey,
    reach: longest + 200,
    confidence: 'certain',
    doubts: [],
    check: readArmour,
    source: 'https://www.rfc-editor.org/rfc/rfc7468',
  },
  {
    id: 'private-key-base64',
    title: 'Private key, armoured twice (base64 of a PEM)',
    provider: 'generic',
    kind: 'private-key',
    // base64 of the five dashes and `BEGIN`
    keywords: ['ls0tls1crudjti'],
    pattern: /(?<secret>LS0tLS1CRUdJTi[A-Za-z0-9+/]{80,16000}={0,2})(?![A-Za-z0-9+/])/d,
    reach: 16_200,
    confidence: 'certain',
    doubts: [],
    check: ({ secret }) => (/PRIVATE KEY/.test(decodeBase64(secret.slice(0, 64)) ?? '') ? { confidence: 'certain' } : undefined),
    source: 'https://www.rfc-editor.org/rfc/rfc7468',
  },
  {
    id: 'private-key-bare',
    title: 'Private key without its armour',
    provider: 'generic',
    kind: 'private-key',
    // How PKCS #1, PKCS #8 and SEC 1 begin in base64: a sequence, a version of 0 or 1, the kind of key. Public keys and certificates
    // begin with two sequences.
    keywords: ['ibadanbgkqhkig9w0baqefaasc', 'ibaakcaqea', 'ibaakcagea', 'ibaakbgq', 'mighageambmgbyqgsm49', 'mhccaqee', 'mc4caqawbqydk2v'],
    before: 7,
    pattern:
      /(?<![A-Za-z0-9+/])(?<secret>(?:MII[A-Za-z0-9+/]{3}IBA[A-Za-z0-9+/]{200}|MIGHAgEAMBMGByqGSM49|MHcCAQEE|MC4CAQAwBQYDK2V)[A-Za-z0-9+/]{40,6000}={0,2})(?![A-Za-z0-9+/=])/d,
    reach: 6100,
    confidence: 'certain',
    doubts: [],
    check: readBareKey,
    source: 'https://www.rfc-editor.org/rfc/rfc5958',
  },
  {
    id: 'putty-private-key',
    title: 'PuTTY private key',
    provider: 'generic',
    kind: 'private-key',
    keywords: ['putty-user-key-file-'],
    pattern:
      /PuTTY-User-Key-File-[123]:[\s\S]{20,6000}?Private-Lines: \d{1,3}\s{1,4}(?<secret>[A-Za-z0-9+/=\s]{40,8000}?)(?=\s{1,4}Private-MAC)/d,
    reach: 12_500,
    confidence: 'certain',
    doubts: [],
    check: ({ match }) => ({
      confidence: 'certain',
      facts: [/Encryption: none/.test(match) ? 'not encrypted' : 'encrypted with a passphrase'],
    }),
    source: 'https://tartarus.org/~simon/putty-snapshots/htmldoc/AppendixC.html',
  },
  {
    id: 'age-secret-key',
    title: 'age secret key',
    provider: 'generic',
    kind: 'private-key',
    keywords: ['age-secret-key-1'],
    pattern: /(?<![A-Za-z0-9])(?<secret>AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58})(?![A-Za-z0-9])/d,
    confidence: 'certain',
    source: 'https://github.com/C2SP/C2SP/blob/main/age.md',
  },
  {
    id: 'jwk-private-key',
    title: 'Private or symmetric JSON Web Key',
    provider: 'generic',
    kind: 'private-key',
    keywords: ['kty', '"d":', '"d" :', "'d':", '"k":'],
    // `d` is the private part of RSA, EC and OKP keys, `k` the key itself of kind `oct`. Either order of the members.
    pattern:
      /(?:kty["'\\]{0,4}\s{0,3}[:=]\s{0,3}["'\\]{1,4}(?:(?:RSA|EC|OKP)["'\\][^{}]{1,3000}?\bd|oct["'\\][^{}]{1,600}?\bk)|["'][dk])["'\\]{0,4}\s{0,3}[:=]\s{0,3}["'\\]{1,4}(?<secret>[\w-]{16,1400})(?=["'\\])/d,
    glance: beginsWebKey,
    reach: 6000,
    confidence: 'certain',
    check: readWebKey,
    source: 'https://www.rfc-editor.org/rfc/rfc7518#section-6',
  },
];

/** Most armours are those of certificates and public keys. */
function namesPrivateKey(text: string, _: number, end: number): boolean {
  const label = text.slice(end, endOfRun(text, end, 60, labelCharacters));
  return label.includes('PRIVATE KEY');
}

const labelCharacters = alphabetOf(/[A-Z0-9 ]/);

/** The kind of key, or the first characters of one. */
const webKeyHead =
  /(?:kty["'\\]{0,4}\s{0,3}[:=]\s{0,3}["'\\]{1,4}(?:RSA|EC|OKP|oct)|["'][dk]["'\\]{0,4}\s{0,3}[:=]\s{0,3}["'\\]{1,4}[\w-]{16})/y;

function beginsWebKey(text: string, keyword: number): boolean {
  webKeyHead.lastIndex = keyword;
  return webKeyHead.test(text);
}

/** Who writes `TESTING KEY` into the armour says that nobody need look. */
function readBareKey({ secret, near }: MatchContext): Verdict | undefined {
  if (near('testing key-----') || near('test key-----') || /(.)\1{19}/.test(secret.replace(/A{1,60}/g, 'A'))) return undefined;
  return { confidence: 'certain', facts: ['not encrypted'] };
}

/** base64 of OpenSSH's own format with the cipher `none`. */
const openSshPlain = /b3BlbnNzaC1rZXktdjEAAAAABG5vbmU/;

function readArmour({ secret }: MatchContext): Verdict | undefined {
  const lines = secret.replace(/^-{5}[^-]*-{5}/, '').replace(/-{5}END[\s\S]*$/, '');
  const letters =
    lines
      .replace(/\\[nrt]/g, '')
      .match(/[A-Za-z0-9+/=]{16,}/g)
      ?.join('') ?? '';
  // Two words and an ellipsis between the lines of the armour are an explanation; 32 bytes are the shortest key.
  if (letters.length < 44 || /(.)\1{19}/.test(letters.replace(/A{1,60}/g, 'A'))) return undefined;
  const facts = [kindOf(secret), isEncrypted(secret, letters) ? 'encrypted with a passphrase' : 'not encrypted'];
  return { confidence: 'certain', facts };
}

function kindOf(secret: string): string {
  const kind = /BEGIN ([A-Z0-9 ]*?) ?(?:ENCRYPTED )?PRIVATE/.exec(secret)?.[1] ?? '';
  return kind === '' || kind === 'ENCRYPTED' ? 'PKCS #8 key' : `${kind} key`;
}

function isEncrypted(secret: string, letters: string): boolean {
  if (/BEGIN OPENSSH/.test(secret)) return !openSshPlain.test(letters);
  return /ENCRYPTED/.test(secret.slice(0, 200));
}

/** A member called `d` or `k` that stands ahead of the kind is a key only where there is a kind. */
function readWebKey({ match, mentions, near }: MatchContext): Verdict | undefined {
  const kind = /^kty["'\\\s:=]{1,16}(\w{2,3})/.exec(match)?.[1];
  if (kind !== undefined) return { confidence: 'certain', facts: [kind === 'oct' ? 'symmetric key' : `${kind} key`] };
  const isKey = /^.k/.test(match) ? near('"oct"') || near("'oct'") : mentions('kty');
  return isKey ? { confidence: 'certain' } : undefined;
}
