// The folder of the project's package.json, found from wherever this module runs: as a script or inside a test bundle.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = findProjectRoot(path.dirname(fileURLToPath(import.meta.url)));

/** @returns {{ name: string, version: string, publisher: string }} */
export function readManifest() {
  return JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
}

/**
 * @param {string} start
 * @returns {string}
 */
function findProjectRoot(start) {
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package.json')) && existsSync(path.join(folder, 'scripts', 'project-root.mjs'))) return folder;
    if (folder === path.dirname(folder)) throw new Error(`No project above ${start}.`);
  }
}
