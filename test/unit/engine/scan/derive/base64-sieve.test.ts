import assert from 'node:assert/strict';
import { createBase64Sieve, type SieveBase64, searchBase64 } from '../../../../../src/engine/scan/derive/base64-sieve.ts';
import { decodeBase64Runs } from '../../../../../src/engine/scan/derive/decode-base64-runs.ts';
import { DerivedText } from '../../../../../src/engine/scan/derive/derived-text.ts';
import { seededRandom } from '../../../../support/seeded-random.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

describe('the sieve for base64', () => {
  const random = seededRandom('base64 sieve', 1);
  const sieves = [createBase64Sieve(undefined), createBase64Sieve(new TextEncoder())];

  function places(text: string): readonly number[] {
    const [slow = [], fast] = sieves.map(sieve => {
      const found: number[] = [];
      sieve(text, place => found.push(place));
      return found;
    });
    assert.deepEqual(fast, slow, 'a copy by an encoder is the same copy');
    return slow;
  }

  function readable(length: number): string {
    const codes = [9, 10, 13, ...Array.from({ length: 0x5f }, (_, index) => 0x20 + index)];
    return String.fromCharCode(...Array.from({ length }, () => random.pick(codes)));
  }

  function hasPlaceIn(text: string, start: number): boolean {
    return places(text).some(place => place >= start && place < start + 24);
  }

  it('lets no run pass by that decodes to readable text, wherever it begins', () => {
    for (let round = 0; round < 400; round++) {
      const before = ' '.repeat(random.below(40));
      const encoded = btoa(readable(18 + random.below(6))).replace(/=+$/, '');
      assert.ok(hasPlaceIn(`${before}${encoded}`, before.length), `${before.length} ${encoded}`);
    }
  });

  it('sees runs that lie across the edge of two blocks', () => {
    for (let ahead = 65_470; ahead <= 65_570; ahead++) {
      const text = `${'-'.repeat(ahead)}${btoa(readable(18))}`;
      assert.ok(hasPlaceIn(text, ahead), `${ahead}`);
    }
  });

  it('leads to the same texts as a search without a table', () => {
    const decodedBy = (text: string, sieve: SieveBase64): string => {
      const derived = new DerivedText();
      decodeBase64Runs(text, sieve, derived);
      return derived.text;
    };
    let decoded = 0;
    for (let round = 0; round < 400; round++) {
      const pieces = [
        () => btoa(readable(random.below(60))),
        () => Array.from({ length: random.below(60) }, () => random.pick([...letters])).join(''),
        () => random.pick([' ', '=', '"', '\n', '-', 'name = "', '//# sourceMappingURL=data:application/json;base64,']),
      ];
      const text = Array.from({ length: 12 }, () => random.pick(pieces)()).join('');
      const plainly = decodedBy(text, searchBase64);
      for (const sieve of sieves) assert.equal(decodedBy(text, sieve), plainly, text);
      if (plainly !== '') decoded++;
    }
    assert.ok(decoded > 100, `${decoded}`);
  });

  it('leaves little of what is random', () => {
    const text = Array.from({ length: 100_000 }, () => random.pick([...letters])).join('');
    assert.ok(places(text).length < 100, `${places(text).length}`);
  });
});
