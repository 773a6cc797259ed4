import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { isCommitted, sampleFiles, writeSampleMonorepo } from '../../scripts/sample-monorepo/write.mjs';
import { checks } from '../../src/engine/hygiene/catalogue.ts';
import { certificate } from '../support/certificate.ts';
import { runInMemory } from '../support/run-in-memory.ts';
import { sampleSecret } from '../support/sample-secret.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('the sample monorepo', function () {
  this.timeout(60_000);
  let folder: string;

  before(() => {
    folder = join(temporaryFolder(), 'monorepo');
    writeSampleMonorepo(folder, { sampleSecret, certificate });
  });

  it('shows every problem that was planted in it, and none in the look-alikes', async () => {
    const planted = sampleFiles.flatMap(({ path, problems = [] }) => problems.map(checkId => `${path} ${checkId}`));
    assert.deepEqual(await problemsIn(folder), planted.sort());
  });

  it('shows those of the committed files in a fresh clone', async () => {
    const clone = join(temporaryFolder(), 'clone');
    execFileSync('git', ['clone', '--quiet', folder, clone], { stdio: 'pipe' });
    const planted = sampleFiles
      .filter(isCommitted)
      .flatMap(({ path, problems = [], problemsInClone = problems }) => problemsInClone.map(checkId => `${path} ${checkId}`));
    assert.deepEqual(await problemsIn(clone), planted.sort());
  });

  it('has every check planted, but for those that a policy asks for', () => {
    const planted = new Set(sampleFiles.flatMap(({ problems = [] }) => problems));
    assert.deepEqual(
      checks.map(({ id }) => id).filter(id => !planted.has(id)),
      ['env-file-plain', 'services-mixed'],
    );
  });
});

/** `path checkId`, sorted. */
async function problemsIn(cwd: string): Promise<readonly string[]> {
  const { stdout } = await runInMemory(['scan', '.', '--format', 'jsonl'], { cwd });
  const rows = stdout
    .trim()
    .split('\n')
    .map((line): { readonly path: string; readonly checkId?: string } => JSON.parse(line));
  return [...new Set(rows.flatMap(({ path, checkId }) => (checkId === undefined ? [] : [`${path} ${checkId}`])))].sort();
}
