import assert from 'node:assert/strict';
import { environmentFileFor } from '../../../../src/engine/env-file/environment-file-for.ts';
import type { ProjectFacts } from '../../../../src/engine/project/project-facts.ts';

describe('environmentFileFor', () => {
  const project = (entries: readonly string[], manifests: Readonly<Record<string, string>> = {}): ProjectFacts => ({
    folder: 'file:///project/app',
    entries,
    manifests,
  });
  const next = project(['package.json'], { 'package.json': '{"dependencies":{"next":"15"}}' });
  const ask = (changes: Partial<Parameters<typeof environmentFileFor>[0]>) =>
    environmentFileFor({ languageId: 'typescript', project: undefined, envFile: '.env', isChosen: false, ...changes });

  it('is the file of the settings where nothing tells more', () => {
    assert.deepEqual(ask({}), { envFile: '.env', inProjectFolder: false });
    assert.deepEqual(ask({ languageId: 'go', project: project(['go.mod'], { 'go.mod': 'module a\n' }) }), {
      envFile: '.env',
      inProjectFolder: false,
    });
  });

  it('is the one that the framework reads, in the project’s folder', () => {
    assert.deepEqual(ask({ project: next }), { envFile: '.env.local', inProjectFolder: true });
    assert.deepEqual(ask({ project: project(['wrangler.toml']) }), { envFile: '.dev.vars', inProjectFolder: true });
    assert.deepEqual(ask({ project: project(['host.json', 'package.json']) }), { envFile: 'local.settings.json', inProjectFolder: true });
  });

  it('is the one that R reads', () => {
    assert.equal(ask({ languageId: 'r' }).envFile, '.Renviron');
  });

  it('is the one that a person chose', () => {
    assert.deepEqual(ask({ project: next, envFile: '.env.mine', isChosen: true }), { envFile: '.env.mine', inProjectFolder: false });
    assert.equal(ask({ languageId: 'r', isChosen: true }).envFile, '.env');
  });
});
