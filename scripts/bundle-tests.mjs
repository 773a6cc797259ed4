// Bundles the tests of one kind (test/<kind>/**/*.test.ts) into one file that mocha can load, in a throw-away folder.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { projectRoot } from './project-root.mjs';
import { throwAwayFolder } from './throw-away-folder.mjs';

ensureDependencies();
const esbuild = await import('esbuild');

/**
 * One bundle, so that what the tests share (a browser, an installed VSIX) exists once.
 * @param {'unit' | 'integration' | 'e2e' | 'managers'} kind
 * @param {readonly string[]} [filters] parts of the paths of the test files that are wanted, all when empty
 * @param {{ part: number, parts: number }} [share] of them, each `parts`-th, from the `part`-th on
 * @returns {Promise<string>} the bundle's path, inside the project so that node_modules is found from it
 */
export async function bundleTests(kind, filters = [], { part, parts } = { part: 0, parts: 1 }) {
  const wanted = testFiles(kind).filter(file => filters.length === 0 || filters.some(filter => file.includes(filter)));
  const tests = wanted.filter((_, index) => index % parts === part);
  if (tests.length === 0) throw new Error(`No test file in test/${kind}${filters.length > 0 ? ` matches ${filters.join(', ')}` : ''}.`);
  const files = [...(preludes[kind] ?? []), ...tests];
  const bundle = path.join(throwAwayFolder(kind, path.join(projectRoot, '.vscode-test', 'runs')), `${kind}.test.cjs`);
  await esbuild.build({
    absWorkingDir: projectRoot,
    stdin: { contents: files.map(file => `import './${file}';`).join('\n'), resolveDir: projectRoot, sourcefile: `${kind}.ts` },
    outfile: bundle,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: ['vscode', 'mocha', 'esbuild', 'playwright-core'],
    // The scripts are modules and find the project by `import.meta.url`, which a CommonJS bundle does not have.
    define: { 'import.meta.url': 'importMetaUrl' },
    banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  return bundle;
}

// What a bundle starts with.
/** @type {Readonly<Record<string, readonly string[]>>} */
const preludes = { integration: ['test/integration/support/announce-host.ts'], e2e: ['test/e2e/support/hooks.ts'] };

/** @param {string} kind */
function testFiles(kind) {
  const folder = path.join(projectRoot, 'test', kind);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.test.ts'))
    .map(file => `test/${kind}/${file.replaceAll('\\', '/')}`)
    .sort();
}
