// Credentials that travel in addresses: user:password@host, secret query parameters, one-time-password links.

import { alphabetOf, endOfRun, isAt, startOfRun } from '../alphabet.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';

export const urlRules: readonly Rule[] = [
  {
    id: 'url-password',
    title: 'Password in a URL',
    provider: 'generic',
    kind: 'password',
    keywords: ['://'],
    // From the slashes on: what stands before them does not matter. RFC 3986: userinfo ends at the `@`, before any slash; people forget
    // to encode one in a password.
    pattern: /:\/\/[^\s"'`/@:<>?#\\]{0,80}:(?<secret>[^\s"'`/@<>?#\\]{3,200}(?:@[^\s"'`/@<>?#\\,:]{1,60})?)@(?=[\w$%{[(<.-])/d,
    glance: mayHavePassword,
    confidence: 'certain',
    doubts: ['template', 'placeholder', 'plain-value', 'echo', 'sequence', 'translation', 'words', 'test-path'],
    check: readUserInfo,
    source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
  },
  {
    id: 'url-parameter-key',
    title: 'Key in a query parameter',
    provider: 'generic',
    kind: 'secret',
    keywords: ['key=', 'token=', 'secret=', 'sig=', 'signature=', 'auth=', 'password=', 'passwd=', 'pwd='],
    before: 24,
    pattern:
      /[?&;](?:amp;)?(?:[\w.-]{0,16}[_.-])?(?:(?:api|access|app|auth|secret|subscription|client|private|user|personal|session|refresh|id|o?auth)?[_-]?(?:key|token|secret)|x-amz-signature|sig|hapikey|appid|password|passwd|pwd)=(?<secret>[\w+/=.~%!*:|$-]{8,500})(?=[\s"'`&#<>)\\\],;}]|$)/di,
    glance: (text, keyword) => isAt(text, startOfRun(text, keyword, 24, parameterCharacters) - 1, parameterStarts),
    confidence: 'likely',
    doubts: [
      'name',
      'bare',
      'template',
      'placeholder',
      'plain-value',
      'echo',
      'path',
      'sequence',
      'uuid',
      'entropy',
      'random',
      'test-path',
    ],
    source: 'https://cwe.mitre.org/data/definitions/598.html',
  },
  {
    id: 'otpauth-secret',
    title: 'Seed of one-time passwords',
    provider: 'generic',
    kind: 'secret',
    keywords: ['otpauth://'],
    pattern: /otpauth:\/\/[ht]otp\/[^\s"'`<>]{0,300}?[?&]secret=(?<secret>[A-Z2-7]{16,128}={0,6})(?![A-Za-z0-9])/di,
    confidence: 'certain',
    doubts: ['placeholder', 'sequence', 'entropy'],
    source: 'https://github.com/google/google-authenticator/wiki/Key-Uri-Format',
  },
];

const userCharacters = alphabetOf(/[^\s"'`/@:<>?#\\]/);
const passwordCharacters = alphabetOf(/[^\s"'`/@<>?#\\]/);
const colon = alphabetOf(/:/);
const atSign = alphabetOf(/@/);

/** A user, a colon, a password and an `@` behind the slashes: most addresses have a host and a path. */
function mayHavePassword(text: string, keyword: number): boolean {
  const user = keyword + '://'.length;
  const password = endOfRun(text, user, 80, userCharacters);
  return isAt(text, password, colon) && isAt(text, endOfRun(text, password + 1, 200, passwordCharacters), atSign);
}

/** What may stand between a parameter's beginning and the keyword, which may be a part of its value. */
const parameterCharacters = alphabetOf(/[\w+/=.~%!*:|$-]/);
const parameterStarts = alphabetOf(/[?&;]/);

/** Hosts that only documents and tests name (RFC 2606, RFC 6761). */
const madeUpHost =
  /^(?:[\w-]{1,60}\.){0,4}(?:example(?:\.(?:com|org|net|edu))?|test|invalid|host|hostname|server|domain(?:\.com)?|yourdomain(?:\.com)?)(?![\w.-])/i;

/** Fewer characters may be anything. */
const shortest = 5;

function readUserInfo({ match, secret, line }: MatchContext): Verdict | undefined {
  const user = match.slice('://'.length, match.indexOf(':', 3));
  const host = line.slice(line.indexOf(match) + match.length);
  // `postgres:postgres`, `guest:guest`: what an image is delivered with; what Oracle's pages show.
  if (user.toLowerCase() === secret.toLowerCase() || (user === 'scott' && secret === 'tiger')) return undefined;
  // `user[:password]@host`: brackets around what may be left out.
  if (user.endsWith('[')) return undefined;
  if (madeUpHost.test(host)) return { confidence: isStrong(secret) ? 'likely' : 'possible' };
  return { confidence: secret.length < shortest ? 'likely' : 'certain' };
}

/** What nobody makes up to show how an address is written: letters and digits, and enough of them. */
function isStrong(secret: string): boolean {
  return secret.length >= 8 && /[A-Za-z]/.test(secret) && /\d/.test(secret);
}
