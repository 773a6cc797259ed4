// docs/benchmarks.md as sections that are measured on their own: what a run does not measure stays as an earlier one left it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './project-root.mjs';

const file = path.join(projectRoot, 'docs', 'benchmarks.md');

/**
 * @param {string} heading
 * @param {string} command what measures it
 * @returns {string} the section as it is, or how to get it
 */
export function readSection(heading, command) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [section] = text.split(/^(?=## )/m).filter(part => part.startsWith(`## ${heading}\n`));
  return section?.trimEnd().concat('\n') ?? `## ${heading}\n\n\`${command}\` measures this.\n`;
}

/**
 * Puts a section in its place, at the end where it is new.
 * @param {string} heading
 * @param {string} section
 */
export function replaceSection(heading, section) {
  const parts = readFileSync(file, 'utf8').split(/^(?=## )/m);
  const others = parts.map(part => (part.startsWith(`## ${heading}\n`) ? section : part).trimEnd().concat('\n'));
  writePage(parts.some(part => part.startsWith(`## ${heading}\n`)) ? others : [...others, section]);
}

/** @param {readonly string[]} sections */
export function writePage(sections) {
  const page = sections.join('\n');
  writeFileSync(file, page);
  console.log(page);
}
