import assert from 'node:assert/strict';
import { join } from 'node:path';
import { addLayer, verdict } from '../../../src/node/git-ignore-layers.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('a layer of ignore rules', () => {
  it('leaves out rules that could take very long, and keeps the others', () => {
    const folder = temporaryFolder({ '.gitignore': `${'**/a/'.repeat(12)}b\nbuild/\n` });
    const layer = addLayer(undefined, folder, join(folder, '.gitignore'));
    assert.equal(verdict(layer, join(folder, 'build'), true).ignored, true);
    assert.equal(verdict(layer, join(folder, `${'a/'.repeat(60)}c`), false).ignored, false);
  });
});
