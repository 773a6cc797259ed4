import assert from 'node:assert/strict';
import { endOfRun, hasLongRun, hasRunWithDigit, isAt, startOfRun } from '../../../../src/engine/rules/long-run-glance.ts';
import { shapeOf } from '../../../../src/engine/rules/shape-of.ts';

const letters = shapeOf(/[a-z]/).alphabet;

describe('a glance for long runs', () => {
  it('sees a run wherever it begins in the room, the last place included', () => {
    for (let ahead = 0; ahead <= 20; ahead++) {
      assert.equal(hasLongRun(`${' '.repeat(ahead)}${'x'.repeat(10)} y`, 0, 10, 20, letters), true, `after ${ahead}`);
    }
    assert.equal(hasLongRun(`${' '.repeat(21)}${'x'.repeat(10)}`, 0, 10, 20, letters), false);
  });

  it('takes no run that is too short, or broken by a character of another alphabet', () => {
    assert.equal(hasLongRun('x'.repeat(9), 0, 10, 20, letters), false);
    for (const sign of [' ', '\n', '"', 'A', '0', 'é', 'ж'])
      assert.equal(hasLongRun(`${'x'.repeat(9)}${sign}${'x'.repeat(9)}`, 0, 10, 20, letters), false);
  });

  it('reads nothing ahead of its start', () => {
    assert.equal(hasLongRun('x'.repeat(15), 6, 10, 20, letters), false);
  });
});

describe('a glance for runs with a digit', () => {
  it('sees them wherever they and their digit stand in the room', () => {
    for (const run of ['1xxxxxxxxx', 'xxxxx1xxxx', 'xxxxxxxxx1', 'xxxxxxxxxxxxxxxxx1']) {
      for (const ahead of ['', ' ', 'x = "', '"1", "', 'xxxxxxxxxxxx "'])
        assert.equal(hasRunWithDigit(`${ahead}${run}"`, 0, 10, 20, 40), true, ahead + run);
    }
    assert.equal(hasRunWithDigit(`${' '.repeat(20)}xxxxxxxxx1`, 0, 10, 20, 40), true);
    assert.equal(hasRunWithDigit(`${' '.repeat(21)}xxxxxxxxx1`, 0, 10, 20, 40), false);
  });

  it('takes no run without a digit, too short, or broken, and no digit too far away', () => {
    for (const text of ['xxxxxxxxxxxx', 'xxxxxxxx1', 'xxxxx1 xxxxx', '1 xxxxxxxxxx', 'xxxxx1éxxxxx', `${'x'.repeat(40)}1`]) {
      assert.equal(hasRunWithDigit(text, 0, 10, 20, 20), false, text);
    }
  });
});

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
