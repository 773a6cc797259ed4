import assert from 'node:assert/strict';
import { crcBase62, endsWithItsCrc } from '../../../../src/engine/rules/crc-base62.ts';

describe('the checksum at the end of tokens', () => {
  it('is CRC-32 in six base-62 digits', () => {
    // The check value of CRC-32 is 0xcbf43926: 3·62⁵ + 45·62⁴ + 35·62³ + 27·62² + 22·62 + 14.
    assert.equal(crcBase62('123456789'), '3jZRME');
    assert.equal(crcBase62(''), '000000');
  });

  it('is told from any other end', () => {
    const token = `abc_${'0'.repeat(30)}${crcBase62('0'.repeat(30))}`;
    assert.ok(endsWithItsCrc(token, 4));
    assert.ok(!endsWithItsCrc(`${token.slice(0, -1)}!`, 4));
    assert.ok(!endsWithItsCrc(token, 3));
  });
});
