// Everything `npm run bench` measures, as plain figures.

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
import { createFingerprint } from '../../src/node/fingerprint.ts';
import { latin1Writer } from '../../src/node/latin1-writer.ts';
import { tablesReader } from '../../src/node/tables-file.ts';
import { type FixCost, measureFixSpeed } from './fix-speed.ts';
import { type KeystrokeCost, measureKeystrokes } from './keystrokes.ts';
import { measureScanSpeed, type ScanSpeed } from './scan-speed.ts';
import { readSourceFiles, type SourceFile } from './source-texts.ts';
import { millisecondsOf } from './timing.ts';

export interface Figures {
  readonly rules: number;
  readonly keywords: number;
  /** Milliseconds until a fresh engine has scanned its first line. */
  readonly firstLine: number;
  /** Milliseconds of a fresh engine for its first file of 10,000 lines, the compiler's work included. */
  readonly firstFile: number;
  /** Milliseconds until the tables of a scan are there: read as the build made them, or made of the rules. Nothing is compiled yet. */
  readonly tables: { readonly read: number; readonly made: number };
  readonly speed: ScanSpeed;
  readonly keystrokes: readonly KeystrokeCost[];
  readonly fixes: readonly FixCost[];
}

/** `folders`: where real source code is. */
export async function bench(folders: readonly string[], say: (what: string) => void): Promise<Figures> {
  say('a fresh engine');
  // With the encoder of the engines below, which take over its prefilter: a second one would slow both.
  const read = millisecondsOf(() =>
    createMatchRules(catalogue, { encoder: latin1Writer, compiled: readCompiledTables() })(' ', () => false),
  );
  const made = millisecondsOf(() => buildPrefilterTables(indexKeywords(catalogue, scanLandmarks).keywords));
  const keywords = [...new Set(catalogue.flatMap(rule => rule.keywords))];
  const files = readSourceFiles(folders);
  let engine = newEngine();
  const firstLine = millisecondsOf(() => {
    engine = newEngine();
    engine.scan({ uri: 'a.ts', languageId: 'typescript', text: 'const answer = 42;' });
  });
  const text = linesOf(files, 10_000);
  const firstFile = millisecondsOf(() => engine.scan({ uri: 'a.ts', languageId: 'typescript', text }));
  say('scan speed');
  const speed = measureScanSpeed(engine, files);
  say('keystrokes');
  const keystrokes = [1_000, 10_000, 100_000].map(lines => measureKeystrokes(engine, files, lines));
  say('fixes');
  const fixes = await measureFixSpeed();
  return { rules: catalogue.length, keywords: keywords.length, firstLine, firstFile, tables: { read, made }, speed, keystrokes, fixes };
}

/**
 * Megabytes a second with every fourth rule. The compiler makes the most of an engine that is the only one in its program: call this in
 * one that has no other.
 */
export function benchQuarter(folders: readonly string[]): number {
  const engine = newEngine(catalogue.filter((_, index) => index % 4 === 0));
  return measureScanSpeed(engine, readSourceFiles(folders)).scan;
}

function readCompiledTables(): CompiledTables {
  const bytes = tablesReader(__dirname)();
  const tables = bytes && tablesStamp !== undefined ? unpackTables(bytes, tablesStamp) : undefined;
  if (!tables) throw new Error('This bundle has no compiled tables.');
  return tables;
}

function newEngine(rules?: readonly Rule[]): Engine {
  const fingerprint = createFingerprint('00'.repeat(32));
  const deps = { fingerprint, now: Date.now, encoder: latin1Writer, readTables: tablesReader(__dirname) };
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
