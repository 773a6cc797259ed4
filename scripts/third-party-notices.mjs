// The licences of the packages that are bundled into dist/, as one text: most of them ask to travel with every copy.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './project-root.mjs';

/**
 * @param {Iterable<string>} bundledFiles relative to the project
 * @returns {string}
 */
export function thirdPartyNotices(bundledFiles) {
  const folders = new Set([...bundledFiles].map(packageFolder).filter(folder => folder !== undefined));
  const notices = [...folders].sort().map(notice);
  return ['Key Hygiene contains these packages:', ...notices].join('\n\n');
}

/** @param {string} file */
function packageFolder(file) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

/** @param {string} folder */
function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(projectRoot, folder, 'package.json'), 'utf8'));
  const file = readdirSync(path.join(projectRoot, folder)).find(entry => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} brings no licence text: it cannot be bundled.`);
  return `${'-'.repeat(72)}\n${name} ${version} (${license})\n\n${readFileSync(path.join(projectRoot, folder, file), 'utf8').trim()}\n`;
}
