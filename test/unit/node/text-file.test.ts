import assert from 'node:assert/strict';
import { existsSync, linkSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openTextFile, replaceText, restoreText } from '../../../src/node/text-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('a text file of a workspace', () => {
  let root: string;
  const at = (name: string) => path.join(root, name);

  beforeEach(() => {
    root = temporaryFolder();
  });

  it('is not written over a change that somebody made since it was read', async () => {
    writeFileSync(at('.env'), 'A=1\n');
    const file = await openTextFile(at('.env'), root);
    writeFileSync(at('.env'), 'A=1\nTHEIRS=2\n');
    await assert.rejects(replaceText(file, 'A=1\nOURS=3\n', 0o600), /was changed by something else/);
    assert.equal(readFileSync(at('.env'), 'utf8'), 'A=1\nTHEIRS=2\n');
  });

  it('is put back as it was, also where it is written in place', async () => {
    writeFileSync(at('.env'), 'A=1\n');
    linkSync(at('.env'), at('linked'));
    const file = await openTextFile(at('.env'), root);
    await replaceText(file, 'A=1\nB=2\n', 0o600);
    assert.equal(readFileSync(at('linked'), 'utf8'), 'A=1\nB=2\n');
    await restoreText(file, 'A=1\nB=2\n');
    assert.equal(readFileSync(at('linked'), 'utf8'), 'A=1\n');
  });

  it('keeps what somebody else wrote after us when it is to be put back', async () => {
    const file = await openTextFile(at('.env'), root);
    await replaceText(file, 'OURS=1\n', 0o600);
    writeFileSync(at('.env'), 'THEIRS=2\n');
    await restoreText(file, 'OURS=1\n');
    assert.equal(readFileSync(at('.env'), 'utf8'), 'THEIRS=2\n');
  });

  it('is gone again when there was none', async () => {
    const file = await openTextFile(at('.env'), root);
    await replaceText(file, 'OURS=1\n', 0o600);
    await restoreText(file, 'OURS=1\n');
    assert.equal(existsSync(at('.env')), false);
  });
});
