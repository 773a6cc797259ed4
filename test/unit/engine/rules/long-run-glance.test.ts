import assert from 'node:assert/strict';
import { hasLongRun, hasRunWithDigit } from '../../../../src/engine/rules/long-run-glance.ts';

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
