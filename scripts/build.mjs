// Bundles src/ into dist/: one file for each composition root. `--production` minifies, `--watch` rebuilds on change.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { compiledTables } from './compiled-tables.mjs';
import { copyGrammars } from './copy-grammars.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { lazyCatalogue } from './lazy-catalogue.mjs';
import { packagesOnUse } from './packages-on-use.mjs';
import { projectRoot } from './project-root.mjs';
import { isMain } from './run.mjs';

ensureDependencies();
const esbuild = await import('esbuild');

/** @typedef {import('esbuild').BuildOptions} BuildOptions */

// What is imported when it is first used, and is large, is no part of the file that every start has to compile.
/** @type {Readonly<Record<string, string>>} the bundle by the import's last part */
const loadedOnUse = {
  'plan-fix.ts': 'fixes.js',
  'web-tree-sitter': 'syntax.js',
  'secret-managers.ts': 'managers.js',
  'aws-clients.ts': 'aws.js',
  'google-auth.ts': 'google-auth.js',
  'dotenvx-cipher.ts': 'encryption.js',
};

/** @type {import('esbuild').Plugin} */
const loadOnUse = {
  name: 'load-on-use',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path: imported }) => {
      const file = kind === 'dynamic-import' ? loadedOnUse[path.posix.basename(imported)] : undefined;
      return file === undefined ? undefined : { path: `./${file}`, external: true };
    });
  },
};

// web-tree-sitter asks for the address of its module, which a CommonJS bundle does not have.
const withModuleUrl = {
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
};

// What Node puts around a module, for src/node/compiled-program.ts: to put it around half a megabyte of text there takes a copy.
export const asFunction = {
  banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
  footer: { js: '})' },
};

// VS Code's extension host replaces these modules by its own, which know its proxy and certificates, but only under their old names.
const proxied = { 'node:http': 'http', 'node:https': 'https', 'node:net': 'net', 'node:tls': 'tls' };

// `vscode` exists in the extension host only. The terminal and the thread do not declare it external,
// so an import of it from code that they share fails the build. A browser's extension host loads one file only.
/** @type {Readonly<Record<string, BuildOptions>>} */
const roots = {
  'extension.js': {
    entryPoints: ['src/extension.ts'],
    external: ['vscode'],
    plugins: [lazyCatalogue, compiledTables, packagesOnUse, loadOnUse],
  },
  'fixes.js': { entryPoints: ['src/engine/fixes/plan-fix.ts'] },
  'syntax.js': { entryPoints: ['web-tree-sitter'], ...withModuleUrl },
  'worker.js': { entryPoints: ['src/worker.ts'] },
  'thread.js': { entryPoints: ['src/thread.ts'], ...asFunction },
  'cli.js': { entryPoints: ['src/cli.ts'], banner: { js: '#!/usr/bin/env node' } },
  'terminal.js': { entryPoints: ['src/terminal.ts'], ...asFunction },
  'managers.js': { entryPoints: ['src/node/managers/secret-managers.ts'], plugins: [loadOnUse], alias: proxied },
  'aws.js': { entryPoints: ['src/node/managers/aws-clients.ts'], alias: proxied },
  // Its own `fetch` is never used: it is given ours.
  'google-auth.js': { entryPoints: ['src/node/managers/google-auth.ts'], alias: proxied, external: ['node-fetch'] },
  'encryption.js': { entryPoints: ['src/node/dotenvx-cipher.ts'] },
  'extension.web.js': {
    entryPoints: ['src/extension.web.ts'],
    external: ['vscode'],
    platform: 'browser',
    target: 'es2022',
    define: { 'import.meta.url': '""' },
  },
};

/**
 * @param {{ production?: boolean }} [options]
 * @returns {Promise<Set<string>>} the files that went into the bundles, relative to the project
 */
export async function build({ production = false } = {}) {
  const outputs = bundles(production);
  // What an earlier build left (source maps, a root that is gone) must not end up in the package.
  for (const name of Object.keys(roots)) for (const suffix of ['', '.map']) rmSync(inDist(name + suffix), { force: true });
  removeCompiledForms();
  const results = await Promise.all(outputs.map(options => esbuild.build(options)));
  if (production) for (const name of ['terminal.js', 'thread.js']) requireAscii(name);
  return new Set([...results.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {})), ...copyGrammars()]);
}

/**
 * A program in ASCII is read in a fraction of the time (src/node/compiled-program.ts). esbuild sees to that, but for patterns.
 * @param {string} name
 */
function requireAscii(name) {
  const beyond = /.{0,60}[^\0-\x7f].{0,20}/.exec(readFileSync(inDist(name), 'utf8'))?.[0];
  if (beyond !== undefined) throw new Error(`${name} is not in ASCII. Write the character as \\u… in the pattern: ${beyond}`);
}

/** What the terminal has left beside an earlier build of itself (src/node/compiled-program.ts). */
function removeCompiledForms() {
  const names = existsSync(inDist('.')) ? readdirSync(inDist('.')) : [];
  for (const name of names) if (name.includes('.compiled')) rmSync(inDist(name), { force: true });
}

async function watch() {
  copyGrammars();
  const contexts = await Promise.all(
    bundles(false).map(options => esbuild.context({ ...options, plugins: [...(options.plugins ?? []), reportForProblemMatcher] })),
  );
  await Promise.all(contexts.map(context => context.watch()));
}

/** @param {boolean} production */
function bundles(production) {
  /** @type {BuildOptions} */
  const common = {
    absWorkingDir: projectRoot,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // jsonc-parser's CommonJS entry hides its parts from a bundler; every other package is smaller as a module, too.
    mainFields: ['module', 'main'],
    plugins: [lazyCatalogue, compiledTables, packagesOnUse],
    minify: production,
    sourcemap: !production,
    legalComments: 'none', // third-party-notices.mjs writes them all into one file
    metafile: true,
    logLevel: 'warning',
  };
  return (
    Object.entries(roots)
      // The root for browser editors is the one that may be absent.
      .filter(([name]) => name !== 'extension.web.js' || existsSync(path.join(projectRoot, 'src', 'extension.web.ts')))
      .map(([name, options]) => ({ ...common, ...options, outfile: inDist(name) }))
  );
}

/** @param {string} name */
function inDist(name) {
  return path.join(projectRoot, 'dist', name);
}

// The begin and end lines that the background task in .vscode/tasks.json waits for.
/** @type {import('esbuild').Plugin} */
const reportForProblemMatcher = {
  name: 'report-for-problem-matcher',
  setup(pluginBuild) {
    pluginBuild.onStart(() => console.log('[watch] build started'));
    pluginBuild.onEnd(({ errors }) => {
      for (const { text, location } of errors) {
        console.error(`✘ [ERROR] ${text}`);
        if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
      }
      console.log('[watch] build finished');
    });
  },
};

if (isMain(import.meta.url)) {
  if (process.argv.includes('--watch')) await watch();
  else await build({ production: process.argv.includes('--production') });
}
