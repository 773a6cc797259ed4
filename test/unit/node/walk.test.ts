import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { formatPhrase } from '../../../src/engine/phrase.ts';
import type { ExcludeGlobs } from '../../../src/node/exclude-globs.ts';
import { walk } from '../../../src/node/walk.ts';
import { createSieve } from '../../../src/node/walk-sieve.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('walk', () => {
  it('yields every file once, in the order of names', () => {
    const folder = temporaryFolder({ 'b/two.ts': '', 'a.ts': '', 'b/one.ts': '', 'c.ts': '' });
    assert.deepEqual(filesIn(folder), ['a.ts', 'b/one.ts', 'b/two.ts', 'c.ts']);
    assert.deepEqual(filesIn(folder, { roots: [folder, join(folder, 'b'), join(folder, 'a.ts')] }), [
      'a.ts',
      'b/one.ts',
      'b/two.ts',
      'c.ts',
    ]);
  });

  it('has nothing to say about an empty folder', () => {
    assert.deepEqual([...walk({ roots: [temporaryFolder()], excludes: [] })], []);
  });

  it('leaves out installed packages and version control data, each folder named once', () => {
    const folder = temporaryFolder({ 'node_modules/p/index.js': '', 'node_modules/p/.env': '', '.git/config': '', 'src/a.ts': '' });
    assert.deepEqual(filesIn(folder), ['src/a.ts']);
    assert.deepEqual(skippedIn(folder), { '.git': 'version control data', node_modules: 'installed packages' });
  });

  it('leaves out files that nobody writes keys into, unless they are named', () => {
    const folder = temporaryFolder({
      'package-lock.json': '',
      'app.min.js': '',
      'app.js.map': '',
      'logo.SVG': '',
      'a.woff2': '',
      '.env.lock': '',
      'map.ts': '',
      'min.js': '',
      'data.map': '',
    });
    assert.deepEqual(filesIn(folder), ['.env.lock', 'data.map', 'map.ts', 'min.js']);
    assert.deepEqual(skippedIn(folder), {
      'a.woff2': 'font',
      'app.js.map': 'source map',
      'app.min.js': 'minified',
      'logo.SVG': 'picture, sound or film',
      'package-lock.json': 'lock file',
    });
    assert.deepEqual(
      [...walk({ roots: [join(folder, 'app.min.js')], excludes: [] })].map(({ kind }) => kind),
      ['file'],
    );
  });

  it('enters installed packages that are named', () => {
    const folder = temporaryFolder({ 'node_modules/p/index.js': '', '.gitignore': 'node_modules/\n', '.git/HEAD': '' });
    assert.deepEqual(filesIn(join(folder, 'node_modules')), ['p/index.js']);
  });

  it('leaves out what git ignores: nested files, negations, the folder as a whole', () => {
    const folder = temporaryFolder({
      '.gitignore': '*.log\n/build/\n',
      'a.log': '',
      'a.ts': '',
      'build/out.js': '',
      'sub/build/kept.js': '',
      'sub/.gitignore': '!keep.log\nsecret.ts\n',
      'sub/keep.log': '',
      'sub/other.log': '',
      'sub/secret.ts': '',
    });
    assert.deepEqual(filesIn(folder), ['.gitignore', 'a.ts', 'sub/.gitignore', 'sub/build/kept.js', 'sub/keep.log']);
    assert.deepEqual(skippedIn(folder), {
      'a.log': 'ignored by git',
      build: 'ignored by git',
      'sub/other.log': 'ignored by git',
      'sub/secret.ts': 'ignored by git',
    });
  });

  it('lets an inner negation bring a folder back with all that is in it', () => {
    const folder = temporaryFolder({ '.gitignore': 'out/\n', 'p/.gitignore': '!out/\n', 'p/out/a.ts': '', 'q/out/b.ts': '' });
    assert.deepEqual(filesIn(folder), ['.gitignore', 'p/.gitignore', 'p/out/a.ts']);
  });

  it('heeds the ignore files above the folder and .git/info/exclude, up to the top of the repository', () => {
    const folder = temporaryFolder({
      '.gitignore': 'a.ts\nb.ts\nc.ts\n',
      'repo/.git/info/exclude': 'b.ts\n',
      'repo/.gitignore': 'c.ts\n',
      'repo/src/a.ts': '',
      'repo/src/b.ts': '',
      'repo/src/c.ts': '',
    });
    assert.deepEqual(filesIn(join(folder, 'repo', 'src')), ['a.ts']);
  });

  it('finds the excludes of a worktree, whose .git is a file', () => {
    const folder = temporaryFolder({
      'main/.git/info/exclude': 'b.ts\n',
      'main/.git/worktrees/tree/commondir': '../..\n',
      'tree/.git': 'gitdir: ../main/.git/worktrees/tree\n',
      'tree/a.ts': '',
      'tree/b.ts': '',
    });
    assert.ok(!filesIn(join(folder, 'tree')).includes('b.ts'));
    assert.ok(filesIn(join(folder, 'tree')).includes('a.ts'));
  });

  it('always reads environment files, ignored or not, also in ignored folders', () => {
    const folder = temporaryFolder({
      '.gitignore': '.env*\nprivate/\n',
      '.env': '',
      '.env.local': '',
      'private/.env.production': '',
      'private/deep/.env': '',
      'private/other.ts': '',
    });
    assert.deepEqual(filesIn(folder), ['.env', '.env.local', '.gitignore', 'private/.env.production', 'private/deep/.env']);
    assert.deepEqual(skippedIn(folder), { private: 'ignored by git' });
  });

  it('reads a named file that git ignores', () => {
    const folder = temporaryFolder({ '.git/HEAD': '', '.gitignore': 'a.ts\n', 'a.ts': '' });
    assert.deepEqual(filesIn(folder, { roots: [join(folder, 'a.ts')] }), ['a.ts']);
  });

  it('leaves out what globs say, environment files too, and names the glob', () => {
    const folder = temporaryFolder({
      'dist/a.js': '',
      'src/dist/b.js': '',
      'src/x.min.js': '',
      'src/.env': '',
      'docs/deep/d.md': '',
      'a.ts': '',
    });
    const excludes = [{ base: folder, globs: ['dist', '*.min.js', 'docs/**', 'src/.env'] }];
    assert.deepEqual(filesIn(folder, { excludes }), ['a.ts']);
    assert.deepEqual(skippedIn(folder, { excludes }), {
      dist: 'left out by dist',
      docs: 'left out by docs/**',
      'src/.env': 'left out by src/.env',
      'src/dist': 'left out by dist',
      'src/x.min.js': 'left out by *.min.js',
    });
  });

  it('never follows links to folders, so circles end', () => {
    const folder = temporaryFolder({ 'src/a.ts': '' });
    symlinkSync('..', join(folder, 'src', 'up'));
    symlinkSync('/', join(folder, 'everything'));
    symlinkSync('loop', join(folder, 'loop'));
    assert.deepEqual(filesIn(folder), ['src/a.ts']);
    assert.deepEqual(skippedIn(folder), { everything: 'link to a folder', loop: 'link that leads nowhere', 'src/up': 'link to a folder' });
  });

  it('reads a linked file once, under its own name where it has one', () => {
    const outside = temporaryFolder({ 'shared.ts': '' });
    const folder = temporaryFolder({ 'z.ts': '' });
    symlinkSync('z.ts', join(folder, 'a-link.ts'));
    symlinkSync(join(outside, 'shared.ts'), join(folder, 'b.ts'));
    symlinkSync(join(outside, 'shared.ts'), join(folder, 'c.ts'));
    assert.deepEqual(filesIn(folder), ['z.ts', 'b.ts']);
  });

  it('tells when a root is not there', () => {
    const folder = temporaryFolder();
    assert.deepEqual(skippedIn(folder, { roots: [join(folder, 'gone')] }), { gone: 'could not be read (ENOENT)' });
  });

  it('stops when nobody asks on', () => {
    const folder = temporaryFolder({ 'a.ts': '', 'b.ts': '' });
    const entries = walk({ roots: [folder], excludes: [] });
    assert.equal(entries.next().done, false);
    entries.return(undefined);
    assert.equal(entries.next().done, true);
  });

  it('agrees with the sieve about every single file', () => {
    const folder = temporaryFolder({
      '.gitignore': '*.log\n/build/\n',
      'a.log': '',
      'a.ts': '',
      'build/out.js': '',
      'build/.env': '',
      'sub/.gitignore': '!keep.log\n!build/\n',
      'sub/keep.log': '',
      'sub/x.log': '',
      'vendor/v.ts': '',
      'node_modules/p/i.js': '',
    });
    mkdirSync(join(folder, '.git'));
    const request = { roots: [folder], excludes: [{ base: folder, globs: ['vendor'] }] };
    const read = new Set(filesIn(folder, request));
    const reasonToSkip = createSieve(request);
    const all = [
      '.gitignore',
      'a.log',
      'a.ts',
      'build/out.js',
      'build/.env',
      'sub/keep.log',
      'sub/x.log',
      'vendor/v.ts',
      'node_modules/p/i.js',
    ];
    for (const file of all) assert.equal(reasonToSkip(join(folder, file)) === undefined, read.has(file), file);
    assert.ok(reasonToSkip(join(folder, '..', 'elsewhere.ts')), 'outside');
  });
});

interface Options {
  readonly roots?: readonly string[];
  readonly excludes?: readonly ExcludeGlobs[];
}

function filesIn(folder: string, { roots = [folder], excludes = [] }: Options = {}): readonly string[] {
  return [...walk({ roots, excludes })].filter(({ kind }) => kind === 'file').map(({ path }) => relative(folder, path));
}

function skippedIn(folder: string, { roots = [folder], excludes = [] }: Options = {}): Record<string, string> {
  const skipped = [...walk({ roots, excludes })].filter(entry => entry.kind === 'skipped');
  return Object.fromEntries(skipped.map(({ path, reason }) => [relative(folder, path), formatPhrase(reason)]));
}
