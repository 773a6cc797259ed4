// What is noticeable about a key as a whole.
import assert from 'node:assert/strict';
import { makeKey, type PlacedUsage } from '../../../../src/engine/usages/key.ts';
import { type KeyState, statesOf } from '../../../../src/engine/usages/key-states.ts';

const place = (uri: string, rest: Partial<PlacedUsage>): PlacedUsage => ({
  uri: `file:///w/${uri}`,
  kind: 'environment',
  span: { start: 0, end: 9 },
  line: 0,
  column: 0,
  preview: '',
  ...rest,
});
const lookup = (name: string): PlacedUsage => place('a.ts', { name });
const row = (file: string, name: string, fingerprint = 'f1'): PlacedUsage => place(file, { kind: 'config', name, fingerprint });
const states = (...places: readonly PlacedUsage[]): readonly KeyState[] => statesOf(makeKey(places));

describe('the states of a key', () => {
  it('are none where it is defined in the environment and used', () => {
    assert.deepEqual(states(row('.env', 'ACME_TOKEN'), lookup('ACME_TOKEN')), []);
  });

  it('tell a literal', () => {
    assert.deepEqual(states(place('a.ts', { kind: 'hardcoded', fingerprint: 'f1' })), ['hardcoded']);
  });

  it('tell a value in a configuration file', () => {
    assert.deepEqual(states(row('config.yaml', 'ACME_TOKEN'), lookup('ACME_TOKEN')), ['plain-config']);
  });

  it('tell values that differ', () => {
    const rows = [row('.env', 'ACME_TOKEN'), row('.env.staging', 'ACME_TOKEN', 'f2')];
    assert.deepEqual(states(...rows, lookup('ACME_TOKEN')), ['different-values']);
  });

  it('tell a variable that nothing defines', () => {
    assert.deepEqual(states(lookup('ACME_TOKEN')), ['used-undefined']);
  });

  it('take a name in a sample, or a secret of the pipeline, for a definition', () => {
    assert.deepEqual(states(lookup('ACME_TOKEN'), place('.env.example', { kind: 'definition', name: 'ACME_TOKEN' })), []);
    assert.deepEqual(states(lookup('ACME_TOKEN'), place('ci.yml', { kind: 'manager', name: 'ACME_TOKEN' })), []);
  });

  it('tell a value that nothing uses', () => {
    assert.deepEqual(states(row('.env', 'ACME_TOKEN')), ['defined-unused']);
  });

  it('do not say so of variables that libraries read by themselves', () => {
    assert.deepEqual(states(row('.env', 'OPENAI_API_KEY')), []);
  });
});
