// The map of who may import whom, and the proof that the code keeps to it. A test here fails with a sentence that says where to go instead.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { projectRoot } from '../../scripts/project-root.mjs';

/** By zone or root file: the zones and packages it may import besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  engine: [
    '@eslint-community/regexpp',
    'minimatch',
    'smol-toml',
    'jsonc-parser',
    'yaml',
    '@rgrove/parse-xml',
    'toml-eslint-parser',
    'web-tree-sitter',
  ],
  node: [
    'engine',
    'node:*',
    'ignore',
    'dotenv',
    '@noble/secp256k1',
    '@aws-sdk/client-secrets-manager',
    '@aws-sdk/client-ssm',
    'google-auth-library',
  ],
  web: ['engine', '@noble/hashes'],
  cli: ['engine', 'node', 'node:*'],
  editor: ['engine', 'vscode'],
  'extension.ts': ['engine', 'node', 'editor', 'vscode', 'node:*'],
  'extension.web.ts': ['engine', 'editor', 'web', 'vscode'],
  'cli.ts': ['node', 'cli', 'terminal.ts', 'node:*', 'package.json'],
  'terminal.ts': ['engine', 'node', 'cli', 'node:*', 'package.json'],
  'thread.ts': ['engine', 'node', 'node:*'],
  'worker.ts': ['node', 'thread.ts', 'node:*'],
};

const advice: Readonly<Record<string, string>> = {
  engine: 'The engine is text in, plain data out: take what it needs as an argument from a root.',
  node: 'This zone also serves the terminal and threads, where there is no editor.',
  web: 'Browsers have no disk, threads or git; what every machine has belongs in engine/.',
  cli: 'The terminal knows no editor; what both need belongs in engine/ or node/.',
  editor: 'The editor zone also runs in browsers: take disk, threads and git as abilities (editor/abilities.ts) from the root.',
};

// Catalogues, tables and the like are data: as long as the world they describe.
const dataFiles = /^engine\/(?:rules|languages)\/|^engine\/scan\/reasons\/|^engine\/usages\/patterns\.ts$/;
const longestFile = 300;

interface Import {
  readonly target: string;
  /** Gone at run time. */
  readonly isType: boolean;
}

const source = join(projectRoot, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => /(?<!\.d)\.ts$/.test(file))
  .sort();
const texts = new Map(files.map(file => [file, readFileSync(join(source, file), 'utf8')]));
const importsByFile = new Map(files.map(file => [file, readImports(texts.get(file) ?? '')]));

describe('architecture', () => {
  for (const file of files) {
    it(`${file} imports only what it may`, () => {
      const zone = zoneOf(file);
      const allowed = mayImport[zone];
      assert.ok(allowed, `src/${file} lies in no known zone: see the table in this test.`);
      for (const { target } of importsByFile.get(file) ?? []) {
        const to = target.startsWith('.') ? zoneOf(resolveImport(file, target)) : packageOf(target);
        assert.ok(to === zone || allowed.includes(to), `src/${file} must not import ${target}. ${advice[zone] ?? ''}`);
      }
    });
  }

  it('has no file that imports itself on a way around', () => {
    const ring = findRing(new Map(files.map(file => [file, runtimeImports(file)])));
    assert.equal(ring?.join(' → '), undefined);
  });

  it('keeps every file short enough to be read at one go, data apart', () => {
    const long = files.filter(file => !dataFiles.test(file) && (texts.get(file) ?? '').split('\n').length > longestFile);
    assert.deepEqual(long, []);
  });

  it('finds rings, and only rings', () => {
    const graph = (edges: Record<string, string[]>) => new Map(Object.entries(edges));
    assert.deepEqual(findRing(graph({ a: ['b', 'c'], b: ['c'], c: [] })), undefined);
    assert.deepEqual(findRing(graph({ a: ['b'], b: ['c'], c: ['b'] })), ['b', 'c', 'b']);
  });

  it('reads every form of import', () => {
    const text = [
      "import a from 'a';",
      "import type { B } from './b.ts';",
      "import {\n  c,\n} from './c.ts';",
      "import './d.ts';",
      "export { e } from './e.ts';",
      "await import('./f.ts');",
    ];
    assert.deepEqual(readImports(text.join('\n')), [
      { target: 'a', isType: false },
      { target: './b.ts', isType: true },
      { target: './c.ts', isType: false },
      { target: './d.ts', isType: false },
      { target: './e.ts', isType: false },
      { target: './f.ts', isType: false },
    ]);
  });
});

function readImports(text: string): readonly Import[] {
  const form = /^(?:import|export)\b(?<type> type\b)?(?:[^'"`;]*?\bfrom)?\s*'(?<from>[^']+)'|\bimport\(\s*'(?<lazy>[^']+)'\s*\)/gm;
  return [...text.matchAll(form)].map(({ groups = {} }) => ({
    target: groups['from'] ?? groups['lazy'] ?? '',
    isType: groups['type'] !== undefined,
  }));
}

/** `engine` for `engine/scan/x.ts`, the file itself for the roots, `package.json` for what lies beside `src`. */
function zoneOf(file: string): string {
  return file.replace(/^(?:\.\.\/)+/, '').split('/')[0] ?? '';
}

/** `@scope/name` for `@scope/name/part`; all of Node's own modules are one. */
function packageOf(target: string): string {
  if (target.startsWith('node:')) return 'node:*';
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

function resolveImport(file: string, target: string): string {
  const path = posix.join(dirname(file), target);
  assert.ok(
    !path.startsWith('../test/') && !path.startsWith('../scripts/'),
    `src/${file} must not import ${target}: it would not be there in the package.`,
  );
  return path;
}

function runtimeImports(file: string): readonly string[] {
  const targets = (importsByFile.get(file) ?? []).filter(({ target, isType }) => !isType && target.startsWith('.'));
  return targets.map(({ target }) => resolveImport(file, target));
}

/** The first ring met, its beginning repeated at its end. */
function findRing(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const ring = visit(next, [...way, file]);
      if (ring) return ring;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const ring = visit(file, []);
    if (ring) return ring;
  }
  return undefined;
}
