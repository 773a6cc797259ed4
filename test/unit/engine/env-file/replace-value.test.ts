import assert from 'node:assert/strict';
import { replaceValue } from '../../../../src/engine/env-file/replace-value.ts';
import { applyTextEdits } from '../../../../src/engine/fixes/apply-text-edits.ts';

const value = ['new', 'Zk4q', '9Lm2'].join('-');

describe('another value in a row of an environment file', () => {
  const cases: readonly (readonly [does: string, before: string, line: number, after: string])[] = [
    ['takes the place of a bare one', 'A=1\nKEY=old\nB=2\n', 1, `A=1\nKEY=${value}\nB=2\n`],
    ['takes the quotes along, and leaves the comment', "KEY='old one' # mine\n", 0, `KEY=${value} # mine\n`],
    ['keeps export and spaces', 'export KEY = old\r\n', 0, `export KEY = ${value}\r\n`],
    ['fills an empty row', 'KEY=\n', 0, `KEY=${value}\n`],
    ['changes the row that was meant of several', 'KEY=a\nKEY=b\n', 1, `KEY=a\nKEY=${value}\n`],
  ];
  for (const [does, before, line, after] of cases) {
    it(does, () => {
      const replaced = replaceValue(before, 'KEY', line, value);
      assert.equal(replaced.kind === 'edit' && applyTextEdits(before, [replaced.edit]), after);
    });
  }

  it('is quoted where it must be', () => {
    const replaced = replaceValue('KEY=old\n', 'KEY', 0, 'two words');
    assert.equal(replaced.kind === 'edit' && replaced.edit.newText, "'two words'");
  });

  it('is refused where the row has gone, or no file can hold the value', () => {
    assert.equal(replaceValue('A=1\n', 'KEY', 0, value).kind, 'gone');
    assert.equal(replaceValue('KEY=1\n', 'KEY', 3, value).kind, 'gone');
    assert.equal(replaceValue('KEY=1\n', 'KEY', 0, 'a\u0000b').kind, 'refused');
  });
});
