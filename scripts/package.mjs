// Packs the extension as key-hygiene-<version>.vsix: production build, then vsce with its secret scan and no exemptions.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { projectRoot } from './project-root.mjs';
import { isMain, runTool } from './run.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';
import { vsixPath } from './vsix-path.mjs';

// A promise to users (docs/benchmarks.md); also the first sign that a test or a source map slipped in.
const MAX_BYTES = 5 * 1024 * 1024;

/** @returns {Promise<string>} the path of the VSIX */
export async function packageExtension() {
  const bundledFiles = await build({ production: true });
  writeFileSync(path.join(projectRoot, 'dist', 'third-party-notices.txt'), thirdPartyNotices(bundledFiles));
  const readme = path.join(projectRoot, 'dist', 'README.md');
  writeFileSync(readme, withoutPictures(readFileSync(path.join(projectRoot, 'README.md'), 'utf8')));
  const file = vsixPath();
  const options = ['--no-dependencies', '--readme-path', path.relative(projectRoot, readme)];
  // There is no repository address, so there is nothing that relative links could be rewritten to.
  await vsce('package', ...options, '--allow-missing-repository', '--no-rewrite-relative-links', '--out', file);
  await vsce('ls', ...options);
  const { size } = statSync(file);
  console.log(`${path.basename(file)}: ${(size / 1024).toFixed(0)} kB`);
  if (size > MAX_BYTES) throw new Error(`${path.basename(file)} is larger than ${MAX_BYTES / 1024 / 1024} MB.`);
  return file;
}

/**
 * The extension's page in VS Code shows pictures from the web only, neither files of the extension nor `data:` addresses. There is
 * no address of ours, so that page goes without rather than with broken ones.
 * @param {string} readme
 */
function withoutPictures(readme) {
  return readme.replaceAll(/<picture>.*?<\/picture>\n*/gs, '');
}

/** @param {...string} args */
async function vsce(...args) {
  const { code } = await runTool('@vscode/vsce/vsce', args);
  if (code !== 0) throw new Error(`vsce ${args[0]} ended with code ${code}.`);
}

if (isMain(import.meta.url)) await packageExtension();
