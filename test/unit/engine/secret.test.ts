import assert from 'node:assert/strict';
import { mask } from '../../../src/engine/secret.ts';

describe('the mask of a value', () => {
  it('shows nothing of a short one, not even its length', () => {
    for (const value of ['', 'a', 'hunter2', '12345678901']) assert.equal(mask(value), '••••••••');
  });

  it('shows two characters of a middling one', () => {
    assert.equal(mask('abcdefghijkl'), 'ab…');
    assert.equal(mask('abcdefghijklmnopqrs'), 'ab…');
  });

  it('shows how a long one begins and ends', () => {
    assert.equal(mask('abcdefghijklmnopqrst'), 'abcd…st');
  });

  it('stands on one line', () => {
    assert.equal(mask('ab\ncd\r\nef ghijklmnopqrstuv\n'), 'ab c…uv');
  });

  it('shows what kind of key is in an armour, and nothing of the key', () => {
    const armour = ['-----', 'BEGIN RSA PRIVATE KEY', '-----'].join('');
    assert.equal(mask(`${armour}\nc2VjcmV0IHRoaW5n\n`), '-----BEGIN RSA PRIVATE KEY…');
  });
});
