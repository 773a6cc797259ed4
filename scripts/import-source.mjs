// Brings a TypeScript module of this project into a script or a process of its own: bundled on the fly, nothing is built before.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { projectRoot } from './project-root.mjs';
import { throwAwayFolder } from './throw-away-folder.mjs';

/**
 * @param {string} entry path from the project's root
 * @param {import('esbuild').Plugin[]} [plugins]
 * @returns {Promise<any>} what the module exports
 */
export async function importSource(entry, plugins = []) {
  return createRequire(import.meta.url)(await bundleSource(entry, plugins));
}

/**
 * @param {string} entry path from the project's root
 * @param {import('esbuild').Plugin[]} [plugins]
 * @returns {Promise<string>} a CommonJS file that lives as long as this process
 */
export async function bundleSource(entry, plugins = []) {
  ensureDependencies();
  const esbuild = await import('esbuild');
  const folder = throwAwayFolder('import-source', path.join(projectRoot, '.vscode-test', 'runs'));
  const outfile = path.join(folder, `${path.basename(entry, '.ts')}.cjs`);
  await esbuild.build({
    absWorkingDir: projectRoot,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: ['esbuild', 'playwright-core', '@secretlint/*'],
    // The scripts are modules and find the project by `import.meta.url`, which a CommonJS bundle does not have.
    define: { 'import.meta.url': 'importMetaUrl' },
    banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
    logLevel: 'warning',
    plugins,
  });
  return outfile;
}
