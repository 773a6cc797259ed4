import assert from 'node:assert/strict';
import { addPlaceholder, setVariable } from '../../../../src/engine/env-file/set-variable.ts';

describe('setVariable', () => {
  it('adds a line and keeps everything else', () => {
    assert.deepEqual(setVariable('# a\nB = 2\n\nC="x # y" # z\n', 'KEY', 'v1'), {
      kind: 'written',
      text: '# a\nB = 2\n\nC="x # y" # z\nKEY=v1\n',
      exceptShells: false,
    });
  });

  it('ends a last line that is open, with the line ends of the file', () => {
    assert.deepEqual(setVariable('A=1\r\nB=2', 'KEY', 'v1'), { kind: 'written', text: 'A=1\r\nB=2\r\nKEY=v1\r\n', exceptShells: false });
  });

  it('begins an empty file', () => {
    assert.deepEqual(setVariable('', 'KEY', 'v1'), { kind: 'written', text: 'KEY=v1\n', exceptShells: false });
  });

  it('fills a placeholder where it stands', () => {
    for (const [before, after] of [
      ['A=1\nKEY=\nB=2\n', 'A=1\nKEY=v1\nB=2\n'],
      ['KEY=""\n', 'KEY=v1\n'],
      ["export KEY = '' # why\n", 'export KEY =v1 # why\n'],
      ['KEY=', 'KEY=v1'],
    ])
      assert.deepEqual(setVariable(before ?? '', 'KEY', 'v1'), { kind: 'written', text: after, exceptShells: false });
  });

  it('knows the value that is there, and another one', () => {
    assert.equal(setVariable("KEY='v1'\n", 'KEY', 'v1').kind, 'same');
    assert.equal(setVariable('KEY=v1\nKEY=v2\n', 'KEY', 'v2').kind, 'same');
    assert.equal(setVariable('KEY=v2\n', 'KEY', 'v1').kind, 'conflict');
    assert.equal(setVariable('MY_KEY=v2\n# KEY=v3\n', 'KEY', 'v1').kind, 'written');
  });

  it('refuses what would change another variable', () => {
    assert.equal(setVariable("A='open\n", 'KEY', 'a b').kind, 'refused');
  });

  it('refuses names that are none', () => {
    for (const name of ['', 'A B', '1A', 'A=B', 'A\nB']) assert.equal(setVariable('', name, 'v1').kind, 'refused');
  });
});

describe('addPlaceholder', () => {
  it('adds the name once', () => {
    assert.deepEqual(addPlaceholder('A=\n', 'KEY'), { kind: 'written', text: 'A=\nKEY=\n', exceptShells: false });
    assert.deepEqual(addPlaceholder('KEY=your-key\n', 'KEY'), { kind: 'same' });
  });
});
