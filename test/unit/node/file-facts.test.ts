import assert from 'node:assert/strict';
import { chmodSync, rmSync, symlinkSync } from 'node:fs';
import { neverCancelled } from '../../../src/engine/cancel.ts';
import { readFileFacts } from '../../../src/node/file-facts.ts';
import { StoreFolder } from '../../support/store-folder.ts';

describe('file facts', () => {
  it('tell what git keeps and ignores, file by file and repository by repository', async () => {
    const folder = repository({ '.gitignore': '.env*\n', '.env': 'A=1', 'app/.env.production': 'A=1', 'a b*[x].pem': 'key' });
    folder.git('add', '--force', 'app/.env.production');
    folder.git('init', '--quiet', folder.file('inner'));
    folder.write('inner/.env', 'A=1');
    assert.deepEqual(await placesIn(folder, ['.env', 'app/.env.production', 'a b*[x].pem', 'inner/.env']), [
      { isInRepository: true, isTracked: false, isIgnored: true },
      { isInRepository: true, isTracked: true, isIgnored: true },
      { isInRepository: true, isTracked: false, isIgnored: false },
      { isInRepository: true, isTracked: false, isIgnored: false },
    ]);
  });

  it('read the ignore files where git is not to be run, and do not guess what is tracked', async () => {
    const folder = repository({ '.gitignore': '.env\n', '.env': 'A=1', 'b/.env.local': 'A=1' });
    folder.git('add', '--force', '.env');
    assert.deepEqual(await placesIn(folder, ['.env', 'b/.env.local'], false), [
      { isInRepository: true, isIgnored: true },
      { isInRepository: true, isIgnored: false },
    ]);
  });

  it('know of files outside of any repository that they are', async () => {
    assert.deepEqual(await placesIn(new StoreFolder({ '.env': 'A=1' }), ['.env']), [{ isInRepository: false }]);
  });

  it('tell whether others may read a file, and leave out what is gone or leads elsewhere', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = new StoreFolder({ '.env': 'A=1', '.env.local': 'A=1', gone: '' });
    chmodSync(folder.file('.env'), 0o640);
    chmodSync(folder.file('.env.local'), 0o600);
    symlinkSync(folder.file('.env'), folder.file('link'));
    rmSync(folder.file('gone'));
    const facts = await readFileFacts(
      ['.env', '.env.local', 'link', 'gone'].map(name => folder.file(name)),
      true,
      neverCancelled,
    );
    assert.deepEqual(
      facts.map(({ uri, isOpenToOthers }) => [uri, isOpenToOthers]),
      [
        [folder.file('.env'), true],
        [folder.file('.env.local'), false],
      ],
    );
  });

  it('end when cancelled', async () => {
    const folder = repository({ '.env': 'A=1' });
    assert.deepEqual(await readFileFacts([folder.file('.env')], true, { isCancellationRequested: true }), []);
  });

  it('ask about hundreds of files at once', async () => {
    const names = Array.from({ length: 120 }, (_, index) => `app${index}/.env`);
    const folder = repository(Object.fromEntries(names.map(name => [name, 'A=1'])));
    folder.git('add', '--', ...names.slice(0, 60));
    const facts = await readFileFacts(
      names.map(name => folder.file(name)),
      true,
      neverCancelled,
    );
    assert.equal(facts.filter(({ isTracked }) => isTracked).length, 60);
  });
});

function repository(files: Readonly<Record<string, string>>): StoreFolder {
  const folder = new StoreFolder(files);
  folder.git('init', '--quiet');
  return folder;
}

async function placesIn(folder: StoreFolder, names: readonly string[], mayRunGit = true) {
  const facts = await readFileFacts(
    names.map(name => folder.file(name)),
    mayRunGit,
    neverCancelled,
  );
  return names.map(name => {
    const { uri, isOpenToOthers, ...place } = facts.find(fact => fact.uri === folder.file(name)) ?? assert.fail(name);
    return place;
  });
}
