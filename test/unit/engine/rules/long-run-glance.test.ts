import assert from 'node:assert/strict';
import { alphabetOf } from '../../../../src/engine/alphabet.ts';
import { findLongRun } from '../../../../src/engine/rules/long-run-glance.ts';

const letters = alphabetOf(/[a-z]/);

describe('a glance for long runs', () => {
  it('sees a run wherever it begins in the room, the last place included', () => {
    for (let ahead = 0; ahead <= 20; ahead++) {
      assert.equal(findLongRun(`${' '.repeat(ahead)}${'x'.repeat(10)} y`, 0, 10, 20, letters), ahead);
    }
    assert.equal(findLongRun(`${' '.repeat(21)}${'x'.repeat(10)}`, 0, 10, 20, letters), -1);
  });

  it('takes no run that is too short, or broken by a character of another alphabet', () => {
    assert.equal(findLongRun('x'.repeat(9), 0, 10, 20, letters), -1);
    for (const sign of [' ', '\n', '"', 'A', '0', 'é', 'ж'])
      assert.equal(findLongRun(`${'x'.repeat(9)}${sign}${'x'.repeat(9)}`, 0, 10, 20, letters), -1);
  });

  it('reads nothing ahead of its start', () => {
    assert.equal(findLongRun('x'.repeat(15), 6, 10, 20, letters), -1);
  });
});
