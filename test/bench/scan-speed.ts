// How fast text is scanned, against the least that any scan does: reading the bytes and searching one literal.

import { readFileSync } from 'node:fs';
import type { Engine } from '../../src/engine/engine.ts';
import type { SourceFile } from './source-texts.ts';
import { processorMilliseconds } from './timing.ts';

export interface ScanSpeed {
  readonly files: number;
  readonly megabytes: number;
  /** Megabytes a second of one processor. */
  readonly scan: number;
  /** With the lookups and references to managers, as files of a workspace are scanned. */
  readonly report: number;
  readonly search: number;
  readonly readAndScan: number;
  readonly readAndSearch: number;
  readonly findings: number;
}

const rounds = 5;

/** Begins like much that is in source code, and is in none of it. */
const literal = ['export', 'const', 'zqx'].join(' ');

export function measureScanSpeed(engine: Engine, files: readonly SourceFile[]): ScanSpeed {
  const megabytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
  let findings = 0;
  const scan = (path: string, text: string): void => {
    findings += engine.scan({ uri: path, languageId: '', text }).length;
  };
  let found = 0;
  const search = (text: string): void => {
    found += Number(text.includes(literal));
  };
  const speed = (work: (file: SourceFile) => void): number => {
    const milliseconds = processorMilliseconds(rounds, () => {
      for (const file of files) work(file);
    });
    return megabytes / (milliseconds / 1000);
  };
  const result = {
    files: files.length,
    megabytes,
    scan: speed(({ path, text }) => scan(path, text)),
    report: speed(({ path, text }) => void engine.report({ uri: path, languageId: '', text })),
    search: speed(({ text }) => search(text)),
    readAndScan: speed(({ path }) => scan(path, readFileSync(path, 'utf8'))),
    readAndSearch: speed(({ path }) => search(readFileSync(path, 'utf8'))),
  };
  if (found > 0) throw new Error('The literal that should never be found was found.');
  return { ...result, findings: findings / (2 * (rounds + 1)) };
}
