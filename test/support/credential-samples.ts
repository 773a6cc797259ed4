// Made-up credentials of the kinds that no pattern alone describes: signed tokens, armoured keys, encoded pairs. Made at run time
// from a seed, so that no file of the repository holds one.

import { createRandom, type Random } from './seeded-random.ts';

/** By rule id. Rules that are not here are sampled from their pattern. */
export const credentialSamples: Readonly<Record<string, (seed: number) => string>> = {
  'private-key': seed => pem('PRIVATE KEY', createRandom(seed)),
  'private-key-base64': seed => Buffer.from(pem('RSA PRIVATE KEY', createRandom(seed))).toString('base64'),
  'putty-private-key': seed => createRandom(seed).text(base64, 64),
  'jwk-private-key': seed => createRandom(seed).text(base64url, 43),
  jwt: seed => token({ iss: 'https://issuer.test', sub: 'someone', exp: 4_102_444_800 }, createRandom(seed)),
  'supabase-service-role-jwt': seed => token({ iss: 'supabase', role: 'service_role', exp: 4_102_444_800 }, createRandom(seed)),
  'supabase-anon-jwt': seed => token({ iss: 'supabase', role: 'anon', exp: 4_102_444_800 }, createRandom(seed)),
  'url-password': seed => createRandom(seed).text(lettersAndDigits, 18),
  'url-parameter-key': seed => createRandom(seed).text(lettersAndDigits, 32),
  'otpauth-secret': seed => createRandom(seed).text('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 32),
  'bearer-token': seed => createRandom(seed).text(lettersAndDigits, 40),
  'basic-credentials': seed => Buffer.from(`deploy:${createRandom(seed).text(lettersAndDigits, 16)}`).toString('base64'),
  'header-key': seed => createRandom(seed).text(lettersAndDigits, 32),
  'curl-user-password': seed => createRandom(seed).text(lettersAndDigits, 16),
  'connection-string-password': seed => createRandom(seed).text(lettersAndDigits, 16),
  'sql-password': seed => createRandom(seed).text(lettersAndDigits, 16),
  'generic-api-key': seed => createRandom(seed).text(lettersAndDigits, 32),
  'generic-password': seed => createRandom(seed).text(lettersAndDigits, 14),
};

/** A line (or lines) in which the rule fires on the secret. */
export const credentialTexts: Readonly<Record<string, (secret: string) => string>> = {
  'putty-private-key': secret =>
    `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: key\nPublic-Lines: 1\nAAAA\nPrivate-Lines: 1\n${secret}\nPrivate-MAC: 00`,
  'jwk-private-key': secret => `{"kty":"OKP","crv":"Ed25519","d":"${secret}"}`,
  'url-password': secret => `DATABASE_URL=postgres://app:${secret}@db.internal:5432/app`,
  'url-parameter-key': secret => `curl https://api.internal/v1/items?api_key=${secret}`,
  'otpauth-secret': secret => `otpauth://totp/Shop:someone?secret=${secret}&issuer=Shop`,
  'bearer-token': secret => `Authorization: Bearer ${secret}`,
  'basic-credentials': secret => `Authorization: Basic ${secret}`,
  'header-key': secret => `X-Api-Key: ${secret}`,
  'curl-user-password': secret => `curl -u deploy:${secret} https://api.internal/`,
  'connection-string-password': secret => `Server=db;Database=app;User Id=app;Password=${secret};`,
  'sql-password': secret => `CREATE USER app IDENTIFIED BY '${secret}';`,
  'generic-api-key': secret => `apiKey = "${secret}"`,
  'generic-password': secret => `password = "${secret}"`,
};

/** A signed token with these claims. */
export function token(claims: Readonly<Record<string, unknown>>, random: Random): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${random.text(base64url, 43)}`;
}

/** A PEM block with that label and lines of chance in it. */
export function pem(label: string, random: Random, lines = 12): string {
  const edge = (word: string) => `${'-'.repeat(5)}${word} ${label}${'-'.repeat(5)}`;
  return [edge('BEGIN'), ...Array.from({ length: lines }, () => random.text(base64, 64)), edge('END')].join('\n');
}

const lettersAndDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const base64 = `${lettersAndDigits}+/`;
const base64url = `${lettersAndDigits}-_`;
