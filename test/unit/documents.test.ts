// What the documents say of the tree is true of the tree.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];

describe('the documents', () => {
  for (const document of documents) {
    it(`names in ${document} only files that are there`, () => {
      const text = readFileSync(document, 'utf8');
      assert.deepEqual(
        [...pathsIn(text)].filter(path => !existsSync(path)),
        [],
      );
    });
  }

  it('gives the reason, licence and size of every dependency', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const table = readFileSync('CONTRIBUTING.md', 'utf8').split('## Dependencies')[1] ?? '';
    const named = [...table.matchAll(/^\| (?<names>[^|]+) \| [^|]+ \| [^|]+ \| [^|]+ \|$/gm)].flatMap(
      ({ groups }) => groups?.['names']?.split(', ') ?? [],
    );
    const isNamed = (name: string) => named.includes(name) || (name.startsWith('@types/') && named.includes('@types/*'));
    assert.deepEqual(
      Object.keys({ ...dependencies, ...devDependencies }).filter(name => !isNamed(name)),
      [],
    );
  });

  it('keeps ARCHITECTURE.md short enough to be read', () => {
    assert.ok(readFileSync('ARCHITECTURE.md', 'utf8').split('\n').length <= 200);
  });
});

/** Targets of relative links, pictures, paths in backquotes that begin with a folder of ours, and the code map's folders. */
function* pathsIn(text: string): Generator<string> {
  for (const { groups } of text.matchAll(/\]\((?<path>(?!https?:|#)[^)#\s]+)[^)]*\)/g)) yield groups?.['path'] ?? '';
  for (const { groups } of text.matchAll(/\b(?:src|srcset)="(?<path>[^"]+)"/g)) yield groups?.['path'] ?? '';
  for (const { groups } of text.matchAll(/`(?<path>(?:src|test|scripts|docs|syntaxes|schemas)\/[\w./-]+)`/g)) yield groups?.['path'] ?? '';
  for (const { groups } of text.matchAll(/`(?<path>(?:engine|node|cli|editor)\/[\w./-]+)`/g)) yield `src/${groups?.['path'] ?? ''}`;
  yield* pathsOfMap(text);
}

/** `src/` and, indented below it, zones and their rooms, two spaces a level. */
function* pathsOfMap(text: string): Generator<string> {
  const parents: string[] = [];
  for (const { groups } of text.matchAll(/^(?<indent>(?: {2})*)(?<name>[\w.-]+\/?|[\w.-]+\.ts)(?: {2,}\S.*)?$/gm)) {
    const depth = (groups?.['indent']?.length ?? 0) / 2;
    const name = groups?.['name'] ?? '';
    if (!/[/.]/.test(name) || (depth === 0 && !name.endsWith('/'))) continue;
    parents.splice(depth, Number.POSITIVE_INFINITY, name);
    yield parents.join('');
  }
}
