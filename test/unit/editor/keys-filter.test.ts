// What the Keys view's filter lets through.
import assert from 'node:assert/strict';
import { filterKeys, isFilter, noFilter } from '../../../src/editor/views/keys-filter.ts';
import { makeKey, type PlacedUsage } from '../../../src/engine/usages/key.ts';

const usage = (uri: string, rest: Partial<PlacedUsage>): PlacedUsage => ({
  uri: `file:///w/${uri}`,
  kind: 'environment',
  span: { start: 0, end: 10 },
  line: 0,
  column: 0,
  preview: '',
  ...rest,
});

const literal = makeKey([usage('a.ts', { kind: 'hardcoded', fingerprint: 'f1', masked: 'sk-p…Aa', provider: 'openai' })]);
const stored = makeKey([usage('.env', { kind: 'config', fingerprint: 'f2', name: 'ACME_TOKEN' }), usage('b.ts', { name: 'ACME_TOKEN' })]);
const idle = makeKey([usage('.env', { kind: 'config', fingerprint: 'f3', name: 'OTHER_TOKEN' })]);
const keys = [literal, stored, idle];

describe('the filter of the Keys view', () => {
  it('lets everything through at first', () => {
    assert.deepEqual(filterKeys(keys, noFilter), keys);
    assert.equal(isFilter(noFilter), false);
  });

  it('lets keys through that are kept in one of the ways', () => {
    assert.deepEqual(filterKeys(keys, { text: '', states: ['hardcoded'] }), [literal]);
    assert.deepEqual(filterKeys(keys, { text: '', states: ['hardcoded', 'environment'] }), keys);
    assert.deepEqual(filterKeys(keys, { text: '', states: ['manager'] }), []);
  });

  it('lets keys through of which something else is noticeable', () => {
    assert.deepEqual(filterKeys(keys, { text: '', states: ['defined-unused'] }), [idle]);
  });

  it('lets keys through that checks found something about', () => {
    const wanted = { text: '', states: ['problem'] } as const;
    assert.deepEqual(
      filterKeys(keys, wanted, key => key === stored),
      [stored],
    );
    assert.deepEqual(filterKeys(keys, wanted), []);
    assert.deepEqual(
      filterKeys(keys, { text: 'other', states: ['problem', 'hardcoded'] }, key => key === idle),
      [idle],
    );
  });

  it('asks for both text and state', () => {
    assert.deepEqual(filterKeys(keys, { text: 'acme', states: ['environment'] }), [stored]);
    assert.deepEqual(filterKeys(keys, { text: 'acme', states: ['hardcoded'] }), []);
  });
});
