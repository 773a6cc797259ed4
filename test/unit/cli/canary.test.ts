import assert from 'node:assert/strict';
import { join } from 'node:path';
import { findLeak } from '../../support/find-leak.ts';
import { runInMemory } from '../../support/run-in-memory.ts';
import { sampleSecret } from '../../support/sample-secret.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const secrets = ['openai-project-key', 'stripe-secret-key'].map(id => sampleSecret(id));

describe('what the terminal is told', () => {
  const text = secrets.map(secret => `const key = "${secret}"; const id = process.env.SERVICE_API_KEY;\n`).join('');

  for (const words of [
    ['-f', 'text'],
    ['-f', 'json'],
    ['-f', 'jsonl'],
    ['-f', 'sarif'],
    ['--confidence', 'possible'],
  ]) {
    it(`holds no key: scan --explain ${words.join(' ')}`, async () => {
      const cwd = temporaryFolder({ 'app.js': text, '.env': `A_KEY=${secrets[0]}\n` });
      const ran = await runInMemory(['scan', '--explain', ...words], { cwd });
      assert.equal(ran.exitCode, 1);
      refuseLeak(ran);
    });
  }

  it('holds no key: a line explained', async () => {
    const ran = await runInMemory(['scan', '--explain', 'app.js:1'], { cwd: temporaryFolder({ 'app.js': text }) });
    assert.match(ran.stdout, /openai-project-key/);
    refuseLeak(ran);
  });

  it('holds no key: a policy and lists of other tools with keys in them', async () => {
    const [secret = ''] = secrets;
    const cwd = temporaryFolder({
      'app.js': text,
      '.keyhygiene.json': `{"${secret}": 1, "salt": "${secret}", "severity": {"${secret}": "loud"}}`,
      '.gitleaks.toml': `[allowlist]\nregexes = ['''(${secret}''']\n`,
      '.secrets.baseline': `{"results": "${secret}`,
      '.keyhygiene.baseline': `${secret}\n`,
    });
    const ran = await runInMemory(['scan'], { cwd });
    assert.match(ran.stderr, /is not known here/);
    refuseLeak(ran);
  });

  it('holds no key: an engine that fails with one in its message', async () => {
    const cwd = temporaryFolder({ 'app.js': text });
    const makeEngine = () => Promise.reject(new Error(`cannot read ${secrets.join('\n    at ')}`));
    const ran = await runInMemory(['scan', join(cwd, 'app.js')], { cwd, makeEngine });
    assert.equal(ran.exitCode, 2);
    refuseLeak(ran);
  });
});

function refuseLeak(output: unknown): void {
  for (const secret of secrets) assert.equal(findLeak(secret, output), undefined);
}
