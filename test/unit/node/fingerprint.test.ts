import assert from 'node:assert/strict';
import { createFingerprint, newSalt } from '../../../src/node/fingerprint.ts';

describe('fingerprint', () => {
  it('gives equal values equal fingerprints under one salt', () => {
    const fingerprint = createFingerprint('00ff'.repeat(16));
    assert.equal(fingerprint('a value'), fingerprint('a value'));
    assert.notEqual(fingerprint('a value'), fingerprint('a valuE'));
  });

  it('is 32 hex digits of HMAC-SHA-256 (RFC 4231, test case 2)', () => {
    const key = Buffer.from('Jefe').toString('hex');
    assert.equal(createFingerprint(key)('what do ya want for nothing?'), '5bdcc146bf60754e6a042426089575c7');
  });

  it('tells nothing across projects', () => {
    assert.notEqual(createFingerprint(newSalt())('a value'), createFingerprint(newSalt())('a value'));
  });

  it('draws salts of 32 bytes', () => {
    assert.match(newSalt(), /^[0-9a-f]{64}$/);
    assert.notEqual(newSalt(), newSalt());
  });
});
