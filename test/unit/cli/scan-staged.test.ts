import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInMemory } from '../../support/run-in-memory.ts';
import { sampleSecret } from '../../support/sample-secret.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const line = `const apiKey = "${sampleSecret('openai-project-key')}";\n`;

describe('scan --staged', function () {
  this.timeout(20_000);

  it('reads what would be committed, not what is on disk', async () => {
    const cwd = repository({ 'a.ts': line, 'b.ts': '' });
    git(cwd, 'add', '.');
    writeFileSync(join(cwd, 'a.ts'), '');
    writeFileSync(join(cwd, 'b.ts'), line);
    const { exitCode, stdout } = await runInMemory(['scan', '--staged'], { cwd });
    assert.equal(exitCode, 1);
    assert.match(stdout, /^a\.ts:1:17 /);
    assert.match(stdout, /2 files scanned\.\n$/);
  });

  it('leaves out what was committed before and what was deleted', async () => {
    const cwd = repository({ 'old.ts': line, 'gone.ts': line });
    git(cwd, 'add', '.');
    git(cwd, '-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '--quiet', '--no-verify', '-m', 'x');
    git(cwd, 'rm', '--quiet', 'gone.ts');
    const nothing = await runInMemory(['scan', '--staged'], { cwd });
    assert.deepEqual([nothing.exitCode, nothing.stdout], [0, 'No keys found. 0 files scanned.\n']);
    writeFileSync(join(cwd, 'old.ts'), `\n${line}`);
    git(cwd, 'add', '.');
    assert.match((await runInMemory(['scan', '--staged'], { cwd })).stdout, /^old\.ts:2:17 /);
  });

  it('names files from where it runs, with any characters', async () => {
    const cwd = repository({ 'über den/two words.ts': line });
    git(cwd, 'add', '.');
    mkdirSync(join(cwd, 'sub'));
    const { stdout } = await runInMemory(['scan', '--staged', '--format', 'jsonl'], { cwd: join(cwd, 'sub') });
    assert.equal(JSON.parse(stdout).path, '../über den/two words.ts');
  });

  it('heeds the policy and says what it left out', async () => {
    const cwd = repository({
      '.keyhygiene.json': '{ "exclude": ["out"] }',
      'out/a.ts': line,
      'package-lock.json': line,
      'b.bin': Buffer.from([1, 0]),
      'c.ts': `${line.trimEnd()} // gitleaks:allow\n`,
    });
    if (process.platform !== 'win32') symlinkSync('out/a.ts', join(cwd, 'link.ts'));
    git(cwd, 'add', '.');
    const { exitCode, stdout } = await runInMemory(['scan', '--staged'], { cwd });
    assert.equal(exitCode, 0);
    assert.match(stdout, /2 files scanned, 3 skipped \(/);
    for (const reason of ['left out by out', 'lock file', 'binary file']) assert.ok(stdout.includes(`1 ${reason}`), stdout);
  });

  it('explains, and never shows the value', async () => {
    const cwd = repository({ 'a.ts': line });
    git(cwd, 'add', '.');
    const { stdout } = await runInMemory(['scan', '--staged', '--explain'], { cwd });
    assert.match(stdout, / {4}\+ pattern: /);
    assert.ok(!stdout.includes(sampleSecret('openai-project-key')));
  });

  it('says so where there is no repository, or too much was asked', async () => {
    const cwd = temporaryFolder({ 'a.ts': line });
    const outside = await runInMemory(['scan', '--staged'], { cwd });
    assert.deepEqual([outside.exitCode, outside.stdout], [2, '']);
    assert.match(outside.stderr, /is this a repository\?/);
    assert.equal((await runInMemory(['scan', '--staged', 'a.ts'], { cwd })).exitCode, 2);
    assert.equal((await runInMemory(['scan', '--staged', '--stdin'], { cwd })).exitCode, 2);
  });
});

function repository(files: Parameters<typeof temporaryFolder>[0]): string {
  const folder = temporaryFolder(files);
  git(folder, 'init', '--quiet');
  return folder;
}

function git(cwd: string, ...words: readonly string[]): void {
  execFileSync('git', words, { cwd, stdio: 'pipe' });
}
