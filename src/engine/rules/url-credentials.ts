// Credentials that travel in addresses: user:password@host, secret query parameters, one-time-password links.

import { alphabetOf, endOfRun, isAt, startOfRun } from '../alphabet.ts';
import { kindOfName } from '../scan/reasons/name.ts';
import { randomBits, surelyRandom } from '../scan/reasons/surprise.ts';
import { providerOfHost } from './provider-of-host.ts';
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
    check: readHost,
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
    id: 'url-user-token',
    title: 'Token as the user of a URL',
    provider: 'generic',
    kind: 'token',
    keywords: ['://'],
    // `x-oauth-basic` is what GitHub wants for a password then.
    pattern: /:\/\/(?<secret>[A-Za-z0-9_-]{20,255})(?::(?:x-oauth-basic)?)?@(?=[A-Za-z0-9-]{1,63}\.)/d,
    glance: mayBeToken,
    confidence: 'likely',
    doubts: ['template', 'placeholder', 'plain-value', 'sequence', 'entropy', 'random', 'test-path'],
    check: readTokenHost,
    source: 'https://github.blog/2012-09-21-easier-builds-and-deployments-using-git-over-https-and-oauth/',
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

const tokenCharacters = alphabetOf(/[A-Za-z0-9_-]/);
const tokenEnds = alphabetOf(/[@:]/);
const shortestToken = 20;

function mayBeToken(text: string, keyword: number): boolean {
  const start = keyword + '://'.length;
  const end = endOfRun(text, start, 255, tokenCharacters);
  return end - start >= shortestToken && isAt(text, end, tokenEnds);
}

/** `ssh://APKA…@git-codecommit…` names a key that is elsewhere; a client key of Sentry's protocol is for everyone. */
function readTokenHost({ match, line }: MatchContext): Verdict | undefined {
  const start = line.indexOf(match);
  if (!/(?:https?|git|wss?|ftps?)$/i.test(line.slice(0, start))) return undefined;
  const [, host = '', path = ''] = /^([A-Za-z0-9.-]+)(?::\d+)?(\/[^\s"'`<>?#]*)?/.exec(line.slice(start + match.length)) ?? [];
  if (/sentry|(?:^|\.)ingest\./i.test(host) || /\/\d+\/?$/.test(path)) return undefined;
  return ofHost(host.toLowerCase(), 'likely');
}

/** Addresses of interfaces, where `key` can only be one to them. */
const interfaceAddress = /^(?:[\w-]{1,40}[.-])?api[\w-]{0,10}\.|\/(?:api|rest|v\d(?:\.\d)?)\//;

function readHost({ match, line, name, secret }: MatchContext): Verdict {
  const address = line.slice(0, line.indexOf(match)).split('://').at(-1) ?? '';
  const host = /^[A-Za-z0-9.-]*/.exec(address)?.[0].toLowerCase() ?? '';
  const isTold = interfaceAddress.test(address.toLowerCase()) && kindOfName(name) === 'weak' && randomBits(secret) >= surelyRandom;
  return ofHost(host, isTold ? 'certain' : 'likely');
}

function ofHost(host: string, confidence: Verdict['confidence']): Verdict {
  const provider = providerOfHost(host);
  return provider ? { confidence, provider: provider.id, facts: [`the address is ${provider.title}’s`] } : { confidence };
}

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

/** A host elsewhere: more than one label, and none of those that only a network of one's own knows. */
const remoteHost =
  /^(?!(?:[\w-]{1,60}\.){0,5}(?:example|local|localhost|localdomain|internal|intern|lan|home|corp|svc|test|invalid|host|domain|company|server)\b)(?:[\w-]{1,60}\.){1,5}[a-z]{2,12}(?![\w.-])/i;

/** Users that images come with and pages show. */
const commonUsers =
  /^(?:(?:my|your|some|db|the)?[_-]?(?:user(?:name)?|usr|name|login|account|password|passwd|pass|token|secret)|admin|administrator|root|test(?:er|ing)?|guest|demo|postgres|mysql|redis|mongo(?:db)?|rabbitmq|elastic|minio|neo4j|default|anonymous|git|oauth2?|foo|bar|me|joe|alice|bob|x+)\d{0,3}$/i;

/** `preet42:preet42@cluster0.mongodb.net`: somebody's, and the first that anybody tries. */
function isOwnName(user: string): boolean {
  return user.length >= shortest && !commonUsers.test(user);
}

function readUserInfo({ match, secret, line }: MatchContext): Verdict | undefined {
  const user = match.slice('://'.length, match.indexOf(':', 3));
  const host = line.slice(line.indexOf(match) + match.length);
  // `postgres:postgres`, `guest:guest`: what an image is delivered with; what Oracle's pages show.
  if (user === 'scott' && secret === 'tiger') return undefined;
  if (user.toLowerCase() === secret.toLowerCase()) return isOwnName(user) && remoteHost.test(host) ? { confidence: 'likely' } : undefined;
  // `user[:password]@host`, `[user:password]@host`: brackets around what may be left out.
  if (user.endsWith('[') || (user.includes('[') && secret.endsWith(']'))) return undefined;
  if (madeUpHost.test(host)) return { confidence: isStrong(secret) ? 'likely' : 'possible' };
  return { confidence: secret.length < shortest ? 'likely' : 'certain' };
}

/** What nobody makes up to show how an address is written: letters and digits, and enough of them. */
function isStrong(secret: string): boolean {
  return secret.length >= 8 && /[A-Za-z]/.test(secret) && /\d/.test(secret);
}
