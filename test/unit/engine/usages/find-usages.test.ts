import assert from 'node:assert/strict';
import type { Finding } from '../../../../src/engine/finding.ts';
import { mask } from '../../../../src/engine/secret.ts';
import { findUsages } from '../../../../src/engine/usages/find-usages.ts';
import type { Usage } from '../../../../src/engine/usages/usage.ts';

/** Looks random, is nobody's. */
const value = ['Zk4q', '9Lm2', 'Xw8T', 'r5Vb'].join('');
const another = ['Qp7d', '3Hn6', 'Yc1J', 'g0Ws'].join('');

describe('usages of a text', () => {
  it('makes a finding in code a hardcoded usage under the name it is assigned to', () => {
    const text = `const apiKey = "${value}";`;
    const [usage] = usagesOf('src/client.ts', text, [findingOf(text, value, 'apiKey')]);
    assert.equal(usage?.kind, 'hardcoded');
    assert.equal(usage?.name, 'apiKey');
    assert.equal(usage?.fingerprint, `print of ${mask(value)}`);
    assert.equal(usage?.preview, `const apiKey = "${mask(value)}";`);
  });

  for (const file of ['app.yaml', 'config.json', 'pyproject.toml', 'setup.cfg', 'application.properties', 'web.config', 'prod.tfvars']) {
    it(`makes a finding in ${file} a config usage`, () => {
      const text = `key: ${value}`;
      assert.deepEqual(kindsOf(usagesOf(file, text, [findingOf(text, value)])), ['config']);
    });
  }

  it('makes a finding in a notebook hardcoded, although notebooks are JSON', () => {
    const text = `{"source": ["key = '${value}'"]}`;
    assert.deepEqual(kindsOf(usagesOf('a.ipynb', text, [findingOf(text, value)])), ['hardcoded']);
  });

  it('takes the rows of an environment file whose name promises a key', () => {
    const text = `# ours\nPORT=3000\nexport OPENAI_API_KEY="${value}" # the team's\nGREETING=hello there\n`;
    const usages = usagesOf('.env', text);
    assert.deepEqual(
      usages.map(({ kind, name, line, column, span }) => ({ kind, name, line, column, text: text.slice(span.start, span.end) })),
      [{ kind: 'config', name: 'OPENAI_API_KEY', line: 2, column: 23, text: value }],
    );
  });

  it('takes a row with any name when a rule knows its value, once', () => {
    const text = `MY_THING=${value}`;
    const usages = usagesOf('.env.local', text, [findingOf(text, value)]);
    assert.deepEqual(
      usages.map(({ kind, name, ruleId }) => ({ kind, name, ruleId })),
      [{ kind: 'config', name: 'MY_THING', ruleId: 'some-rule' }],
    );
  });

  it('reads quoted values that run over lines and CRLF files', () => {
    const text = `A_SECRET='${value}\r\n${another}'\r\nB_SECRET=${another}\r\n`;
    assert.deepEqual(
      usagesOf('.env', text).map(({ name, line, column }) => `${name} ${line}:${column}`),
      ['A_SECRET 0:10', 'B_SECRET 2:9'],
    );
  });

  for (const placeholder of ['', 'your-key-here', '<token>', 'changeme', 'sk-xxxx', 'xxxxxxxx', '"replace_me"', 'sk-...', 'example']) {
    it(`takes a row with ${placeholder || 'nothing'} in its value's place as a definition`, () => {
      const [usage] = usagesOf('.env.example', `OPENAI_API_KEY=${placeholder}\n`);
      assert.deepEqual([usage?.kind, usage?.name, usage?.fingerprint], ['definition', 'OPENAI_API_KEY', undefined]);
    });
  }

  it('does not fingerprint a short password, which many services share by chance', () => {
    const [usage] = usagesOf('.env', 'DB_PASSWORD=root');
    assert.deepEqual([usage?.kind, usage?.fingerprint, usage?.masked], ['config', undefined, mask('root')]);
  });

  for (const row of [
    'USE_AUTH=true',
    'SECRET_ROUNDS=12',
    'MAX_TOKENS=4096',
    'TOKEN_URL=https://example.org/token',
    'PUBLIC_KEY=abcdefghij',
  ]) {
    it(`leaves ${row} alone`, () => assert.deepEqual(usagesOf('.env', row), []));
  }

  it('takes a reference in an environment file as the manager keeping that variable', () => {
    const [usage, ...more] = usagesOf('.env', 'OPENAI_API_KEY=op://app/openai/key');
    assert.deepEqual([usage?.kind, usage?.name, more], ['manager', 'OPENAI_API_KEY', []]);
    assert.equal(usage?.preview, 'OPENAI_API_KEY=op://app/openai/key');
  });

  it('takes an encrypted row as one, without a mask or a fingerprint of what cannot be read', () => {
    const [usage, ...more] = usagesOf(
      '.env',
      `DOTENV_PUBLIC_KEY="03${'ab'.repeat(32)}"\nOPENAI_API_KEY="encrypted:BNk9Lm2qX7w=" # note\nPORT=encrypted:BNk9\n`,
    );
    assert.deepEqual(
      [usage?.kind, usage?.name, usage?.masked, usage?.fingerprint, more],
      ['encrypted', 'OPENAI_API_KEY', undefined, undefined, []],
    );
  });

  it('takes a row filled from another variable as a definition and a lookup', () => {
    const usages = usagesOf('.env', 'A_KEY=$' + '{B_KEY}');
    assert.deepEqual(
      usages.map(({ kind, name }) => `${kind} ${name}`),
      ['definition A_KEY', 'environment B_KEY'],
    );
  });

  it('lists usages in order of place', () => {
    const text = `f(process.env.A_KEY, "${value}", process.env.B_KEY)`;
    assert.deepEqual(kindsOf(usagesOf('a.js', text, [findingOf(text, value)])), ['environment', 'hardcoded', 'environment']);
  });
});

