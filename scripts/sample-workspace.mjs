// Copies test/fixtures/workspace and plants generated keys in the copy: no key-like text is ever kept in this repository.
//
//   {{secret:RULE-ID}}        a sample of the rule's kind, another one at every place
//   {{secret:RULE-ID:NAME}}   the same sample wherever the same NAME stands
//
// A file named `dot.NAME` becomes `.NAME` (`dot.env`, `dot.gitignore`), so that it has no effect in this repository.
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { projectRoot } from './project-root.mjs';
import { isMain } from './run.mjs';
import { throwAwayFolder } from './throw-away-folder.mjs';

/** @typedef {(ruleId: string, seed?: number) => string} SampleSecret */

/**
 * @param {string} [destination] replaced when it exists
 * @returns {Promise<string>} the destination
 */
export async function createSampleWorkspace(destination = path.join(projectRoot, '.vscode-test', 'sample-workspace')) {
  const plant = planter(await loadSampleSecret());
  rmSync(destination, { recursive: true, force: true });
  mkdirSync(path.dirname(destination), { recursive: true });
  cpSync(path.join(projectRoot, 'test', 'fixtures', 'workspace'), destination, { recursive: true });
  for (const file of filesOf(destination)) {
    writeFileSync(file, plant(readFileSync(file, 'utf8')));
    if (path.basename(file).startsWith('dot.')) renameSync(file, path.join(path.dirname(file), path.basename(file).slice('dot'.length)));
  }
  return destination;
}

/**
 * @param {SampleSecret} sampleSecret
 * @returns {(text: string) => string}
 */
function planter(sampleSecret) {
  /** @type {Map<string, string>} */
  const named = new Map();
  let seed = 0;
  return text =>
    text.replaceAll(/\{\{secret:([\w-]+)(?::([\w-]+))?\}\}/g, (_, /** @type {string} */ ruleId, /** @type {string | undefined} */ name) => {
      const key = `${ruleId}:${name ?? `#${seed}`}`;
      const secret = named.get(key) ?? sampleSecret(ruleId, ++seed);
      named.set(key, secret);
      return secret;
    });
}

/** @returns {Promise<SampleSecret>} */
async function loadSampleSecret() {
  ensureDependencies();
  const esbuild = await import('esbuild');
  const outfile = path.join(throwAwayFolder('sample-secret', path.join(projectRoot, '.vscode-test', 'runs')), 'sample-secret.cjs');
  await esbuild.build({
    absWorkingDir: projectRoot,
    entryPoints: ['test/support/sample-secret.ts'],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return createRequire(import.meta.url)(outfile).sampleSecret;
}

/**
 * Sorted, so that every run plants the same keys.
 * @param {string} folder
 * @returns {string[]}
 */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

if (isMain(import.meta.url)) console.log(await createSampleWorkspace());
