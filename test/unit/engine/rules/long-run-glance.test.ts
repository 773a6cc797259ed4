import assert from 'node:assert/strict';
import { hasLongRun } from '../../../../src/engine/rules/long-run-glance.ts';

describe('a glance for long runs', () => {
  it('sees a run wherever it begins in the room, the last place included', () => {
    for (let ahead = 0; ahead <= 20; ahead++) {
      assert.equal(hasLongRun(`${' '.repeat(ahead)}${'x'.repeat(10)} y`, 0, 10, 20), true, `after ${ahead}`);
    }
    assert.equal(hasLongRun(`${' '.repeat(21)}${'x'.repeat(10)}`, 0, 10, 20), false);
  });

  it('takes no run that is too short, or broken by white space, a quote or a backslash', () => {
    assert.equal(hasLongRun('x'.repeat(9), 0, 10, 20), false);
    for (const sign of [' ', '\n', '"', "'", '`', '\\'])
      assert.equal(hasLongRun(`${'x'.repeat(9)}${sign}${'x'.repeat(9)}`, 0, 10, 20), false);
  });

  it('reads nothing ahead of its start', () => {
    assert.equal(hasLongRun('x'.repeat(15), 6, 10, 20), false);
  });
});
