// Walks over characters against the patterns that say the same: slower, and plainly right.

import assert from 'node:assert/strict';
import {
  capital,
  countOf,
  digit,
  hasMoreThan,
  kindsIn,
  letter,
  otherMark,
  small,
  tokenMark,
} from '../../../../../src/engine/scan/reasons/characters.ts';
import { entropyOf } from '../../../../../src/engine/scan/reasons/entropy.ts';
import { alphabetSize } from '../../../../../src/engine/scan/reasons/surprise.ts';
import { seededRandom } from '../../../../support/seeded-random.ts';

const alphabets = [
  '0123456789',
  '0123456789abcdef',
  'ABCDEF01',
  'abcxyz',
  'AbCzZ9',
  'Az9_+/=.-',
  'a!#\n\t *9',
  'aéİKſ😀ß',
  '\0\x7f\x80~',
  'aA',
];

/** Of each alphabet, and of two mixed. */
const values: readonly string[] = (() => {
  const random = seededRandom('characters', 1);
  const made = ['', '\u212a', 'İ', 'a'.repeat(300)];
  for (let round = 0; round < 3000; round++) {
    const alphabet = [...random.pick(alphabets), ...(random.below(3) === 0 ? random.pick(alphabets) : '')];
    made.push(Array.from({ length: random.below(24) }, () => random.pick(alphabet)).join(''));
  }
  return made;
})();

describe('the characters of a value', () => {
  it('are told by kind', () => {
    const patterns: readonly (readonly [number, RegExp])[] = [
      [digit, /[0-9]/],
      [small, /[a-z]/],
      [capital, /[A-Z]/],
      [letter, /[A-Za-z]/],
      [tokenMark, /[_+/=.-]/],
      [otherMark, /[^\w+/=.-]/],
    ];
    for (const value of values) {
      for (const [kind, pattern] of patterns) {
        assert.equal((kindsIn(value) & kind) !== 0, pattern.test(value), `${JSON.stringify(value)} ${pattern}`);
        assert.equal(countOf(value, kind), value.match(new RegExp(pattern, 'g'))?.length ?? 0, `${JSON.stringify(value)} ${pattern}`);
      }
    }
  });

  it('are counted without their case', () => {
    for (const value of values) {
      for (const few of [0, 1, 2, 3, 4, 5, value.length / 3]) {
        assert.equal(hasMoreThan(few, value), new Set(value.toLowerCase()).size > few, `${JSON.stringify(value)} ${few}`);
      }
    }
  });

  it('tell the size of the alphabet they are drawn from', () => {
    for (const value of values) assert.equal(alphabetSize(value), alphabetByPatterns(value), JSON.stringify(value));
  });

  it('tell the entropy, to the last bit, and leave nothing for the next value', () => {
    for (const value of values) assert.equal(entropyOf(value), entropyByMap(value), JSON.stringify(value));
  });
});

function alphabetByPatterns(value: string): number {
  if (/^[0-9]*$/.test(value)) return 10;
  if (/^(?:[0-9a-f]*|[0-9A-F]*)$/.test(value)) return 16;
  const letters = (/[a-z]/.test(value) ? 26 : 0) + (/[A-Z]/.test(value) ? 26 : 0);
  const marks = /[^A-Za-z0-9]/.test(value) ? (/^[\w+/=.-]*$/.test(value) ? 4 : 28) : 0;
  return letters + (/[0-9]/.test(value) ? 10 : 0) + marks;
}

function entropyByMap(value: string): number {
  const counts = new Map<string, number>();
  for (const unit of value.split('')) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}
