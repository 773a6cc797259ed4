import assert from 'node:assert/strict';
import type { Key } from '../../../../src/engine/usages/key.ts';
import { KeyIndex } from '../../../../src/engine/usages/key-index.ts';
import type { Usage, UsageKind } from '../../../../src/engine/usages/usage.ts';

describe('the key index', () => {
  it('joins a lookup, its row in .env and a literal of the same value', () => {
    const index = indexOf({
      'src/a.ts': [usage('environment', { name: 'STRIPE_KEY' })],
      '.env': [usage('config', { name: 'STRIPE_KEY', fingerprint: 'f1', masked: 'Zk4q…Vb' })],
      'src/old.py': [usage('hardcoded', { name: 'apiKey', fingerprint: 'f1', provider: 'stripe' })],
    });
    const [key, ...more] = index.keys();
    assert.deepEqual(more, []);
    assert.equal(key?.title, 'STRIPE_KEY');
    assert.deepEqual(key?.names, ['STRIPE_KEY', 'apiKey']);
    assert.deepEqual(
      key?.usages.map(({ uri }) => uri),
      ['.env', 'src/a.ts', 'src/old.py'],
    );
    assert.deepEqual([key?.hardcoded, key?.grade, key?.values, key?.provider], [1, 'hardcoded', 1, 'stripe']);
  });

  it('joins keys through a chain of names and values', () => {
    const index = indexOf({
      'a/.env': [usage('config', { name: 'A_TOKEN', fingerprint: 'f1' })],
      'b/.env': [usage('config', { name: 'B_TOKEN', fingerprint: 'f1' })],
      'b/main.go': [usage('environment', { name: 'B_TOKEN' })],
    });
    assert.deepEqual(titlesOf(index), ['A_TOKEN']);
    assert.equal(index.keys()[0]?.usages.length, 3);
  });

  it('parts them again when the tie goes', () => {
    const index = indexOf({
      'a/.env': [usage('config', { name: 'A_TOKEN', fingerprint: 'f1' })],
      'b/.env': [usage('config', { name: 'B_TOKEN', fingerprint: 'f1' })],
    });
    assert.deepEqual(titlesOf(index), ['A_TOKEN']);
    index.update({ uri: 'b/.env', usages: [usage('config', { name: 'B_TOKEN', fingerprint: 'f2' })] });
    assert.deepEqual(titlesOf(index), ['A_TOKEN', 'B_TOKEN']);
    index.delete('a/.env');
    assert.deepEqual(titlesOf(index), ['B_TOKEN']);
  });

  it('does not join identifiers of the same name in code, nor constants that do not say whose key they are', () => {
    const index = indexOf({
      'a.ts': [usage('hardcoded', { name: 'apiKey', fingerprint: 'f1', masked: 'aaaa…aa' })],
      'b.ts': [usage('hardcoded', { name: 'apiKey', fingerprint: 'f2', masked: 'bbbb…bb' })],
      'c.py': [usage('hardcoded', { name: 'API_KEY', fingerprint: 'f3', masked: 'cccc…cc' })],
      'd.py': [usage('hardcoded', { name: 'API_KEY', fingerprint: 'f4', masked: 'dddd…dd' })],
    });
    assert.deepEqual(titlesOf(index), ['aaaa…aa', 'bbbb…bb', 'cccc…cc', 'dddd…dd']);
  });

  it('joins a constant that says whose key it is with the variable of that name', () => {
    const index = indexOf({
      'a.py': [usage('hardcoded', { name: 'STRIPE_KEY', fingerprint: 'f1' })],
      'b.py': [usage('environment', { name: 'STRIPE_KEY' })],
    });
    assert.deepEqual(titlesOf(index), ['STRIPE_KEY']);
  });

  it('keeps one key when environment files disagree about its value, and counts the values', () => {
    const index = indexOf({
      '.env': [usage('config', { name: 'STRIPE_KEY', fingerprint: 'f1' })],
      '.env.production': [usage('config', { name: 'STRIPE_KEY', fingerprint: 'f2' })],
    });
    assert.deepEqual(
      index.keys().map(({ title, values }) => ({ title, values })),
      [{ title: 'STRIPE_KEY', values: 2 }],
    );
  });

  it('does not show lookups of variables that promise no key, until one holds a known value', () => {
    const index = indexOf({ 'a.ts': [usage('environment', { name: 'MY_THING' })] });
    assert.deepEqual(titlesOf(index), []);
    index.update({ uri: '.env', usages: [usage('config', { name: 'MY_THING', fingerprint: 'f1' })] });
    assert.deepEqual(titlesOf(index), ['MY_THING']);
    assert.equal(index.keys()[0]?.usages.length, 2);
  });

  it('tells the provider from the variable when nothing else does', () => {
    const index = indexOf({ 'a.ts': [usage('environment', { name: 'OPENAI_API_KEY' })] });
    assert.equal(index.keys()[0]?.provider, 'openai');
  });

  it('calls a key that no mask tells apart by its name in code', () => {
    const index = indexOf({ 'a.ts': [usage('hardcoded', { name: 'adminPassword', fingerprint: 'f1', masked: '••••••••' })] });
    assert.deepEqual(titlesOf(index), ['adminPassword']);
  });

  it('answers with the same array until something changes', () => {
    const lookup = usage('environment', { name: 'A_TOKEN' });
    const index = indexOf({ 'a.ts': [lookup] });
    const keys = index.keys();
    assert.equal(index.update({ uri: 'a.ts', usages: [{ ...lookup }] }), false);
    assert.equal(index.keys(), keys);
    assert.equal(index.update({ uri: 'a.ts', usages: [{ ...lookup, line: 4 }] }), true);
    assert.notEqual(index.keys(), keys);
  });

  it('keeps keys that a change does not touch as they were', () => {
    const index = indexOf({
      'a.ts': [usage('environment', { name: 'A_TOKEN' })],
      'b.ts': [usage('environment', { name: 'B_TOKEN' })],
    });
    const [, untouched] = index.keys();
    index.update({ uri: 'a.ts', usages: [usage('environment', { name: 'A_TOKEN', line: 7 })] });
    assert.equal(index.keys()[1], untouched);
  });

  it('keeps the id of a key while its places come and go', () => {
    const index = indexOf({ '.env': [usage('config', { name: 'A_TOKEN', fingerprint: 'f1' })] });
    const before = index.keys()[0]?.id;
    index.update({ uri: 'a.ts', usages: [usage('hardcoded', { fingerprint: 'f1' })] });
    assert.equal(index.keys()[0]?.id, before);
  });

  it('finds the key of a place', () => {
    const lookup = usage('environment', { name: 'A_TOKEN' });
    const index = indexOf({ 'a.ts': [lookup] });
    assert.equal(index.keyOf('a.ts', lookup)?.title, 'A_TOKEN');
    assert.equal(index.keyOf('a.ts', usage('environment', { name: 'NEVER_SEEN_TOKEN' })), undefined);
  });

  it('knows nothing after it was cleared', () => {
    const index = indexOf({ 'a.ts': [usage('environment', { name: 'A_TOKEN' })] });
    index.clear();
    assert.deepEqual(index.keys(), []);
    assert.deepEqual(index.usagesIn('a.ts'), []);
  });

  it('says after any number of updates what a new index says', () => {
    const updated = new KeyIndex();
    const latest = new Map<string, readonly Usage[]>();
    for (let step = 0; step < 400; step++) {
      const uri = `f${(step * 7) % 23}.ts`;
      const usages = [1, 2, 3].slice(step % 4).map(n => fromSeed(step * 31 + n * 17));
      updated.update({ uri, usages });
      latest.set(uri, usages);
      if (step % 40 === 39) assert.deepEqual(updated.keys(), indexOf(Object.fromEntries(latest)).keys());
    }
  });
});

