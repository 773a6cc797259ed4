import assert from 'node:assert/strict';
import { runInMemory } from '../../support/run-in-memory.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('run-cli', () => {
  it('prints its help and its version', async () => {
    const help = await runInMemory(['--help']);
    assert.equal(help.exitCode, 0);
    assert.match(help.stdout, /key-hygiene scan \[paths…\]/);
    assert.equal((await runInMemory(['scan', '--help'])).stdout, help.stdout);
    assert.equal((await runInMemory(['--version'])).stdout, '1.2.3\n');
  });

  it('ends with 2 and a sentence when it does not understand', async () => {
    const sentences: readonly (readonly [words: readonly string[], stderr: RegExp])[] = [
      [[], /Which command\?/],
      [['skan'], /no command "skan"/],
      [['scan', '--formt', 'json'], /Unknown option '--formt'/],
      [['scan', '--format', 'xml'], /--format must be one of text, json, jsonl, sarif, not "xml"/],
      [['scan', '--confidence', 'sure'], /--confidence must be one of certain, likely, possible/],
      [['scan', '--stdin', 'src'], /--stdin and paths do not go together/],
      [['scan', '--stdin-filename', 'a.ts'], /needs --stdin/],
      [['scan', '--format'], /--format/],
      [['init', 'here'], /takes no arguments/],
    ];
    for (const [words, stderr] of sentences) {
      const ran = await runInMemory(words);
      assert.equal(ran.exitCode, 2, words.join(' '));
      assert.equal(ran.stdout, '');
      assert.match(ran.stderr, stderr);
      assert.match(ran.stderr, /^key-hygiene: .*\n$/);
    }
  });

  it('tells a bug by its place, never by its message', async () => {
    const cwd = temporaryFolder({ 'a.ts': '' });
    const makeEngine = () => Promise.reject(new TypeError('quotes a secret'));
    const { exitCode, stderr } = await runInMemory(['scan'], { cwd, makeEngine });
    assert.equal(exitCode, 2);
    assert.match(stderr, /This is a bug in Key Hygiene \(TypeError\)\.\n\s+at /);
    assert.ok(!stderr.includes('quotes a secret'));
  });
});
