// What is on disk after a store that failed, at each step at which it can fail.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { SmallDisk } from '../../support/small-disk.ts';
import { failureOf, StoreFolder, storedValue as value } from '../../support/store-folder.ts';

describe('value store, on a disk', () => {
  let disk: SmallDisk | undefined;

  beforeEach(function () {
    disk = SmallDisk.mount();
    if (disk === undefined) this.skip();
  });
  afterEach(() => disk?.unmount());

  const open = (files: Readonly<Record<string, string>>) => new StoreFolder(files, disk?.path);
  const existing = { '.env': 'A=1\n', '.env.example': 'A=\n', '.gitignore': 'dist\n' };

  // Each of the three files that are written takes one page.
  for (const [room, step] of ['the ignore line', 'the example', 'the value'].entries()) {
    it(`without room for ${step}, takes back what it wrote`, async () => {
      const folder = open({});
      disk?.fill(room);
      const before = textsIn(folder.root);
      assert.equal(failureOf(await folder.store()), 'The value could not be stored (ENOSPC).');
      assert.deepEqual(textsIn(folder.root), before);
    });
  }

  it('without room for a second copy of a file that exists, leaves it as it is', async () => {
    for (const files of [
      existing,
      { ...existing, '.gitignore': '.env\n' },
      { ...existing, '.gitignore': '.env\n', '.env.example': 'SERVICE_KEY=\n' },
    ]) {
      const folder = open(files);
      disk?.fill(0);
      const before = textsIn(folder.root);
      assert.equal(failureOf(await folder.store()), 'The value could not be stored (ENOSPC).');
      assert.deepEqual(textsIn(folder.root), before);
      folder.write('filler', '');
    }
  });

  it('that is full but for one copy, still replaces each', async () => {
    const folder = open(existing);
    disk?.fill(1);
    assert.equal((await folder.store()).kind, 'stored');
    assert.equal(folder.read('.env'), `A=1\nSERVICE_KEY=${value}\n`);
  });

  it('that can only be read, changes nothing', async () => {
    const folder = open(existing);
    const before = textsIn(folder.root);
    disk?.makeReadOnly();
    assert.equal(failureOf(await folder.store()), 'The value could not be stored (EROFS).');
    assert.deepEqual(textsIn(folder.root), before);
  });
});

/** Every file below the folder with its text. */
function textsIn(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const paths = files.map(({ parentPath, name }) => `${parentPath}/${name}`).sort();
  return Object.fromEntries(paths.map(path => [path, readFileSync(path, 'utf8')]));
}
