// The tables that a build leaves beside its bundles.

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { compiledTables } from '../../scripts/compiled-tables.mjs';
import { lazyCatalogue } from '../../scripts/lazy-catalogue.mjs';
import { projectRoot } from '../../scripts/project-root.mjs';
import { compileCatalogue } from '../../src/engine/scan/tables/compile-catalogue.ts';
import { unpackTables } from '../../src/engine/scan/tables/compiled-tables.ts';
import { defaultSettings } from '../../src/engine/settings/settings.ts';
import { tablesReader } from '../../src/node/tables-file.ts';
import { sampleText } from '../support/sample-secret.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('the compiled tables of a build', function () {
  this.timeout(20_000);

  it('are those of its rules, and go by its stamp', async () => {
    const { folder, program } = await bundledEngine();
    const bytes = tablesReader(folder)();
    assert.ok(bytes && program.tablesStamp !== undefined);
    assert.deepEqual(unpackTables(bytes, program.tablesStamp), compileCatalogue());
  });

  it('change nothing about what is found, and nor does their absence', async () => {
    const { folder, program } = await bundledEngine();
    const readTables = tablesReader(folder);
    let reads = 0;
    const engineWith = (read?: () => Uint8Array | undefined) =>
      program.createEngine(defaultSettings, { fingerprint: () => '', now: () => 0, ...(read && { readTables: read }) });
    const source = { uri: 'a.ts', languageId: 'typescript', text: sampleText('github-classic-token') };
    const compiled = engineWith(() => {
      reads++;
      return readTables();
    }).scan(source);
    assert.equal(compiled.length, 1);
    assert.equal(reads, 1);
    rmSync(join(folder, 'scan-tables.bin'));
    assert.equal(tablesReader(folder)(), undefined);
    assert.deepEqual(engineWith(tablesReader(folder)).scan(source), compiled);
    assert.deepEqual(engineWith().scan(source), compiled);
  });
});

type Program = Pick<typeof import('../../src/engine/engine.ts'), 'createEngine'> &
  Pick<typeof import('../../src/engine/scan/tables/stamp.ts'), 'tablesStamp'>;

/** As the build makes its bundles. */
async function bundledEngine(): Promise<{ readonly folder: string; readonly program: Program }> {
  const outfile = join(temporaryFolder(), 'engine.js');
  const contents = "export { createEngine } from './engine.ts'; export { tablesStamp } from './scan/tables/stamp.ts';";
  await build({
    stdin: { contents, resolveDir: join(projectRoot, 'src', 'engine'), loader: 'ts' },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    plugins: [lazyCatalogue, compiledTables],
  });
  return { folder: dirname(outfile), program: createRequire(outfile)(outfile) };
}
