// The catalogue as bundles hold it.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { lazyCatalogue } from '../../scripts/lazy-catalogue.mjs';
import { projectRoot } from '../../scripts/project-root.mjs';
import { catalogue } from '../../src/engine/rules/catalogue.ts';
import type { Rule } from '../../src/engine/rules/rule.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('the catalogue in bundles', function () {
  this.timeout(20_000);

  it('is the catalogue, rule by rule', async () => {
    const bundled = await bundledCatalogue();
    assert.deepEqual(
      bundled.map(({ id, title, keywords, pattern, reach, before }) => ({ id, title, keywords, pattern, reach, before })),
      catalogue.map(({ id, title, keywords, pattern, reach, before }) => ({ id, title, keywords, pattern, reach, before })),
    );
  });

  it('holds every rule as an outline at first', async () => {
    for (const rule of await bundledCatalogue()) assert.ok(!Object.hasOwn(rule, 'title'), rule.id);
  });
});

async function bundledCatalogue(): Promise<readonly Rule[]> {
  const outfile = join(temporaryFolder(), 'catalogue.js');
  const entryPoints = [join(projectRoot, 'src', 'engine', 'rules', 'catalogue.ts')];
  await build({
    entryPoints,
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    plugins: [lazyCatalogue],
  });
  return createRequire(outfile)(outfile).catalogue;
}
