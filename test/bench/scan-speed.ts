// How fast text is scanned, against the least that any scan does: reading the bytes and searching one literal. Megabytes a second of
// processor time, each measured in a process of its own: several engines in one slow each other down, and a scan thread has one.

import { neverCancelled } from '../../src/engine/cancel.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { readText } from '../../src/node/read-text.ts';
import { scanFiles } from '../../src/node/scan-files.ts';
import { megabytesOf, type SourceFile } from './source-texts.ts';
import { processorMilliseconds, warmUpRounds } from './timing.ts';

/** Those that count. */
const rounds = 5;

/** Begins like much that is in source code, and is in none of it. */
const literal = ['export', 'const', 'zqx'].join(' ');

type Measure = (engine: () => Engine, files: readonly SourceFile[]) => () => void;

export const scanMeasures = {
  scan: (engine, files) => {
    const { scan } = engine();
    return () => {
      for (const { path, text } of files) scan({ uri: path, languageId: '', text });
    };
  },
  /** With the lookups, the references to managers and the checks. */
  report: (engine, files) => {
    const { report } = engine();
    return () => {
      for (const { path, text } of files) report({ uri: path, languageId: '', text });
    };
  },
  search: (_, files) => () => {
    for (const { text } of files) search(text);
  },
  /** All that a scan thread does for a file. */
  readAndReport: (engine, files) => {
    const made = engine();
    const paths = files.map(({ path }) => path);
    return () => void scanFiles(paths, made, neverCancelled);
  },
  readAndSearch: (_, files) => () => {
    for (const { path } of files) {
      const read = readText(path, Number.MAX_SAFE_INTEGER);
      if (read.kind === 'text') search(read.text);
    }
  },
} satisfies Record<string, Measure>;

export function measureScanSpeed(measure: Measure, engine: () => Engine, files: readonly SourceFile[]): number {
  const work = measure(engine, files);
  for (let round = 0; round < warmUpRounds(megabytesOf(files)); round++) work();
  return megabytesOf(files) / (processorMilliseconds(rounds, work) / 1000);
}

function search(text: string): void {
  if (text.includes(literal)) throw new Error('The literal that should never be found was found.');
}
