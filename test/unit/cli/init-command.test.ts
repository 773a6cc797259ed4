import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPolicy } from '../../../src/engine/settings/read-settings.ts';
import { runInMemory } from '../../support/run-in-memory.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('init', () => {
  it('writes a policy with a salt of its own, which a scan finds nothing wrong with', async () => {
    const cwd = temporaryFolder();
    assert.equal((await runInMemory(['init'], { cwd })).exitCode, 0);
    const { policy, problems } = readPolicy(readFileSync(join(cwd, '.keyhygiene.json'), 'utf8'));
    assert.match(policy.salt ?? '', /^[0-9a-f]{64}$/);
    assert.deepEqual(problems, []);
    const { exitCode, stderr } = await runInMemory(['scan', '--confidence', 'possible'], { cwd });
    assert.deepEqual({ exitCode, stderr }, { exitCode: 0, stderr: '' });
  });

  it('never overwrites a policy', async () => {
    const cwd = temporaryFolder({ '.keyhygiene.json': '{}' });
    const { exitCode, stderr } = await runInMemory(['init'], { cwd });
    assert.deepEqual({ exitCode, stderr }, { exitCode: 2, stderr: 'key-hygiene: .keyhygiene.json is already here.\n' });
    assert.equal(readFileSync(join(cwd, '.keyhygiene.json'), 'utf8'), '{}');
  });
});
