// Runs measures of test/bench/measures.ts, each in a process of its own, by turns: whatever else the machine does hits all of them.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { compiledTables } from './compiled-tables.mjs';
import { bundleSource } from './import-source.mjs';
import { lazyCatalogue } from './lazy-catalogue.mjs';
import { packagesOnUse } from './packages-on-use.mjs';

/** @typedef {keyof typeof import('../test/bench/measures.ts').measures} Measure */

/**
 * @param {readonly string[]} files the source files to measure on
 * @returns {Promise<{ run: (name: Measure) => any, medians: (names: readonly Measure[], turns: number) => Record<string, number> }>}
 */
export async function createMeasures(files) {
  // Rules and tables as programs have them that are built.
  const program = await bundleSource('test/bench/run-measure.ts', [lazyCatalogue, compiledTables, packagesOnUse]);
  const list = path.join(path.dirname(program), 'files.json');
  writeFileSync(list, JSON.stringify(files));
  /** @param {Measure} name */
  const run = name => JSON.parse(execFileSync(process.execPath, [program, name, list], { encoding: 'utf8', maxBuffer: 1e8 }));
  return { run, medians: (names, turns) => medians(names, turns, run) };
}

/**
 * @param {readonly Measure[]} names
 * @param {number} turns
 * @param {(name: Measure) => number} run
 */
function medians(names, turns, run) {
  const figures = names.map(() => /** @type {number[]} */ ([]));
  for (let turn = 0; turn < turns; turn++) for (const [index, name] of names.entries()) figures[index]?.push(run(name));
  return Object.fromEntries(names.map((name, index) => [name, middle(figures[index] ?? [])]));
}

/** @param {readonly number[]} values */
export function middle(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
