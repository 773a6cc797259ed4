// Scans a list of files: a short one here, a long one in threads.

import { neverCancelled } from '../engine/cancel.ts';
import type { FileReport, SkippedFile } from '../engine/scan/file-report.ts';
import { scanFiles } from '../node/scan-files.ts';
import type { EngineRecipe, ScannedFiles } from '../node/scan-messages.ts';
import { forEachBreathing } from './breathe.ts';
import type { Deps } from './command-line.ts';

export interface ScannedList extends ScannedFiles {
  readonly scanned: number;
  /** How many findings the project accepted. */
  readonly accepted: number;
  /** Of files that use keys, with or without findings. */
  readonly usages: readonly Pick<FileReport, 'uri' | 'usages'>[];
}

/** In the order of the list. Reports of files without findings and problems are left out; `scanned` and `accepted` count them. */
export async function scanFileList(files: readonly string[], recipe: EngineRecipe, deps: Deps): Promise<ScannedList> {
  const reports: FileReport[] = [];
  const skipped: SkippedFile[] = [];
  const usages: Pick<FileReport, 'uri' | 'usages'>[] = [];
  let scanned = 0;
  let accepted = 0;
  const collect = (batch: ScannedFiles) => {
    scanned += batch.reports.length;
    for (const report of batch.reports) accepted += report.accepted ?? 0;
    for (const report of batch.reports) if (report.usages.length > 0) usages.push({ uri: report.uri, usages: report.usages });
    reports.push(...batch.reports.filter(({ findings, problems }) => findings.length > 0 || problems));
    skipped.push(...batch.skipped);
  };
  if (files.length < filesWorthThreads) await scanHere(files, recipe, deps, collect);
  else await scanInThreads(files, recipe, deps, collect);
  const order = new Map(files.map((file, index) => [file, index]));
  const byOrder = (a: { uri: string }, b: { uri: string }) => (order.get(a.uri) ?? 0) - (order.get(b.uri) ?? 0);
  return { reports: reports.sort(byOrder), skipped: skipped.sort(byOrder), usages, scanned, accepted };
}

// Each thread has to start and warm up; below this the scan is over by then.
export const filesWorthThreads = 2000;

async function scanHere(files: readonly string[], recipe: EngineRecipe, { makeEngine }: Deps, collect: (batch: ScannedFiles) => void) {
  const engine = await makeEngine(recipe);
  await forEachBreathing(files, 16, file => collect(scanFiles([file], engine, neverCancelled)));
}

async function scanInThreads(files: readonly string[], recipe: EngineRecipe, { workerPath }: Deps, collect: (batch: ScannedFiles) => void) {
  const { ScanPool } = await import('../node/scan-pool.ts');
  const pool = new ScanPool({ workerPath, threads: mostThreads() });
  try {
    await pool.run(recipe, neverCancelled, run => run.scan(files, collect));
  } finally {
    pool.dispose();
  }
}

/** A scan of a few files loads nothing for it. */
export function mostThreads(): number {
  const { availableParallelism }: typeof import('node:os') = require('node:os');
  return Math.min(8, availableParallelism());
}
