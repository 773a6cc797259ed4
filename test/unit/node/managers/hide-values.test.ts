import assert from 'node:assert/strict';
import { hideValues } from '../../../../src/node/managers/hide-values.ts';

const value = ['Zk4q9Lm2', '"Xw7t\nRb5v'].join('');

describe('hideValues', () => {
  it('leaves a message without the value as it is, on one line', () => {
    assert.equal(hideValues('permission denied\n  on secret/data/app.', [value]), 'permission denied on secret/data/app');
  });

  it('hides the value in every form that a message may quote it in', () => {
    const base64 = Buffer.from(value).toString('base64');
    for (const form of [value, JSON.stringify(value), encodeURIComponent(value), base64, base64.replace(/=+$/, '')])
      assert.ok(!hideValues(`cannot store ${form} here`, [value]).includes('Zk4q'), form);
  });

  it('says nothing where a piece of the value would be left', () => {
    assert.equal(hideValues(`unexpected text near "${value.slice(0, 9)}…"`, [value]), '');
  });

  it('hides tokens that nobody mentioned', () => {
    const token = ['hvs.CAESIJlU9JMYEhOPYv4igdhm9PnZDrab', 'TLq4zsdrCw'].join('');
    assert.ok(!hideValues(`token ${token} has expired`, []).includes(token.slice(6, 20)));
  });

  it('shortens what goes on and on', () => {
    assert.ok(hideValues('no '.repeat(500), []).length < 220);
  });
});
