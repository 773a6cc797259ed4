import assert from 'node:assert/strict';
import { entropyOf } from '../../../../../src/engine/scan/reasons/entropy.ts';
import { randomBits } from '../../../../../src/engine/scan/reasons/surprise.ts';
import { characters } from '../../../../support/sample-makers.ts';
import { seededRandom } from '../../../../support/seeded-random.ts';

const alphabets = {
  'small letters': 'abcdefghijklmnopqrstuvwxyz',
  hex: '0123456789abcdef',
  base32: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  'letters and digits': 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
};

const names = `getElementById createTextNode MAX_RETRY_COUNT content-security-policy application.properties authorizationEndpoint
  user_session_repository InvalidArgumentException background-color org.apache.commons.lang XMLHttpRequest base64Encode node_modules
  customer_invoice_line_items isAuthenticatedRequest publicKeyAlgorithm expiresAfterSeconds defaultConnectionPool utf8mb4_unicode`.split(
  /\s+/,
);

describe('the surprise of a value', () => {
  it('is below nothing for names that people write', () => {
    const surprising = names.filter(name => randomBits(name) > 0);
    assert.deepEqual(surprising, []);
  });

  for (const [title, alphabet] of Object.entries(alphabets)) {
    it(`is above 10 bits for 19 of 20 random values of 16 characters: ${title}`, () => {
      const random = seededRandom(title, 1);
      const values = Array.from({ length: 400 }, () => characters(random, alphabet, 16));
      assert.ok(values.filter(value => randomBits(value) > 10).length >= 380);
    });
  }

  it('grows with the length of a random value', () => {
    const value = characters(seededRandom('length', 1), alphabets['letters and digits'], 40);
    assert.ok(randomBits(value) > randomBits(value.slice(0, 20)));
    assert.ok(randomBits(value.slice(0, 20)) > randomBits(value.slice(0, 10)));
  });
});

describe('the entropy of a value', () => {
  it('is nothing for one character repeated, and the logarithm of their number for characters that all differ', () => {
    assert.equal(entropyOf('aaaaaaaa'), 0);
    assert.equal(entropyOf('abcdefgh'), 3);
    assert.equal(entropyOf(''), 0);
  });
});
