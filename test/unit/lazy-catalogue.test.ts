// The catalogue as bundles hold it.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { lazyCatalogue } from '../../scripts/lazy-catalogue.mjs';
import { projectRoot } from '../../scripts/project-root.mjs';
import { createEngine } from '../../src/engine/engine.ts';
import { languages } from '../../src/engine/languages/catalogue.ts';
import { catalogue } from '../../src/engine/rules/catalogue.ts';
import type { Rule } from '../../src/engine/rules/rule.ts';
import { defaultSettings } from '../../src/engine/settings/settings.ts';
import { sampleSecret } from '../support/sample-secret.ts';
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

  it('finds and passes by the same in every language, comments of other tools among it', async () => {
    const bundled = (await bundle<typeof import('../../src/engine/engine.ts')>('engine.ts')).createEngine(defaultSettings, surroundings);
    const plain = createEngine(defaultSettings, surroundings);
    for (const { id, files } of languages) {
      const document = { uri: `src/case${files[0]}`, languageId: '', text: textWithMarks };
      assert.deepEqual(bundled.scan(document), plain.scan(document), id);
    }
  });
});

const surroundings = { fingerprint: (value: string) => `fp${value.length}`, now: () => 0 };
const key = sampleSecret('openai-project-key', 1201);

const textWithMarks = ['#', '//', '--', ';', '/* x */ //']
  .flatMap(comment => [
    `key = "${key}" ${comment} gitleaks:allow`,
    `${comment} secretlint-disable`,
    `key = '${key}'`,
    `${comment} secretlint-enable`,
    `const key = \`${key}\`; ${comment} key-hygiene:ignore -- a sample`,
    `key: ${key}`,
  ])
  .join('\n');

async function bundledCatalogue(): Promise<readonly Rule[]> {
  return (await bundle<typeof import('../../src/engine/rules/catalogue.ts')>('rules/catalogue.ts')).catalogue;
}

/** What a module of the engine exports, built as bundles are. */
async function bundle<Exports>(module: string): Promise<Exports> {
  const outfile = join(temporaryFolder(), 'bundle.js');
  const entryPoints = [join(projectRoot, 'src', 'engine', module)];
  await build({
    entryPoints,
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    plugins: [lazyCatalogue],
  });
  return createRequire(outfile)(outfile);
}
