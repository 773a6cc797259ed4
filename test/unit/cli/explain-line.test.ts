import assert from 'node:assert/strict';
import { runInMemory } from '../../support/run-in-memory.ts';
import { sampleSecret } from '../../support/sample-secret.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const secret = sampleSecret('openai-project-key');
const explain = (files: Record<string, string>, ...words: readonly string[]) =>
  runInMemory(['scan', '--explain', ...words], { cwd: temporaryFolder(files) });

describe('scan --explain FILE:LINE', () => {
  it('tells what was weighed on the line, never the value', async () => {
    const { exitCode, stdout } = await explain({ 'a.ts': `x\nconst apiKey = "${secret}";\n` }, 'a.ts:2');
    assert.equal(exitCode, 0);
    assert.match(stdout, /^a\.ts:2:17 {2}OpenAI project key \(openai-project-key, certain\)\n {2}\d+ characters, .*\n {4}\+ pattern: /);
    assert.ok(!stdout.includes(secret));
  });

  it('tells what was refused, and by what', async () => {
    const { stdout } = await explain({ 'a.ts': 'const password = "changeme";\n' }, 'a.ts:1');
    assert.match(stdout, /\(generic-password, not flagged\)/);
    assert.match(stdout, /\n {4}x \w/);
    const ignored = await explain({ 'a.ts': `const apiKey = "${secret}"; // nosemgrep\n` }, 'a.ts:1');
    assert.match(ignored.stdout, /x suppressed: ignored by a comment/);
  });

  it('says so where nothing matches, or nothing is', async () => {
    assert.match((await explain({ 'a.ts': 'x\n' }, 'a.ts:1')).stdout, /^a\.ts:1: no rule’s pattern matches here\.\n$/);
    assert.match((await explain({ 'a.ts': 'x' }, 'a.ts:7')).stderr, /a\.ts has no line 7/);
    assert.match((await explain({}, 'a.ts:7')).stderr, /a\.ts could not be read \(ENOENT\)/);
    assert.match((await explain({ 'a.ts': 'x' }, 'a.ts:1', '--format', 'sarif')).stderr, /explained as text/);
  });

  it('is a scan where a file is called so', async () => {
    if (process.platform === 'win32') return; // No file may be called so.
    assert.match((await explain({ 'a:1': 'x' }, 'a:1')).stdout, /1 file scanned/);
  });
});
