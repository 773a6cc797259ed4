// Packages, and modules of the source, as bundles hold them.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { packagesOnUse } from '../../scripts/packages-on-use.mjs';
import { projectRoot } from '../../scripts/project-root.mjs';
import { temporaryFolder } from '../support/temporary-folder.ts';

const source = `
  import ignore from 'ignore';
  import { parseTree } from 'jsonc-parser';
  import { Minimatch } from 'minimatch';
  import { checkById } from './src/engine/hygiene/catalogue.ts';
  export const ignores = (rule, path) => ignore().add(rule).ignores(path);
  export const typeOf = text => parseTree(text).type;
  export const titleOf = id => checkById(id)?.title;
  export const matches = (glob, path) => new Minimatch(glob, { dot: true }).match(path);
`;

describe('packages in bundles', function () {
  this.timeout(20_000);

  it('do what they do, from their first call on', async () => {
    const { evaluated, program } = await bundled();
    assert.deepEqual(evaluated(), []);
    assert.deepEqual([program.matches('**/*.ts', 'a/.b/c.ts'), program.matches('*.ts', 'a.js')], [true, false]);
    assert.deepEqual(evaluated(), ['minimatch']);
    assert.equal(program.typeOf('[1, // one\n]'), 'array');
    assert.deepEqual([program.ignores('*.env', 'a/b.env'), program.ignores('*.env', 'a/b.ts')], [true, false]);
    assert.deepEqual(evaluated(), ['ignore', 'jsonc-parser', 'minimatch']);
    assert.deepEqual([program.titleOf('env-backup') !== undefined, program.titleOf('no-check')], [true, undefined]);
    assert.deepEqual(evaluated(), ['catalogue', 'ignore', 'jsonc-parser', 'minimatch']);
  });
});

interface Program {
  ignores(rule: string, path: string): boolean;
  typeOf(text: string): string;
  matches(glob: string, path: string): boolean;
  titleOf(check: string): string | undefined;
}

/** Each entry of a package says that it is evaluated. */
async function bundled(): Promise<{ readonly evaluated: () => readonly string[]; readonly program: Program }> {
  const outfile = join(temporaryFolder(), 'program.js');
  const told: string[] = [];
  Reflect.set(globalThis, 'tellEvaluated', (name: string) => told.push(name));
  await build({
    stdin: { contents: source, resolveDir: projectRoot, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    plugins: [packagesOnUse, tellEvaluated],
  });
  return { evaluated: () => told.toSorted(), program: createRequire(outfile)(outfile) };
}

const tellEvaluated: import('esbuild').Plugin = {
  name: 'tell-evaluated',
  setup({ onLoad }) {
    const entries =
      /(?:node_modules[\\/](ignore[\\/]index|jsonc-parser[\\/]lib[\\/]\w+[\\/]main|minimatch[\\/]dist[\\/]\w+[\\/]index)\.js|hygiene[\\/](catalogue)\.ts)$/;
    onLoad({ filter: entries }, async ({ path }) => {
      const { readFile } = await import('node:fs/promises');
      const [, ofPackage, ofSource] = entries.exec(path) ?? [];
      const name = ofSource ?? ofPackage?.split(/[\\/]/)[0];
      return { contents: `${await readFile(path, 'utf8')}\ntellEvaluated(${JSON.stringify(name)});`, loader: ofSource ? 'ts' : 'js' };
    });
  },
};
