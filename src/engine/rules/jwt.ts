// JSON Web Tokens, decoded offline: how they are signed, by whom they are issued, until when and for how long they are good.

import { type Claims, dayOf, lastMoment, momentOf, never, readObject } from './jwt-claims.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';

const source = 'https://www.rfc-editor.org/rfc/rfc7519';

/**
 * A base64url JSON object begins `{"`. Header and payload are objects, the signature has 256 bits or more, or is left out (RFC 7519,
 * section 6): then the last dot ends the token. More dots are an ellipsis.
 */
const token = /(?<![\w-])(?<secret>eyJ[\w-]{10,2000}\.eyJ[\w-]{2,8000}\.(?:[\w-]{40,1400}(?![\w-])|(?![\w.-])))/d;

export const jwtRules: readonly Rule[] = [
  {
    id: 'jwt',
    title: 'JSON Web Token',
    provider: 'generic',
    kind: 'token',
    keywords: ['eyj'],
    pattern: token,
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
    pattern: token,
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
    pattern: token,
    confidence: 'certain',
    alarm: false,
    variable: 'SUPABASE_ANON_KEY',
    source: 'https://supabase.com/docs/guides/api/api-keys',
  },
];

function readToken({ secret, now }: MatchContext): Verdict | undefined {
  const [head = '', body = '', signature = ''] = secret.split('.');
  const header = readObject(head);
  const claims = readObject(body);
  if (!header || !claims || typeof header['alg'] !== 'string' || isDocumentedSample(claims)) return undefined;
  const isUnsigned = header['alg'].toLowerCase() === 'none';
  // Cut off by who shows it.
  if (signature === '' && !isUnsigned) return undefined;
  const facts = [isUnsigned ? 'not signed (`alg` is `none`): anyone can make one' : `signed with ${plain(header['alg'])}`];
  facts.push(...originOf(claims), ...datesOf(claims, now));
  const ruleId = supabaseRule(claims);
  // An expired or unsigned token opens nothing where tokens are checked, but a place that held one will hold the next.
  const confidence = isUnsigned || momentOf(claims['exp']) < now ? 'likely' : 'certain';
  return { confidence, facts, ...(ruleId && { ruleId }) };
}

function supabaseRule({ iss, role }: Claims): string | undefined {
  if (typeof iss !== 'string' || !iss.includes('supabase')) return undefined;
  if (role === 'service_role') return 'supabase-service-role-jwt';
  return role === 'anon' ? 'supabase-anon-jwt' : undefined;
}

/** The tokens that jwt.io, PyJWT's pages, RFC 7519 and countless tutorials show. */
function isDocumentedSample({ sub, name, some, iss, exp }: Claims): boolean {
  return (sub === '1234567890' && name === 'John Doe') || some === 'payload' || (iss === 'joe' && exp === 1300819380);
}

function originOf({ iss, role }: Claims): readonly string[] {
  const facts: string[] = [];
  if (typeof iss === 'string' && plain(iss) !== '') facts.push(`issuer ${plain(iss)}`);
  if (typeof role === 'string' && plain(role) !== '') facts.push(`role ${plain(role)}`);
  return facts;
}

function datesOf({ iat, nbf, exp }: Claims, now: number): readonly string[] {
  const facts: string[] = [];
  const [issued, begin, expiry] = [momentOf(iat), momentOf(nbf), momentOf(exp)];
  if (Number.isFinite(issued)) facts.push(`issued ${dayOf(issued)}`);
  if (expiry === never) facts.push('no expiry');
  else facts.push(`${expiry < now ? 'expired' : 'expires'} ${dayOf(expiry)}`);
  const lifetime = expiry - (begin === never ? issued : begin);
  if (lifetime > 0 && expiry <= lastMoment) facts.push(`valid for ${lengthOf(lifetime)}`);
  if (begin !== never && begin > now) facts.push(`not valid before ${dayOf(begin)}`);
  return facts;
}

const [minute, hour, day, year] = [60_000, 3_600_000, 86_400_000, 365.25 * 86_400_000];

/** In the largest unit that leaves two or more of it: `90 minutes`, `36 hours`, `90 days`. */
function lengthOf(milliseconds: number): string {
  const units = [
    { size: year, name: 'years' },
    { size: day, name: 'days' },
    { size: hour, name: 'hours' },
    { size: minute, name: 'minutes' },
  ];
  const unit = units.find(({ size }) => milliseconds >= 2 * size);
  return unit ? `${Math.round(milliseconds / unit.size)} ${unit.name}` : `${Math.round(milliseconds / 1000)} seconds`;
}

/** Claims are foreign text: short, without control characters or line ends. */
function plain(text: string): string {
  return text.replace(/[^\w .:/@-]/g, '').slice(0, 60);
}
