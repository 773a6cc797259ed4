// JSON Web Tokens, decoded offline: how they are signed, by whom they are issued, until when they are good.

import { decodeBase64Text } from '../base64.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';

const source = 'https://www.rfc-editor.org/rfc/rfc7519';

/** A base64url JSON object begins `{"`. Header and payload are objects, the signature has 256 bits or more. */
const signed = /(?<![\w-])(?<secret>eyJ[\w-]{10,2000}\.eyJ[\w-]{2,8000}\.[\w-]{40,1400})(?![\w-])/d;

export const jwtRules: readonly Rule[] = [
  {
    id: 'jwt',
    title: 'JSON Web Token',
    provider: 'generic',
    kind: 'token',
    keywords: ['eyj'],
    pattern: signed,
    reach: 12_000,
    confidence: 'certain',
    check: readToken,
    source,
  },
  {
    id: 'supabase-service-role-jwt',
    title: 'Supabase service_role key (JWT)',
    provider: 'supabase',
    kind: 'admin',
    keywords: [],
    pattern: signed,
    confidence: 'certain',
    variable: 'SUPABASE_SERVICE_ROLE_KEY',
    source: 'https://supabase.com/docs/guides/api/api-keys',
  },
  {
    id: 'supabase-anon-jwt',
    title: 'Supabase anon key (JWT)',
    provider: 'supabase',
    kind: 'publishable',
    keywords: [],
    pattern: signed,
    confidence: 'certain',
    alarm: false,
    variable: 'SUPABASE_ANON_KEY',
    source: 'https://supabase.com/docs/guides/api/api-keys',
  },
];

type Claims = Readonly<Record<string, unknown>>;

function readToken({ secret, now }: MatchContext): Verdict | undefined {
  const [head = '', body = ''] = secret.split('.');
  const header = readObject(head);
  const claims = readObject(body);
  if (!header || !claims || typeof header['alg'] !== 'string' || isDocumentedSample(claims)) return undefined;
  const facts = factsOf(header['alg'], claims, now);
  const ruleId = supabaseRule(claims);
  // An expired token opens nothing any more, but a place that held one will hold the next.
  const confidence = expiryOf(claims) < now ? 'likely' : 'certain';
  return { confidence, facts, ...(ruleId && { ruleId }) };
}

function supabaseRule({ iss, role }: Claims): string | undefined {
  if (typeof iss !== 'string' || !iss.includes('supabase')) return undefined;
  if (role === 'service_role') return 'supabase-service-role-jwt';
  return role === 'anon' ? 'supabase-anon-jwt' : undefined;
}

/** The token that jwt.io and countless tutorials show. */
function isDocumentedSample({ sub, name }: Claims): boolean {
  return sub === '1234567890' && name === 'John Doe';
}

function factsOf(algorithm: string, claims: Claims, now: number): readonly string[] {
  const facts = [`signed with ${plain(algorithm)}`];
  const { iss, role } = claims;
  if (typeof iss === 'string' && iss !== '') facts.push(`issuer ${plain(iss)}`);
  if (typeof role === 'string' && role !== '') facts.push(`role ${plain(role)}`);
  if (typeof claims['iat'] === 'number') facts.push(`issued ${dayOf(claims['iat'] * 1000)}`);
  const expiry = expiryOf(claims);
  if (expiry === Number.POSITIVE_INFINITY) facts.push('no expiry');
  else facts.push(`${expiry < now ? 'expired' : 'expires'} ${dayOf(expiry)}`);
  if (typeof claims['nbf'] === 'number' && claims['nbf'] * 1000 > now) facts.push(`not valid before ${dayOf(claims['nbf'] * 1000)}`);
  return facts;
}

/** In milliseconds since 1970; without `exp` a token never expires. */
function expiryOf({ exp }: Claims): number {
  return typeof exp === 'number' ? exp * 1000 : Number.POSITIVE_INFINITY;
}

/** The furthest moment a date can stand for (ECMA-262, time values). */
const lastMoment = 8.64e15;

function dayOf(milliseconds: number): string {
  if (Math.abs(milliseconds) > lastMoment) return 'at an impossible date';
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** Claims are foreign text: short, without control characters or line ends. */
function plain(text: string): string {
  return text.replace(/[^\w .:/@-]/g, '').slice(0, 60);
}

function readObject(part: string): Claims | undefined {
  const text = decodeBase64Text(part);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Claims) : undefined;
  } catch {
    // Not JSON, so not a token: an expected answer, which the language gives by throwing.
    return undefined;
  }
}
