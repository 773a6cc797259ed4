// The command line as a process: what only the operating system can show.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { projectRoot } from '../../../scripts/project-root.mjs';
import { sampleSecret } from '../../support/sample-secret.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const cli = join(projectRoot, 'dist', 'cli.js');
const line = `const apiKey = "${sampleSecret('openai-project-key')}";\n`;

describe('cli process', function () {
  this.timeout(20_000);

  it('ends with the exit code of the command and writes to the right streams', () => {
    const cwd = temporaryFolder({ 'a.ts': line });
    const found = spawnSync(process.execPath, [cli, 'scan'], { cwd, encoding: 'utf8' });
    assert.equal(found.status, 1);
    assert.match(found.stdout, /^a\.ts:1:17 /);
    const failed = spawnSync(process.execPath, [cli, 'scan', 'gone'], { cwd, encoding: 'utf8' });
    assert.equal(failed.status, 2);
    assert.deepEqual([failed.stdout, failed.stderr], ['', 'key-hygiene: There is no gone here.\n']);
  });

  it('says its version without starting anything else', () => {
    const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
    for (const words of [['--version'], ['-v']]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { encoding: 'utf8' });
      assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: `${version}\n`, stderr: '' });
    }
  });

  it('reads what is piped in', () => {
    const { status, stdout } = spawnSync(process.execPath, [cli, 'scan', '--stdin', '--format', 'jsonl'], {
      input: line,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.equal(JSON.parse(stdout).path, '<stdin>');
  });

  it('goes quietly when the reader of its pipe has left', async () => {
    const cwd = temporaryFolder({ 'a.ts': line.repeat(3000) });
    const child = spawn(process.execPath, [cli, 'scan', '--format', 'json'], { cwd });
    let stderr = '';
    child.stderr.on('data', chunk => (stderr += chunk));
    child.stdout.destroy();
    const [code] = await once(child, 'close');
    assert.deepEqual({ code, stderr }, { code: 1, stderr: '' });
  });

  it('loses nothing when the reader of its pipe is slow', async () => {
    const cwd = temporaryFolder({ 'a.ts': line.repeat(3000) });
    const child = spawn(process.execPath, [cli, 'scan', '--format', 'jsonl'], { cwd });
    await once(child.stdout, 'readable'); // By then the program has filled the pipe, which nobody empties.
    await setImmediate();
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', chunk => (stdout += chunk));
    await once(child, 'close');
    assert.equal(stdout.trimEnd().split('\n').length, 3000);
  });

  it('ends with 130 on Ctrl+C', async function () {
    if (process.platform === 'win32') this.skip();
    const child = spawn(process.execPath, [cli, 'scan', '--stdin']);
    // It waits for input that never ends. That it is there is told by its taking more than the pipe itself can hold.
    child.stdin.write('a'.repeat(3_000_000), () => child.kill('SIGINT'));
    const [code] = await once(child, 'close');
    assert.equal(code, 130);
  });
});
