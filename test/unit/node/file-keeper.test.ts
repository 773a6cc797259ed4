import assert from 'node:assert/strict';
import { chmodSync, statSync, symlinkSync } from 'node:fs';
import { neverCancelled } from '../../../src/engine/cancel.ts';
import type { KeepResult } from '../../../src/engine/hygiene/workspace/file-keeper.ts';
import { formatPhrase } from '../../../src/engine/phrase.ts';
import { createFileKeeper } from '../../../src/node/file-keeper.ts';
import { StoreFolder } from '../../support/store-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const keeper = createFileKeeper();

describe('the file keeper', () => {
  describe('leaves a file to its owner', () => {
    before(function () {
      if (process.platform === 'win32') this.skip();
    });

    it('whatever others were allowed', async () => {
      const folder = new StoreFolder({ '.env': 'A=1', 'key.pem': 'key' });
      chmodSync(folder.file('.env'), 0o666);
      chmodSync(folder.file('key.pem'), 0o750);
      for (const name of ['.env', 'key.pem']) assert.equal(failureOf(await makeOwnerOnly(folder, name)), '');
      assert.equal(modeOf(folder, '.env'), 0o600);
      assert.equal(modeOf(folder, 'key.pem'), 0o700);
    });

    it('but not one that a link leads to outside the folder', async () => {
      const outside = new StoreFolder({ secret: 'A=1' }, temporaryFolder());
      const folder = new StoreFolder();
      symlinkSync(outside.file('secret'), folder.file('.env'));
      assert.match(failureOf(await makeOwnerOnly(folder, '.env')), /leads out of the workspace folder/);
      assert.notEqual(modeOf(outside, 'secret'), 0o600);
    });

    it('and says so when it is gone', async () => {
      assert.match(failureOf(await makeOwnerOnly(new StoreFolder(), '.env')), /^\.env could not be changed \(ENOENT\)\.$/);
    });
  });

  describe('has git ignore a file', () => {
    it('by a line in the nearest ignore file, once', async () => {
      const folder = repository({ '.gitignore': 'dist', 'app/.env': 'A=1' });
      for (let time = 0; time < 2; time++) assert.equal(failureOf(await ignoreInGit(folder, 'app/.env')), '');
      assert.equal(folder.read('.gitignore'), 'dist\n.env\n');
    });

    it('below the rule that takes it back', async () => {
      const folder = repository({ '.gitignore': '.env\n', 'app/.gitignore': '!.env\n', 'app/.env': 'A=1' });
      assert.equal(failureOf(await ignoreInGit(folder, 'app/.env')), '');
      assert.equal(folder.read('app/.gitignore'), '!.env\n.env\n');
    });

    it('in its own repository, where that lies within another folder', async () => {
      const folder = new StoreFolder({ '.gitignore': 'dist\n', 'inner/app/.env': 'A=1' });
      folder.git('init', '--quiet', folder.file('inner'));
      assert.equal(failureOf(await ignoreInGit(folder, 'inner/app/.env')), '');
      assert.equal(folder.read('inner/.gitignore'), '.env\n');
      assert.equal(folder.read('.gitignore'), 'dist\n');
    });

    it('without running git, where it may not be run', async () => {
      const folder = repository({ '.env': 'A=1' });
      assert.equal(failureOf(await ignoreInGit(folder, '.env', false)), '');
      assert.equal(folder.read('.gitignore'), '.env\n');
    });
  });

  it('knows the packages around folders, up to the roots', async () => {
    const folder = new StoreFolder({
      'package.json': '{}',
      'apps/web/package.json': '{}',
      'apps/web/src/deep/a.ts': '',
      'apps/api/pyproject.toml': '',
      'apps/api/.env': '',
      'apps/none/b.ts': '',
      'other/go.mod': '',
    });
    const files = ['apps/web/src/deep', 'apps/api', 'apps/none'].map(name => folder.file(name));
    const all = await keeper.packagesAround(files, [folder.root], neverCancelled);
    assert.deepEqual([...all].sort(), [folder.root, folder.file('apps/api'), folder.file('apps/web')]);
    assert.deepEqual(await keeper.packagesAround(files, [folder.file('apps/api')], neverCancelled), [folder.file('apps/api')]);
    assert.deepEqual(await keeper.packagesAround(files, [folder.root], { isCancellationRequested: true }), []);
  });
});

function makeOwnerOnly(folder: StoreFolder, name: string): Promise<KeepResult> {
  return keeper.makeOwnerOnly({ path: folder.file(name), root: folder.root });
}

function ignoreInGit(folder: StoreFolder, name: string, mayRunGit = true): Promise<KeepResult> {
  return keeper.ignoreInGit({ path: folder.file(name), root: folder.root, mayRunGit });
}

function failureOf(result: KeepResult): string {
  return result.kind === 'failed' ? formatPhrase(result.reason) : '';
}

function modeOf(folder: StoreFolder, name: string): number {
  return statSync(folder.file(name)).mode & 0o777;
}

function repository(files: Readonly<Record<string, string>>): StoreFolder {
  const folder = new StoreFolder(files);
  folder.git('init', '--quiet');
  return folder;
}
