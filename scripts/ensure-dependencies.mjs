// Makes node_modules match package-lock.json, so that every script works on a fresh clone with nothing but Node and npm.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './project-root.mjs';
import { isMain } from './run.mjs';

/** @typedef {Record<string, { version?: string, optional?: boolean, link?: boolean }>} LockedPackages */

// Synchronous, because what follows it is usually an `await import()` of a package that has to be there.
export function ensureDependencies() {
  if (areDependenciesCurrent()) return;
  console.log('Installing the dependencies (npm ci) …');
  const { status, error } = spawnSync('npm', ['ci'], { cwd: projectRoot, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm ci failed${error ? `: ${error.message}` : ` with code ${status}`}.`);
}

function areDependenciesCurrent() {
  const wanted = readLockedPackages(path.join(projectRoot, 'package-lock.json'));
  const installed = readLockedPackages(path.join(projectRoot, 'node_modules', '.package-lock.json'));
  if (wanted === undefined) throw new Error('package-lock.json is missing.');
  if (installed === undefined) return false;
  return Object.entries(wanted).every(
    // Optional packages are those of other platforms: npm leaves them out.
    ([name, { version, optional }]) => name === '' || optional === true || installed[name]?.version === version,
  );
}

/**
 * @param {string} file
 * @returns {LockedPackages | undefined}
 */
function readLockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}

if (isMain(import.meta.url)) ensureDependencies();
