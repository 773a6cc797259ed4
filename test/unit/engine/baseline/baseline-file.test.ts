import assert from 'node:assert/strict';
import { readBaseline, writeBaseline } from '../../../../src/engine/baseline/baseline-file.ts';

const entry = { fingerprint: '0123456789abcdef0123456789abcdef', rule: 'private-key', path: 'src/a b.ts' };

describe('the baseline file', () => {
  it('reads back what was written, whatever the file is called', () => {
    for (const path of ['a.ts', 'src/a b.ts', '100%.ts', '%0A', 'two\nlines', 'x\r']) {
      assert.deepEqual(readBaseline(writeBaseline([{ ...entry, path }])), { entries: [{ ...entry, path }], problems: [] }, path);
    }
  });

  it('holds each finding once, in the order of its lines', () => {
    const second = { ...entry, fingerprint: `f${entry.fingerprint.slice(1)}` };
    assert.deepEqual(readBaseline(writeBaseline([second, entry, entry])).entries, [entry, second]);
  });

  it('tells of lines that it cannot read, and takes the others', () => {
    const { entries, problems } = readBaseline(`${writeBaseline([entry])}<<<<<<< ours\nxyz private-key a.ts\r\n\n`);
    assert.deepEqual([entries.length, problems.map(({ args }) => args[1])], [1, [3, 4]]);
  });
});