describe('the preview of a usage', () => {
  it('masks every finding on the line, not only its own', () => {
    const text = `f(process.env.A_KEY, "${value}", "${another}")`;
    const [usage] = usagesOf('a.js', text, [findingOf(text, value), findingOf(text, another)]);
    assert.equal(usage?.preview, `f(process.env.A_KEY, "${mask(value)}", "${mask(another)}")`);
  });

  it('masks a value that no rule reported beside a lookup', () => {
    const ignored = value + another;
    const [usage] = usagesOf('a.js', `f(process.env.A_KEY, "${ignored}") // key-hygiene:ignore`);
    assert.equal(usage?.preview.includes(ignored), false);
  });

  it('masks values of an environment file that no rule knows', () => {
    const [usage] = usagesOf('.env', `DB_PASSWORD=${value}`);
    assert.equal(usage?.preview, `DB_PASSWORD=${mask(value)}`);
  });

  it('masks what a key that runs over lines leaves on the line', () => {
    const key = `-----BEGIN\n${value}\n${another}\n-----END`;
    const text = `const pem = \`${key}\`;`;
    const [usage] = usagesOf('a.js', text, [findingOf(text, key)]);
    assert.equal(usage?.preview, `const pem = \`${mask(key)}`);
  });

  it('shows at most 120 characters of a long line, those around the usage', () => {
    const [usage] = usagesOf('a.min.js', `${'a();'.repeat(5000)}process.env.A_KEY;${'b();'.repeat(5000)}`);
    assert.equal(usage?.preview.length, 120);
  });
});

function usagesOf(uri: string, text: string, findings: readonly Finding[] = []): readonly Usage[] {
  return findUsages(
    { uri, languageId: '', text },
    { findings, secrets: findings.map(({ span }) => span) },
    secret => `print of ${mask(secret)}`,
  );
}

function kindsOf(usages: readonly Usage[]): readonly string[] {
  return usages.map(({ kind }) => kind);
}

function findingOf(text: string, secret: string, name?: string): Finding {
  const start = text.indexOf(secret);
  return {
    ...{ ruleId: 'some-rule', provider: 'generic', kind: 'secret', confidence: 'likely' },
    span: { start, end: start + secret.length },
    masked: mask(secret),
    fingerprint: `print of ${mask(secret)}`,
    ...(name === undefined ? {} : { name }),
  };
}
