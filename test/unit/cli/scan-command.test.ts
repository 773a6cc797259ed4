import assert from 'node:assert/strict';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunOptions, runInMemory } from '../../support/run-in-memory.ts';
import { sampleSecret } from '../../support/sample-secret.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const secret = sampleSecret('openai-project-key');
const line = `const apiKey = "${secret}";\n`;

interface Row {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly startOffset: number;
  readonly endOffset: number;
  readonly fingerprint: string;
}

describe('scan', () => {
  it('ends with 0 where there is nothing, also in an empty folder', async () => {
    const cwd = temporaryFolder({ 'empty/': '' });
    assert.deepEqual(await runInMemory(['scan', 'empty'], { cwd }), {
      exitCode: 0,
      stdout: 'No keys found. 0 files scanned.\n',
      stderr: '',
    });
  });

  it('ends with 1 where there are keys, and shows them masked', async () => {
    const cwd = temporaryFolder({ 'src/a.ts': line });
    const { exitCode, stdout, stderr } = await runInMemory(['scan'], { cwd });
    assert.equal(exitCode, 1);
    assert.equal(stderr, '');
    assert.match(stdout, /^src\/a\.ts:1:17 {2}sk-p…/);
    assert.match(stdout, /\n1 key at 1 place in 1 file\. 1 file scanned\.\n$/);
    for (const format of ['text', 'json', 'jsonl', 'sarif']) {
      const report = await runInMemory(['scan', '--format', format, '--explain'], { cwd });
      assert.ok(!report.stdout.includes(secret), format);
    }
  });

  it('ends with 1 where habits get keys lost, with 0 where that is told for information only', async () => {
    const cwd = temporaryFolder({ 'log/a.ts': 'console.log(apiKey);\n', 'query/a.sh': 'curl "https://api.acme.io/?api_key=$API_KEY"\n' });
    const logged = await runInMemory(['scan', 'log'], { cwd });
    assert.equal(logged.exitCode, 1);
    assert.match(logged.stdout, /^log\/a\.ts:1:13 {2}Key written to a log \(key-logged, warning\)\n/);
    assert.match(logged.stdout, /\nNo keys found\. 1 problem around keys\. 1 file scanned\.\n$/);
    const query = await runInMemory(['scan', 'query'], { cwd });
    assert.equal(query.exitCode, 0);
    assert.match(query.stdout, /\(key-in-query, information\)/);
    const input = await runInMemory(['scan', '--stdin', '--stdin-filename', 'a.ts'], {
      cwd,
      input: [Buffer.from('console.log(apiKey);\n')],
    });
    assert.equal(input.exitCode, 1);
  });

  it('ends with 2 when what was named is not there or cannot be read', async () => {
    const cwd = temporaryFolder({ 'a.ts': line });
    assert.deepEqual(await runInMemory(['scan', 'a.ts', 'b.ts'], { cwd }), {
      exitCode: 2,
      stdout: '',
      stderr: 'key-hygiene: There is no b.ts here.\n',
    });
    if (process.platform === 'win32' || process.getuid?.() === 0) return; // Nothing is forbidden to root.
    chmodSync(join(cwd, 'a.ts'), 0);
    assert.match((await runInMemory(['scan', 'a.ts'], { cwd })).stderr, /a\.ts could not be read \(EACCES\)/);
  });

  it('names files as they were asked for', async () => {
    const cwd = temporaryFolder({ 'src/deep/a.ts': line, 'b.ts': line });
    assert.deepEqual(await pathsOf(['.'], { cwd }), ['b.ts', 'src/deep/a.ts']);
    assert.deepEqual(await pathsOf(['src/'], { cwd }), ['src/deep/a.ts']);
    assert.deepEqual(await pathsOf(['./src', 'b.ts'], { cwd }), ['src/deep/a.ts', 'b.ts']);
    assert.deepEqual(await pathsOf([cwd], { cwd }), [join(cwd, 'b.ts'), join(cwd, 'src/deep/a.ts')]);
    assert.deepEqual(await pathsOf(['../deep'], { cwd: join(cwd, 'src/deep') }), ['../deep/a.ts']);
    assert.deepEqual(await pathsOf(['.', 'src', 'b.ts', '.'], { cwd }), ['b.ts', 'src/deep/a.ts'], 'each file once');
  });

  it('counts offsets in the decoded text, whatever its encoding', async () => {
    const text = `// ключ 🔑\n${line}`;
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    const files = {
      'utf8.ts': text,
      'mark.ts': `\ufeff${text}`,
      'utf16.ts': utf16,
      'broken.ts': Buffer.concat([Buffer.from([0xff]), Buffer.from(text.slice(1))]),
    };
    const rows = await rowsOf(['.'], { cwd: temporaryFolder(files) });
    assert.equal(rows.length, 4);
    for (const { startOffset, endOffset, line: row, column } of rows) {
      assert.equal(text.slice(startOffset, endOffset), secret);
      assert.deepEqual([row, column], [2, 17]);
    }
  });

  it('reads standard input under a name', async () => {
    const cwd = temporaryFolder();
    const bytes = Buffer.from(line);
    const input = [bytes.subarray(0, 20), bytes.subarray(20)];
    assert.deepEqual(await pathsOf(['--stdin', '--stdin-filename', 'src/x.ts'], { cwd, input }), ['src/x.ts']);
    assert.deepEqual(await pathsOf(['--stdin'], { cwd, input }), ['<stdin>']);
    assert.equal((await runInMemory(['scan', '--stdin'], { cwd })).exitCode, 0);
  });

  it('does not scan binary or endless input, and says so', async () => {
    const binary = await runInMemory(['scan', '--stdin'], { input: [Buffer.from([1, 0, 2])] });
    assert.match(binary.stdout, /1 skipped \(1 binary file\)/);
    const megabyte = Buffer.alloc(1_000_000, 'a');
    const endless = await runInMemory(['scan', '--stdin'], {
      input: { length: 1, [Symbol.iterator]: () => forever(megabyte) } as unknown as Uint8Array[],
    });
    assert.match(endless.stdout, /1 skipped \(1 larger than 5 MB\)/);
  });

  it('writes the report to a file and a summary beside it', async () => {
    const cwd = temporaryFolder({ 'a.ts': line });
    const { exitCode, stdout, stderr } = await runInMemory(['scan', '--format', 'jsonl', '--output', 'report.jsonl'], { cwd });
    assert.deepEqual({ exitCode, stdout, stderr }, { exitCode: 1, stdout: '', stderr: '1 key at 1 place in 1 file. 1 file scanned.\n' });
    assert.equal(JSON.parse(readFileSync(join(cwd, 'report.jsonl'), 'utf8')).path, 'a.ts');
    const failed = await runInMemory(['scan', '--output', 'no/such/folder/report'], { cwd });
    assert.equal(failed.exitCode, 2);
    assert.match(failed.stderr, /no\/such\/folder\/report could not be written \(ENOENT\)/);
  });

  it('leaves out what --exclude says', async () => {
    const cwd = temporaryFolder({ 'a.ts': line, 'vendor/b.ts': line, 'c.min.ts': line });
    assert.deepEqual(await pathsOf(['.', '--exclude', 'vendor', '--exclude', '*.min.ts'], { cwd }), ['a.ts']);
    assert.deepEqual(await pathsOf(['vendor/b.ts', 'a.ts', '--exclude', 'vendor'], { cwd }), ['a.ts'], 'named files, too');
  });

  it('heeds the nearest policy, unless told not to', async () => {
    const policy = JSON.stringify({
      salt: '00'.repeat(32),
      exclude: ['out'],
      ignoreRules: [{ rule: 'openai-project-key', path: 'src/quiet/**' }],
    });
    const cwd = temporaryFolder({ '.keyhygiene.json': policy, 'out/a.ts': line, 'src/quiet/b.ts': line, 'src/c.ts': line });
    assert.deepEqual(await pathsOf(['.'], { cwd }), ['src/c.ts']);
    assert.deepEqual(await pathsOf(['quiet', 'c.ts'], { cwd: join(cwd, 'src') }), ['c.ts']);
    assert.deepEqual(await pathsOf(['.', '--no-policy'], { cwd }), ['out/a.ts', 'src/c.ts', 'src/quiet/b.ts']);
  });

  it('warns about what is wrong in a policy and goes on', async () => {
    const cwd = temporaryFolder({ '.keyhygiene.json': '{ "exclud": [] }', 'a.ts': line });
    const { exitCode, stderr } = await runInMemory(['scan'], { cwd });
    assert.equal(exitCode, 1);
    assert.match(stderr, /\.keyhygiene\.json: .*exclud/);
  });

  it('makes fingerprints that stay the same under the policy, and mean nothing without one', async () => {
    const fingerprintIn = async (cwd: string) => (await rowsOf(['.'], { cwd }))[0]?.fingerprint;
    const kept = temporaryFolder({ '.keyhygiene.json': JSON.stringify({ salt: '00'.repeat(32) }), 'a.ts': line });
    assert.equal(await fingerprintIn(kept), await fingerprintIn(kept));
    const bare = temporaryFolder({ 'a.ts': line });
    assert.notEqual(await fingerprintIn(bare), await fingerprintIn(bare));
  });

  it('puts fingerprints into SARIF only where they will be the same next time', async () => {
    const sarifOf = async (cwd: string) =>
      JSON.parse((await runInMemory(['scan', '--format', 'sarif'], { cwd })).stdout).runs[0].results[0];
    const kept = await sarifOf(temporaryFolder({ '.keyhygiene.json': JSON.stringify({ salt: '00'.repeat(32) }), 'a.ts': line }));
    assert.deepEqual(Object.keys(kept.partialFingerprints), ['keyHygienePlace/v1', 'keyHygieneValue/v1']);
    const bare = await sarifOf(temporaryFolder({ 'a.ts': line }));
    assert.deepEqual(Object.keys(bare.partialFingerprints), ['keyHygienePlace/v1']);
  });

  it('explains when asked', async () => {
    const cwd = temporaryFolder({ 'a.ts': line });
    assert.match((await runInMemory(['scan', '--explain'], { cwd })).stdout, /bits of entropy each\n {4}\+ pattern: /);
    const stdin = await runInMemory(['scan', '--stdin', '--explain', '--format', 'json'], { cwd, input: [Buffer.from(line)] });
    assert.equal(JSON.parse(stdin.stdout).findings[0].explanation.name, 'apiKey');
  });

  it('paints on terminals only, and not where people asked for none', async () => {
    const cwd = temporaryFolder({ 'a.ts': line });
    const isPainted = async (options: RunOptions) => (await runInMemory(['scan'], { cwd, ...options })).stdout.includes('\u001b[');
    assert.equal(await isPainted({ isTTY: true }), true);
    assert.equal(await isPainted({ isTTY: false }), false);
    assert.equal(await isPainted({ isTTY: true, env: { NO_COLOR: '1' } }), false);
    assert.equal(await isPainted({ isTTY: true, env: { TERM: 'dumb' } }), false);
    assert.equal(await isPainted({ isTTY: false, env: { FORCE_COLOR: '1' } }), true);
  });

  it('gives the same report from threads as from one thread, in the same order', async function () {
    this.timeout(20_000);
    const many = Object.fromEntries(Array.from({ length: 2100 }, (_, n) => [`d${n % 30}/f${n}.ts`, n % 100 === 0 ? line : '']));
    const cwd = temporaryFolder({ '.keyhygiene.json': JSON.stringify({ salt: '00'.repeat(32) }), ...many });
    const folders = Array.from({ length: 30 }, (_, n) => `d${n}`).sort();
    const inThreads = await rowsOf(['.'], { cwd });
    assert.equal(inThreads.length, 21);
    const here: Row[] = [];
    for (const folder of folders) here.push(...(await rowsOf([folder], { cwd })));
    assert.deepEqual(inThreads, here);
  });
});

async function rowsOf(words: readonly string[], options: RunOptions): Promise<readonly Row[]> {
  const { stdout, stderr } = await runInMemory(['scan', '--format', 'jsonl', ...words], options);
  assert.equal(stderr, '');
  return stdout
    .split('\n')
    .filter(Boolean)
    .map(row => JSON.parse(row));
}

async function pathsOf(words: readonly string[], options: RunOptions): Promise<readonly string[]> {
  return (await rowsOf(words, options)).map(({ path }) => path);
}

function* forever(chunk: Uint8Array): Generator<Uint8Array> {
  for (;;) yield chunk;
}
