import assert from 'node:assert/strict';
import { decodeBase64, decodeBase64Text } from '../../../src/engine/base64.ts';

describe('base64', () => {
  it('decodes what Node encodes, of every length, in both alphabets, padded or not', () => {
    for (let length = 0; length < 40; length++) {
      const bytes = Buffer.from(Array.from({ length }, (_, i) => (i * 97 + length * 31) & 0xff));
      const expected = bytes.toString('latin1');
      assert.equal(decodeBase64(bytes.toString('base64')), expected);
      assert.equal(decodeBase64(bytes.toString('base64url')), expected);
    }
  });

  it('decodes UTF-8, percent signs included', () => {
    const text = 'größer als 100 % 💡';
    assert.equal(decodeBase64Text(Buffer.from(text).toString('base64')), text);
  });

  it('answers nothing for what is not base64', () => {
    assert.equal(decodeBase64('abc$'), undefined);
    assert.equal(decodeBase64('abcde'), undefined);
  });

  it('answers nothing for bytes that are no text', () => {
    assert.equal(decodeBase64Text(Buffer.from([0xff, 0xfe, 0x80]).toString('base64')), undefined);
  });
});
