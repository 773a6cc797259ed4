import assert from 'node:assert/strict';
import { plainly } from '../../../../../src/engine/scan/reasons/plainly.ts';

describe('plainly', () => {
  it('says what base64 of readable characters says, beside the value itself', () => {
    const encoded = Buffer.from('changeme\n').toString('base64');
    assert.deepEqual(plainly(encoded), [encoded, 'changeme']);
  });

  it('leaves values alone that decode to bytes, or are no base64', () => {
    for (const value of ['AAECAwQF', 'pass-word', 'abc']) assert.deepEqual(plainly(value), [value]);
  });
});
