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
  const sorted = [...folders].sort();
  const notices = sorted.map(folder => notice(folder, sorted));
  return ['Key Hygiene contains these packages:', ...notices].join('\n\n');
}

/** @param {string} file */
function packageFolder(file) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

/**
 * @param {string} folder
 * @param {readonly string[]} folders
 */
function notice(folder, folders) {
  const { name, version, license } = manifestOf(folder);
  // Some repositories put the text into most of their packages and forget it in others.
  const text =
    licenceIn(folder) ??
    folders
      .filter(other => isOfSameSource(folder, other))
      .map(licenceIn)
      .find(other => other !== undefined);
  if (text === undefined) throw new Error(`${name} brings no licence text: it cannot be bundled.`);
  return `${'-'.repeat(72)}\n${name} ${version} (${license})\n\n${text}\n`;
}

/** @param {string} folder */
function manifestOf(folder) {
  return JSON.parse(readFileSync(path.join(projectRoot, folder, 'package.json'), 'utf8'));
}

/** @param {string} folder */
function licenceIn(folder) {
  const files = readdirSync(path.join(projectRoot, folder));
  const file = files.find(entry => /^licen[cs]e/i.test(entry));
  if (file !== undefined) return textOf(folder, file);
  const readme = files.find(entry => /^readme/i.test(entry));
  return readme === undefined ? undefined : lastSection(textOf(folder, readme));
}

/** @param {string} text a README that ends with the licence, as a whole */
function lastSection(text) {
  const section = /(?:^#+ *Licen[cs]e *$|^Licen[cs]e\n-+$)(?<licence>[\s\S]*)/im.exec(text)?.groups?.['licence']?.trim();
  return section !== undefined && /Permission is hereby granted/.test(section) ? section : undefined;
}

/**
 * @param {string} folder
 * @param {string} file
 */
function textOf(folder, file) {
  return readFileSync(path.join(projectRoot, folder, file), 'utf8').trim();
}

/**
 * @param {string} folder
 * @param {string} other
 */
function isOfSameSource(folder, other) {
  const [one, two] = [manifestOf(folder), manifestOf(other)];
  const url = one.repository?.url;
  return url !== undefined && url === two.repository?.url && one.license === two.license;
}