describe('the storage grade', () => {
  const lookup = { 'a.ts': [usage('environment', { name: 'A_TOKEN' })] };
  const row = (uri: string) => ({ [uri]: [usage('config', { name: 'A_TOKEN', fingerprint: 'f1' })] });

  it('is critical for a literal, however well its other places keep it', () => {
    const key = onlyKey({ ...row('.env'), 'b.ts': [usage('hardcoded', { fingerprint: 'f1' })] });
    assert.equal(key?.grade, 'hardcoded');
  });
  it('is that of a configuration file for a value in YAML', () => {
    assert.equal(onlyKey({ ...row('.env'), 'deploy.yaml': [usage('config', { fingerprint: 'f1' })] })?.grade, 'config');
  });
  it('is that of the environment for a lookup with its value in .env', () => {
    assert.equal(onlyKey({ ...lookup, ...row('.env') })?.grade, 'environment');
  });
  it('is that of the environment for a lookup whose value nobody knows', () => assert.equal(onlyKey(lookup)?.grade, 'environment'));
  it('is better in an encrypted file than in a plain one, as long as no place has the value in the clear', () => {
    const encrypted = { '.env': [usage('encrypted', { name: 'A_TOKEN' })] };
    assert.equal(onlyKey({ ...lookup, ...encrypted })?.grade, 'encrypted');
    assert.equal(onlyKey({ ...encrypted, ...row('.env.local') })?.grade, 'environment');
    assert.equal(onlyKey({ ...encrypted, 'b.tf': [usage('manager', { name: 'A_TOKEN' })] })?.grade, 'encrypted');
  });
  it('is high where a manager fills the variable', () => {
    assert.equal(onlyKey({ ...lookup, '.env': [usage('manager', { name: 'A_TOKEN' })] })?.grade, 'manager');
  });
  it('is that of a configuration file for a value in .env.example, which is committed', () => {
    assert.equal(onlyKey(row('.env.example'))?.grade, 'config');
  });
});

function usage(kind: UsageKind, rest: Partial<Usage> = {}): Usage {
  return { kind, span: { start: 0, end: 1 }, line: 0, column: 0, preview: '', ...rest };
}

/** Few names and values, so that they meet often. */
function fromSeed(seed: number): Usage {
  const name = `N${seed % 13}_TOKEN`;
  const fingerprint = `f${seed % 17}`;
  const place = { line: seed, span: { start: seed, end: seed + 1 } };
  if (seed % 3 === 0) return usage('environment', { name, ...place });
  return seed % 3 === 1 ? usage('hardcoded', { fingerprint, ...place }) : usage('config', { name, fingerprint, ...place });
}

function indexOf(files: Readonly<Record<string, readonly Usage[]>>): KeyIndex {
  const index = new KeyIndex();
  for (const [uri, usages] of Object.entries(files)) index.update({ uri, usages });
  return index;
}

function titlesOf(index: KeyIndex): readonly string[] {
  return index.keys().map(({ title }) => title);
}

/** `undefined` when there are several. */
function onlyKey(files: Readonly<Record<string, readonly Usage[]>>): Key | undefined {
  const keys = indexOf(files).keys();
  return keys.length === 1 ? keys[0] : undefined;
}
