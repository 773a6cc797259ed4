import assert from 'node:assert/strict';
import { movableRows } from '../../../../src/engine/env-file/movable-rows.ts';

const value = ['Zk4q', '9Lm2', 'Xw7p'].join('');

function kindsOf(text: string, flagged: string[] = []): Record<string, string> {
  const spans = flagged.map(part => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length }));
  return Object.fromEntries(movableRows(text, spans).map(({ name, kind }) => [name, kind]));
}

describe('rows that can be moved', () => {
  it('are those that hold a key, by name or by what was found in them', () => {
    const text = `STRIPE_SECRET_KEY=${value}\nHARMLESS="${value}9"\nDB_PASSWORD='x y z'\nPORT=3000\nBASE_URL=https://api.shop.dev\n`;
    assert.deepEqual(kindsOf(text, [`${value}9`]), {
      STRIPE_SECRET_KEY: 'key',
      HARMLESS: 'key',
      DB_PASSWORD: 'key',
      PORT: 'setting',
      BASE_URL: 'setting',
    });
  });

  it('are not those that hold no value of their own', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a row that refers to another one
    const text = 'A_KEY=\nB_KEY=your-key-here\nC_KEY="op://Private/shop/C_KEY"\nD_KEY=encrypted:BE9Y7LKANx77X1pv\nE_KEY=${A_KEY}\n';
    assert.deepEqual(kindsOf(text), {
      A_KEY: 'placeholder',
      B_KEY: 'placeholder',
      C_KEY: 'reference',
      D_KEY: 'encrypted',
      E_KEY: 'placeholder',
    });
  });

  it('come once for each name', () => {
    assert.deepEqual(kindsOf(`A_KEY=${value}\nB_KEY=${value}\nA_KEY=${value}1\n`), { A_KEY: 'repeated', B_KEY: 'key' });
  });
});
