import assert from 'node:assert/strict';
import { signedToken } from '../../../support/credential-samples.ts';
import { scanSample, testClock } from '../../../support/scan-sample.ts';
import { seededRandom } from '../../../support/seeded-random.ts';

const day = 86_400;
const today = testClock / 1000;

function scanToken(claims: Readonly<Record<string, unknown>>) {
  return scanSample(`session = "${signedToken(claims, seededRandom('jwt', 1))}"`);
}

/** With the dot that stands for the signature. */
function unsignedToken(claims: Readonly<Record<string, unknown>>): string {
  const part = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
}

describe('a JSON Web Token', () => {
  it('is flagged whole, with what it says of itself', () => {
    const secret = signedToken({ iss: 'https://login.internal', iat: today, exp: today + day }, seededRandom('jwt', 2));
    const [finding] = scanSample(`Cookie: session=${secret}; theme=dark`);
    assert.equal(finding?.value, secret);
    assert.equal(finding?.ruleId, 'jwt');
    assert.equal(finding?.confidence, 'certain');
    assert.deepEqual(finding?.facts, [
      'signed with HS256',
      'issuer https://login.internal',
      'issued 2026-01-01',
      'expires 2026-01-02',
      'valid for 24 hours',
    ]);
  });

  it('is less alarming once it has expired', () => {
    const [finding] = scanToken({ exp: today - day });
    assert.equal(finding?.confidence, 'likely');
    assert.ok(finding?.facts.includes('expired 2025-12-31'));
  });

  it('is said to have no expiry when it has none', () => {
    assert.ok(scanToken({ sub: 'someone' })[0]?.facts.includes('no expiry'));
  });

  it('is said how long it is good for, from the day it begins', () => {
    const lengths = [
      [{ iat: today, exp: today + 90 * day }, 'valid for 90 days'],
      [{ iat: today - 30 * day, nbf: today, exp: today + 7 * day }, 'valid for 7 days'],
      [{ iat: today, exp: today + 5400 }, 'valid for 90 minutes'],
      [{ iat: today, exp: today + 10 * 365.25 * day }, 'valid for 10 years'],
    ] as const;
    for (const [claims, fact] of lengths) assert.ok(scanToken(claims)[0]?.facts.includes(fact), fact);
    const facts = [{ exp: today + day }, { iat: today }, { iat: today, exp: today - day }].flatMap(
      claims => scanToken(claims)[0]?.facts ?? [],
    );
    assert.ok(facts.length > 0 && !facts.some(fact => fact.startsWith('valid')));
  });

  it('is said not to be signed when its algorithm is none', () => {
    const secret = unsignedToken({ iss: 'internal', exp: today + day });
    const [finding] = scanSample(`session = "${secret}"`);
    assert.equal(finding?.value, secret);
    assert.equal(finding?.confidence, 'likely');
    assert.ok(finding?.facts.includes('not signed (`alg` is `none`): anyone can make one'));
  });

  it('is no token when it is cut off', () => {
    const cut = signedToken({ sub: 'someone' }, seededRandom('jwt', 3)).replace(/[^.]+$/, '');
    assert.deepEqual(scanSample(`session = "${cut}"`), []);
    assert.deepEqual(scanSample(`session = "${unsignedToken({ sub: 'someone' })}.."`), []);
  });

  it('is said not to be valid yet', () => {
    assert.ok(scanToken({ nbf: today + day })[0]?.facts.includes('not valid before 2026-01-02'));
  });

  it('tells impossible dates without failing', () => {
    assert.ok(scanToken({ exp: 1e300 })[0]?.facts.some(fact => fact.includes('impossible')));
  });

  it('has its claims told without control characters and cut short', () => {
    const fact = scanToken({ iss: `a\n\u001b[31m<b>${'x'.repeat(500)}` })[0]?.facts.find(each => each.startsWith('issuer'));
    assert.match(fact ?? '', /^issuer [\w .:/@-]{1,60}$/);
  });

  it('is a service_role key when Supabase issued it for that role', () => {
    assert.equal(scanToken({ iss: 'supabase', role: 'service_role' })[0]?.ruleId, 'supabase-service-role-jwt');
  });

  it('raises no alarm when Supabase issued it for everyone', () => {
    assert.deepEqual(scanToken({ iss: 'supabase', role: 'anon' }), []);
  });

  it('is not flagged when it is the one that tutorials show', () => {
    assert.deepEqual(
      scanToken({ sub: '1234567890', name: 'John Doe', iat: 1516239022 }).filter(({ ruleId }) => ruleId === 'jwt'),
      [],
    );
  });
});
