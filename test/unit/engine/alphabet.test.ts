import assert from 'node:assert/strict';
import { alphabetOf, endOfRun, isAt, startOfRun } from '../../../src/engine/alphabet.ts';

const letters = alphabetOf(/[a-z]/);

describe('A walk along a run', () => {
  it('ends where the alphabet, the text, or the most that is asked for does', () => {
    assert.equal(endOfRun('ab1cd', 0, 10, letters), 2);
    assert.equal(endOfRun('abcd', 1, 10, letters), 4);
    assert.equal(endOfRun('abcd', 1, 2, letters), 3);
    assert.equal(startOfRun('ab1cd', 5, 10, letters), 3);
    assert.equal(startOfRun('abcd', 3, 10, letters), 0);
    assert.equal(startOfRun('abcd', 3, 2, letters), 1);
  });

  it('sees no character outside of the text', () => {
    assert.equal(isAt('abc', 2, letters), true);
    assert.equal(isAt('abж', 2, letters), false);
    assert.equal(isAt('abc', 3, letters), false);
    assert.equal(isAt('abc', -1, letters), false);
  });
});
