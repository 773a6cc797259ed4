import assert from 'node:assert/strict';
import { parse } from 'dotenv';
import { type MovedRow, type RowReplacement, replaceRows } from '../../../../src/engine/env-file/replace-rows.ts';
import { applyTextEdits } from '../../../../src/engine/fixes/apply-text-edits.ts';
import { formatPhrase } from '../../../../src/engine/phrase.ts';

const value = ['Zk4q', '9Lm2', 'Xw7p'].join('');
const comment: RowReplacement = { kind: 'comment', text: 'A_KEY is kept in Vault: shop/A_KEY' };
const reference: RowReplacement = { kind: 'reference', reference: 'op://Private/shop/A_KEY' };

function replace(text: string, replacement: RowReplacement, row: Partial<MovedRow> = {}) {
  const { edits, kept } = replaceRows(text, [{ name: 'A_KEY', value, replacement, ...row }]);
  return { text: applyTextEdits(text, edits), kept: kept.map(({ name, reason }) => `${name}: ${formatPhrase(reason)}`) };
}

describe('replacing rows', () => {
  const rows: readonly (readonly [before: string, withReference: string, withComment: string])[] = [
    [`A_KEY=${value}`, 'A_KEY=op://Private/shop/A_KEY', '# A_KEY is kept in Vault: shop/A_KEY'],
    [`A_KEY="${value}"`, 'A_KEY=op://Private/shop/A_KEY', '# A_KEY is kept in Vault: shop/A_KEY'],
    [`export A_KEY='${value}' # ours`, 'export A_KEY=op://Private/shop/A_KEY # ours', '# A_KEY is kept in Vault: shop/A_KEY # ours'],
    [`  A_KEY = ${value}   # ours`, '  A_KEY = op://Private/shop/A_KEY   # ours', '# A_KEY is kept in Vault: shop/A_KEY   # ours'],
  ];
  for (const [before, withReference, withComment] of rows) {
    it(`leaves everything around ${JSON.stringify(before.replace(value, '…'))} as it is`, () => {
      const around = (row: string): string => `# mine\r\nPORT=3000\r\n${row}\r\nB_KEY='${value}'\r\n`;
      assert.deepEqual(replace(around(before), reference), { text: around(withReference), kept: [] });
      assert.deepEqual(replace(around(before), comment), { text: around(withComment), kept: [] });
      const parsed = parse(around(withReference));
      assert.deepEqual([parsed['A_KEY'], parsed['B_KEY'], parsed['PORT']], ['op://Private/shop/A_KEY', value, '3000']);
      assert.equal(parse(around(withComment))['A_KEY'], undefined);
    });
  }

  it('takes values that run over lines as a whole', () => {
    const text = `A_KEY="one\ntwo\nthree"\nB=1\n`;
    assert.deepEqual(replace(text, comment, { value: 'one\ntwo\nthree' }), {
      text: '# A_KEY is kept in Vault: shop/A_KEY\nB=1\n',
      kept: [],
    });
  });

  it('puts a reference with blanks between quotes', () => {
    const { text } = replace(`A_KEY=${value}\n`, { kind: 'reference', reference: 'op://My Team/shop/A_KEY' });
    assert.equal(parse(text)['A_KEY'], 'op://My Team/shop/A_KEY');
  });

  it('replaces several rows at once', () => {
    const text = `A_KEY=${value}\nPORT=1\nB_KEY="${value}2"\n`;
    const rows = ['A_KEY', 'B_KEY'].map((name, index) => ({
      name,
      value: index === 0 ? value : `${value}2`,
      replacement: { kind: 'comment', text: `${name} has moved` } as const,
    }));
    const { edits, kept } = replaceRows(text, rows.toReversed());
    assert.deepEqual([applyTextEdits(text, edits), kept], ['# A_KEY has moved\nPORT=1\n# B_KEY has moved\n', []]);
  });

  it('keeps a row that is not what was stored', () => {
    assert.deepEqual(replace(`A_KEY=${value}x\n`, comment), {
      text: `A_KEY=${value}x\n`,
      kept: ['A_KEY: The row has another value by now.'],
    });
    assert.deepEqual(replace('B=1\n', comment).kept, ['A_KEY: The row is no longer there.']);
    assert.deepEqual(replace(`A_KEY=${value}\nA_KEY=${value}\n`, comment).kept, ['A_KEY: Several rows have this name.']);
  });
});
