import assert from 'node:assert/strict';
import { headKept, lineOfKept, readKept, readKeptHead } from '../../../../src/engine/usages/kept-usages.ts';
import type { Usage } from '../../../../src/engine/usages/usage.ts';

const usage: Usage = {
  kind: 'environment',
  span: { start: 4, end: 9 },
  line: 1,
  column: 4,
  name: 'A_KEY',
  preview: 'line one\nline two\u2028',
};

describe('usages kept between sessions', () => {
  it('come back as they were, a file a line', () => {
    const file = { uri: 'file:///a/b%20c.ts', usages: [usage, usage] };
    const line = lineOfKept(file);
    assert.ok(!line.includes('\n'));
    assert.deepEqual(readKept(line), file);
  });

  it('are of use to the version that wrote them only', () => {
    const made = { version: '1.2.3', salts: { 'file:///a': '00ff' } };
    assert.deepEqual(readKeptHead(headKept(made), '1.2.3')?.salts, made.salts);
    assert.equal(readKeptHead(headKept(made), '1.2.4'), undefined);
    assert.equal(readKeptHead(JSON.stringify({ ...made, form: 0 }), '1.2.3'), undefined);
  });
});
