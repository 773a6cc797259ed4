// Writes the files of the sample monorepo to a folder and commits those that are to be committed.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { api, web, worker } from './apps.mjs';
import { around } from './around.mjs';
import { filler } from './fill.mjs';

/** @typedef {import('./apps.mjs').SampleFile} SampleFile */

/** @type {readonly SampleFile[]} */
export const sampleFiles = [...around, ...web, ...api, ...worker];

/**
 * @param {string} destination replaced when it exists
 * @param {import('./fill.mjs').Samples} samples
 */
export function writeSampleMonorepo(destination, samples) {
  const fill = filler(samples);
  rmSync(destination, { recursive: true, force: true });
  for (const file of sampleFiles) {
    const target = path.join(destination, file.path);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, fill(file.text));
    chmodSync(target, file.mode ?? (isCommitted(file) ? 0o644 : 0o600));
  }
  const git = (/** @type {readonly string[]} */ ...words) => execFileSync('git', ['-C', destination, ...words], { stdio: 'pipe' });
  git('init', '--quiet');
  // Forced: one of them is ignored, as it is with people.
  git('add', '--force', '--', ...sampleFiles.filter(isCommitted).map(file => file.path));
  git('-c', 'user.name=Sample', '-c', 'user.email=sample@acme.io', 'commit', '--quiet', '--message', 'Everything');
}

/** @param {SampleFile} file */
export function isCommitted({ path: name, git }) {
  return (git ?? (/(?:^|\/)\.env(?!\.(?:example|template)$)[^/]*$/.test(name) ? 'untracked' : 'committed')) === 'committed';
}
