// Everything `npm run bench` measures of the engine. Each measure is a process of its own (run-measure.ts), as the engine is the only one
// in a scan thread, in the terminal and in the editor.

import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { catalogue } from '../../src/engine/rules/catalogue.ts';
import type { Rule } from '../../src/engine/rules/rule.ts';
import { createMatchRules } from '../../src/engine/scan/match-rules.ts';
import { buildPrefilterTables } from '../../src/engine/scan/quad-lists.ts';
import { type CompiledTables, unpackTables } from '../../src/engine/scan/tables/compiled-tables.ts';
import { indexKeywords } from '../../src/engine/scan/tables/keyword-index.ts';
import { tablesStamp } from '../../src/engine/scan/tables/stamp.ts';
import { scanLandmarks } from '../../src/engine/scan-landmarks.ts';
import { defaultSettings } from '../../src/engine/settings/settings.ts';
import { createFingerprint, sha1 } from '../../src/node/fingerprint.ts';
import { latin1Writer } from '../../src/node/latin1-writer.ts';
import { tablesReader } from '../../src/node/tables-file.ts';
import { measureFixSpeed } from './fix-speed.ts';
import { documentOf, longLineOf, measureKeystrokes } from './keystrokes.ts';
import { measureScanSpeed, scanMeasures } from './scan-speed.ts';
import { measureSecretlint } from './secretlint-speed.ts';
import { megabytesOf, type SourceFile } from './source-texts.ts';
import { millisecondsOf } from './timing.ts';

const speed = (measure: keyof typeof scanMeasures) => (files: readonly SourceFile[]) =>
  measureScanSpeed(scanMeasures[measure], newEngine, files);

const quarter = (first: number) => (files: readonly SourceFile[]) =>
  measureScanSpeed(scanMeasures.scan, () => newEngine(catalogue.filter((_, index) => index % 4 === first)), files);

export const measures = {
  scan: speed('scan'),
  report: speed('report'),
  search: speed('search'),
  readAndReport: speed('readAndReport'),
  readAndSearch: speed('readAndSearch'),
  /** With every fourth rule, from each of the first four on: a few rules cost more than all others, and one of the four has them. */
  firstQuarter: quarter(0),
  secondQuarter: quarter(1),
  thirdQuarter: quarter(2),
  fourthQuarter: quarter(3),
  /** Another program's rules: bench-peers.mjs. */
  secretlint: measureSecretlint,
  firstLine: () => millisecondsOf(() => newEngine().scan({ uri: 'a.ts', languageId: 'typescript', text: 'const answer = 42;' })),
  /** The first file of 10,000 lines, the compiler's work included. */
  firstFile: (files: readonly SourceFile[]) => {
    const text = linesOf(files, 10_000);
    const engine = newEngine();
    return millisecondsOf(() => engine.scan({ uri: 'a.ts', languageId: 'typescript', text }));
  },
  /** Until the tables of a scan are there: read as the build made them, or made of the rules. */
  tablesRead: () =>
    millisecondsOf(() => createMatchRules(catalogue, { encoder: latin1Writer, compiled: readCompiledTables() })(' ', () => false)),
  tablesMade: () => millisecondsOf(() => buildPrefilterTables(indexKeywords(catalogue, scanLandmarks).keywords)),
  keystrokes: (files: readonly SourceFile[]) => {
    const engine = newEngine();
    const documents = [...[1_000, 10_000, 100_000].map(lines => documentOf(files, lines)), longLineOf(files, 5_000)];
    return documents.map(document => measureKeystrokes(engine, document));
  },
  fixes: measureFixSpeed,
  sizes: (files: readonly SourceFile[]) => ({
    rules: catalogue.length,
    keywords: new Set(catalogue.flatMap(rule => rule.keywords)).size,
    files: files.length,
    megabytes: megabytesOf(files),
  }),
} as const;

function readCompiledTables(): CompiledTables {
  const bytes = tablesReader(__dirname)();
  const tables = bytes && tablesStamp !== undefined ? unpackTables(bytes, tablesStamp) : undefined;
  if (!tables) throw new Error('This bundle has no compiled tables.');
  return tables;
}

function newEngine(rules?: readonly Rule[]): Engine {
  const fingerprint = createFingerprint('00'.repeat(32));
  const deps = { fingerprint, now: Date.now, encoder: latin1Writer, sha1, readTables: tablesReader(__dirname) };
  return createEngine(defaultSettings, deps, rules && { rules });
}

function linesOf(files: readonly SourceFile[], count: number): string {
  const lines: string[] = [];
  for (const { text } of files) {
    lines.push(...text.split(/\r?\n/));
    if (lines.length >= count) break;
  }
  return lines.slice(0, count).join('\n');
}
