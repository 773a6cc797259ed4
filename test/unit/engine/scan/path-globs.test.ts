import assert from 'node:assert/strict';
import { compilePathGlob, isSlowGlob } from '../../../../src/engine/scan/path-globs.ts';

describe('globs of paths', () => {
  const matches = (glob: string, uri: string, folder?: string): boolean => compilePathGlob(glob, folder)(uri);

  it('are relative to the folder', () => {
    assert.equal(matches('src/**', '/projects/app/src/a.ts', '/projects/app'), true);
    assert.equal(matches('src/**', '/projects/app/lib/src/a.ts', '/projects/app'), false);
    assert.equal(matches('**', '/projects/other/a.ts', '/projects/app'), false);
    assert.equal(matches('**', '/projects/app-two/a.ts', '/projects/app'), false);
  });

  it('take names as relative where there is no folder', () => {
    assert.equal(matches('src/**', 'src/a.ts'), true);
    assert.equal(matches('src/**', './src/a.ts'), true);
  });

  it('match URIs, however they are encoded', () => {
    assert.equal(matches('my code/*.ts', 'file:///w/my%20code/a.ts', 'file:///w'), true);
    assert.equal(matches('**/*.ts', 'file:///c%3A/w/a.ts', 'file:///c:/w'), true);
    assert.equal(matches('100%/*.ts', 'file:///w/100%/a.ts', 'file:///w'), true);
  });

  it('match a name at any depth, and all that is in a folder of that name', () => {
    assert.equal(matches('fixtures', 'a/fixtures/deep/x.json'), true);
    assert.equal(matches('fixtures/', 'fixtures/x.json'), true);
    assert.equal(matches('*.snap', 'a/b.snap'), true);
    assert.equal(matches('a/b', 'a/b/c.ts'), true);
    assert.equal(matches('a/b', 'x/a/b/c.ts'), false);
  });

  it('match files and folders that begin with a dot', () => {
    assert.equal(matches('**', '.env'), true);
    assert.equal(matches('config/*', 'config/.env'), true);
  });

  it('match nothing when trying them could take very long', () => {
    const slow = `${'*a'.repeat(25)}`;
    assert.equal(isSlowGlob(slow), true);
    assert.equal(compilePathGlob(slow, undefined)('a'.repeat(60)), false);
    for (const glob of ['**/*.test.*', 'src/**/*-*.*.ts', '**/a/**/b/**/c/**']) assert.equal(isSlowGlob(glob), false, glob);
  });
});
