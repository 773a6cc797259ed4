import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInMemory } from '../../support/run-in-memory.ts';
import { sampleSecret } from '../../support/sample-secret.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const line = (seed: number) => `const apiKey = "${sampleSecret('openai-project-key', seed)}";\n`;

describe('baseline', () => {
  it('accepts what is there, so that scans tell of new keys only', async () => {
    const cwd = temporaryFolder({ 'src/a.ts': line(1), 'b.ts': line(1) });
    const { exitCode, stdout } = await runInMemory(['baseline'], { cwd });
    assert.equal(exitCode, 0);
    assert.match(stdout, /\.keyhygiene\.json has a salt now[\s\S]*\.keyhygiene\.baseline written: 2 accepted/);
    const scanned = await runInMemory(['scan'], { cwd });
    assert.deepEqual([scanned.exitCode, scanned.stdout.split('. ')[1]], [0, '2 accepted']);
    assert.equal((await runInMemory(['scan', '--no-policy'], { cwd })).exitCode, 1);
    writeFileSync(join(cwd, 'c.ts'), line(2));
    assert.match((await runInMemory(['scan'], { cwd })).stdout, /^c\.ts:1:17[\s\S]*1 key\b.* in 1 file\. 2 accepted\./);
  });

  it('is sorted, names no line and holds no value', async () => {
    const cwd = temporaryFolder({ 'b.ts': line(1), 'a.ts': line(2) + line(2) });
    await runInMemory(['baseline'], { cwd });
    const text = read(cwd);
    const [heading, ...rows] = text.trimEnd().split('\n');
    assert.match(heading ?? '', /^# /);
    assert.deepEqual([rows.length, rows], [2, rows.toSorted()]);
    for (const row of rows) assert.match(row, /^[0-9a-f]{32} openai-project-key [ab]\.ts$/);
    for (const seed of [1, 2]) assert.ok(!text.includes(sampleSecret('openai-project-key', seed)));
  });

  it('still accepts a finding that moved within its file, not the same in another', async () => {
    const cwd = temporaryFolder({ 'a.ts': line(1) });
    await runInMemory(['baseline'], { cwd });
    writeFileSync(join(cwd, 'a.ts'), `\n\n\n${line(1)}`);
    assert.equal((await runInMemory(['scan'], { cwd })).exitCode, 0);
    writeFileSync(join(cwd, 'b.ts'), line(1));
    assert.equal((await runInMemory(['scan'], { cwd })).exitCode, 1);
  });

  it('is brought up to date only when asked, and forgets what is gone', async () => {
    const cwd = temporaryFolder({ 'a.ts': line(1), 'b/b.ts': line(2) });
    await runInMemory(['baseline'], { cwd });
    const again = await runInMemory(['baseline'], { cwd });
    assert.deepEqual([again.exitCode, again.stdout], [2, '']);
    rmSync(join(cwd, 'a.ts'));
    const first = read(cwd);
    assert.equal((await runInMemory(['baseline', '--update', 'b'], { cwd })).exitCode, 0);
    assert.equal(read(cwd), first, 'what was not looked at is kept');
    await runInMemory(['baseline', '--update'], { cwd });
    assert.match(read(cwd), / b\/b\.ts\n$/);
    assert.doesNotMatch(read(cwd), /a\.ts/);
  });

  it('belongs to the project, wherever in it the command runs', async () => {
    const cwd = temporaryFolder({ '.keyhygiene.json': '{}', 'src/a.ts': line(1), 'sub/.keyhygiene.json': '{}', 'sub/b.ts': line(2) });
    assert.equal((await runInMemory(['baseline', '.'], { cwd: join(cwd, 'src') })).exitCode, 0);
    assert.match(read(cwd), / src\/a\.ts\n$/);
    assert.match((await runInMemory(['baseline', '--update', 'sub'], { cwd })).stderr, /sub does not belong to the project/);
    assert.match((await runInMemory(['baseline', '--update', 'none'], { cwd })).stderr, /There is no none here/);
  });

  it('changes nothing where the policy is broken', async () => {
    const cwd = temporaryFolder({ '.keyhygiene.json': '{ "salt', 'a.ts': line(1) });
    assert.equal((await runInMemory(['baseline'], { cwd })).exitCode, 2);
    assert.equal(existsSync(join(cwd, '.keyhygiene.baseline')), false);
  });
});

function read(folder: string): string {
  return readFileSync(join(folder, '.keyhygiene.baseline'), 'utf8');
}
