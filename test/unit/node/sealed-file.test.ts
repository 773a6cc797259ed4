import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newSalt } from '../../../src/node/fingerprint.ts';
import { openSealedFile } from '../../../src/node/sealed-file.ts';
import { SmallDisk } from '../../support/small-disk.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const text = `${'a fingerprint '.repeat(1000)}🔑\n`;

describe('a sealed file', () => {
  const secret = newSalt();

  it('gives back what was written last, in a folder that was not there', async () => {
    const file = openSealedFile(path.join(temporaryFolder(), 'a', 'b', 'keys.sealed'), secret);
    assert.equal(await file.read(), undefined);
    assert.equal(await file.write('older'), undefined);
    assert.equal(await file.write(text), undefined);
    assert.equal(await file.read(), text);
  });

  it('tells nothing to whoever reads it, and is for this user only', async () => {
    const file = path.join(temporaryFolder(), 'keys.sealed');
    await openSealedFile(file, secret).write(text);
    const bytes = readFileSync(file).toString('latin1');
    assert.ok(!bytes.includes('fingerprint') && !bytes.includes(secret));
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
  });

  it('says the same thing twice in different bytes', async () => {
    const file = path.join(temporaryFolder(), 'keys.sealed');
    await openSealedFile(file, secret).write(text);
    const before = readFileSync(file);
    await openSealedFile(file, secret).write(text);
    assert.ok(!readFileSync(file).equals(before));
  });

  it('cannot be opened with another secret, in another place, cut off or changed', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'keys.sealed');
    await openSealedFile(file, secret).write(text);
    const bytes = readFileSync(file);
    assert.equal(await openSealedFile(file, newSalt()).read(), undefined);
    const moved = path.join(folder, 'moved.sealed');
    writeFileSync(moved, bytes);
    assert.equal(await openSealedFile(moved, secret).read(), undefined);
    for (const length of [0, 5, 20, bytes.length - 1]) {
      writeFileSync(file, bytes.subarray(0, length));
      assert.equal(await openSealedFile(file, secret).read(), undefined, `cut after ${length} bytes`);
    }
    for (const at of [0, 15, bytes.length - 1]) {
      writeFileSync(
        file,
        bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)),
      );
      assert.equal(await openSealedFile(file, secret).read(), undefined, `byte ${at} changed`);
    }
  });

  it('leaves what it held, and no draft, where the disk is full or takes no change', async function () {
    const disk = SmallDisk.mount();
    if (disk === undefined) return this.skip();
    try {
      const file = openSealedFile(path.join(disk.path, 'keys.sealed'), secret);
      await file.write('kept');
      disk.fill(0);
      assert.equal(await file.write(newSalt().repeat(2000)), 'ENOSPC');
      disk.makeReadOnly();
      assert.equal(await file.write('other'), 'EROFS');
      assert.equal(await file.read(), 'kept');
      assert.deepEqual(readdirSync(disk.path).sort(), ['filler', 'keys.sealed']);
    } finally {
      disk.unmount();
    }
  });

  it('says which code the system gave when a folder stands in its place', async () => {
    const folder = temporaryFolder({ 'keys.sealed/': '' });
    const code = await openSealedFile(path.join(folder, 'keys.sealed'), secret).write('text');
    assert.match(code ?? '', /^E[A-Z]+$/);
    assert.deepEqual(readdirSync(folder), ['keys.sealed']);
  });
});
