import assert from 'node:assert/strict';
import { readTableValues } from '../../../../src/engine/rules/table-values.ts';

function valuesOf(text: string, word = 'Password |'): readonly string[] {
  const start = text.indexOf(word);
  return readTableValues(text, { start, end: start + word.length }).map(({ start: from, end }) => text.slice(from, end));
}

describe('the values of a table', () => {
  it('stand below a word of its head', () => {
    const table = '| Host | Password | Port |\n|:---|---|---:|\n| a | one | 1 |\n| b | `two` | 2 |\n\n| c | three | 3 |\n';
    assert.deepEqual(valuesOf(table), ['one', 'two']);
  });

  it('stand beside a word of a row', () => {
    assert.deepEqual(valuesOf('| Setting | Value |\n|---|---|\n| Password | **one** | rest |\n'), ['one']);
  });

  it('are none in cells that are empty', () => {
    assert.deepEqual(valuesOf('| Password |\n| --- |\n|  |\n| one |\n'), ['one']);
  });

  it('are left out where the table goes on beyond what is read', () => {
    const rows = `| ${'x'.repeat(400)} |\n`.repeat(4);
    assert.deepEqual(valuesOf(`| Password |\n| --- |\n${rows}`).length, 2);
  });
});
