import assert from 'node:assert/strict';
import * as desktop from '../../../src/node/fingerprint.ts';
import { createFingerprint, newSalt, sha1 } from '../../../src/web/fingerprint.ts';

describe('fingerprint in a browser', () => {
  it('is the one of a desktop, so that a policy holds in both', () => {
    const salt = newSalt();
    for (const value of ['a value', 'ключ 🔑', '', 'x'.repeat(5000)]) {
      assert.equal(createFingerprint(salt)(value), desktop.createFingerprint(salt)(value));
      assert.equal(sha1(value), desktop.sha1(value));
    }
  });

  it('draws salts of 32 bytes', () => {
    assert.match(newSalt(), /^[0-9a-f]{64}$/);
    assert.notEqual(newSalt(), newSalt());
  });
});
