import assert from 'node:assert/strict';
import { headersAround } from '../../../../../src/engine/fixes/dialects/block-headers.ts';

describe('headersAround', () => {
  it('gives the lines that code is nested under, the nearest first', () => {
    const code = 'module A\n  x = 1\n  function f()\n\n    y = 2\n    if y\n      here\n';
    assert.deepEqual(headersAround({ code }, code.indexOf('here')), ['if y', 'function f()', 'module A']);
  });

  it('gives none at the top, and ends where the text begins with an empty line', () => {
    assert.deepEqual(headersAround({ code: 'a\nhere' }, 2), []);
    assert.deepEqual(headersAround({ code: '\n\n  here' }, 4), []);
  });
});
