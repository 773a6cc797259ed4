import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { findProgram } from '../../../../src/node/managers/find-program.ts';
import { managerHost } from '../../../../src/node/managers/manager-session.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('findProgram', () => {
  if (process.platform === 'win32') return;

  it('takes the first on the PATH that can be started', async () => {
    const [first, second] = [temporaryFolder({ op: '' }), await programFolder('op')];
    assert.equal(await find('op', [first, second]), join(second, 'op'));
    assert.equal(await find('op', []), undefined);
  });

  it('takes none from a workspace, even through a link or a folder that is not absolute', async () => {
    const workspace = await programFolder('op');
    const elsewhere = await programFolder('op');
    assert.equal(await find('op', [workspace, elsewhere], [workspace]), join(elsewhere, 'op'));
    const linked = temporaryFolder();
    symlinkSync(join(workspace, 'op'), join(linked, 'op'));
    assert.equal(await find('op', [linked], [workspace]), undefined);
    assert.equal(await find('op', ['.', 'node_modules/.bin'], [workspace]), undefined);
  });
});

async function programFolder(name: string): Promise<string> {
  const folder = temporaryFolder({ [name]: '#!/bin/sh\n' });
  await chmod(join(folder, name), 0o755);
  return folder;
}

function find(name: string, folders: readonly string[], workspace: readonly string[] = []): Promise<string | undefined> {
  return findProgram(name, managerHost({ environment: { PATH: folders.join(delimiter) }, workspaceFolders: () => workspace }));
}
