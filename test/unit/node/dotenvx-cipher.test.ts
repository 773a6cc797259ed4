// Values are encrypted and opened as dotenvx does it.
import assert from 'node:assert/strict';
import { dotenvxCipher as cipher } from '../../../src/node/dotenvx-cipher.ts';
import { nastyValues } from '../../support/nasty-values.ts';

const pair = cipher.newKeyPair();

function encrypt(value: string): string {
  return cipher.encrypt(pair.publicKey, value) ?? assert.fail('not encrypted');
}

/** With one byte of the decoded value changed. */
function tampered(encrypted: string, at: number): string {
  const bytes = Buffer.from(encrypted.slice('encrypted:'.length), 'base64');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return `encrypted:${bytes.toString('base64')}`;
}

describe('the cipher of environment files', () => {
  it('opens what it encrypted', () => {
    for (const value of nastyValues) assert.deepEqual(cipher.decrypt(pair.privateKey, encrypt(value)), { kind: 'opened', value });
  });

  it('lays a value out as point, nonce, tag and ciphertext', () => {
    const bytes = Buffer.from(encrypt('eleven char').slice('encrypted:'.length), 'base64');
    assert.deepEqual([bytes.length, bytes[0]], [65 + 16 + 16 + 11, 4]);
  });

  it('encrypts the same value differently each time', () => {
    assert.equal(new Set(Array.from({ length: 5 }, () => encrypt('same'))).size, 5);
  });

  it('does not open a value with another key, or one that was changed anywhere', () => {
    const encrypted = encrypt('a secret');
    assert.deepEqual(cipher.decrypt(cipher.newKeyPair().privateKey, encrypted), { kind: 'not opened' });
    for (const at of [65, 80, 81, 96, 97, 104])
      assert.deepEqual(cipher.decrypt(pair.privateKey, tampered(encrypted, at)), { kind: 'not opened' });
    // A point that is not on the curve.
    assert.deepEqual(cipher.decrypt(pair.privateKey, tampered(encrypted, 40)), { kind: 'malformed' });
  });

  it('says of a value that is cut or never was one that it is malformed', () => {
    const encrypted = encrypt('a secret');
    const broken = [
      'encrypted:',
      'encrypted:AAAA',
      'plain',
      encrypted.slice(0, 60),
      encrypted.replace(/.$/, '!'),
      `encrypted:${'A'.repeat(160)}`,
    ];
    for (const value of broken) assert.deepEqual(cipher.decrypt(pair.privateKey, value), { kind: 'malformed' }, value.slice(0, 20));
    // Cut behind the tag: it cannot be told from one that was changed.
    assert.deepEqual(cipher.decrypt(pair.privateKey, encrypted.slice(0, -4)), { kind: 'not opened' });
  });

  it('takes no text for a key that is none', () => {
    for (const text of ['', 'zz', '00'.repeat(32), 'ff'.repeat(32), pair.privateKey.slice(2)]) {
      assert.equal(cipher.publicKeyOf(text), undefined);
      assert.equal(cipher.encrypt(text, 'value'), undefined);
      assert.equal(cipher.decrypt(text, encrypt('value')).kind, 'not opened');
    }
  });

  it('refuses what UTF-8 cannot hold rather than store something else', () => {
    assert.throws(() => encrypt('half a pair: \ud800'));
  });
});
