// Scans a list of files, which comes in parts: a short one here, a long one in threads.

import { neverCancelled } from '../engine/cancel.ts';
import type { FileReport, SkippedFile } from '../engine/scan/file-report.ts';
import { scanFiles } from '../node/scan-files.ts';
import type { EngineRecipe, ScannedFiles } from '../node/scan-messages.ts';
import type { ThreadPoolOptions } from '../node/thread-pool.ts';
import { forEachBreathing } from './breathe.ts';
import type { Deps } from './command-line.ts';

export interface ScannedList extends ScannedFiles {
  /** The list. */
  readonly files: readonly string[];
  readonly scanned: number;
  /** How many findings the project accepted. */
  readonly accepted: number;
  /** Of files that use keys, with or without findings. */
  readonly usages: readonly Pick<FileReport, 'uri' | 'usages'>[];
}

type Collect = (batch: ScannedFiles) => void;

/** In the order of the list. Reports of files without findings and problems are left out; `scanned` and `accepted` count them. */
export async function scanFileList(parts: AsyncGenerator<readonly string[]>, recipe: EngineRecipe, deps: Deps): Promise<ScannedList> {
  const reports: FileReport[] = [];
  const skipped: SkippedFile[] = [];
  const usages: Pick<FileReport, 'uri' | 'usages'>[] = [];
  let scanned = 0;
  let accepted = 0;
  const files = await scanParts(parts, recipe, deps, batch => {
    scanned += batch.reports.length;
    for (const report of batch.reports) accepted += report.accepted ?? 0;
    for (const report of batch.reports) if (report.usages.length > 0) usages.push({ uri: report.uri, usages: report.usages });
    reports.push(...batch.reports.filter(({ findings, problems }) => findings.length > 0 || problems));
    skipped.push(...batch.skipped);
  });
  const order = new Map(files.map((file, index) => [file, index]));
  const byOrder = (a: { uri: string }, b: { uri: string }) => (order.get(a.uri) ?? 0) - (order.get(b.uri) ?? 0);
  return { files, reports: reports.sort(byOrder), skipped: skipped.sort(byOrder), usages, scanned, accepted };
}

// Each thread has to start and warm up; below this the scan is over by then.
export const filesWorthThreads = 2000;

/** Returns all files of the list. */
async function scanParts(parts: AsyncGenerator<readonly string[]>, recipe: EngineRecipe, deps: Deps, collect: Collect) {
  const files: string[] = [];
  while (files.length < filesWorthThreads) {
    const part = await parts.next();
    if (part.done) {
      await scanHere(files, recipe, deps, collect);
      return files;
    }
    files.push(...part.value);
  }
  await scanInThreads(files, parts, recipe, deps, collect);
  return files;
}

async function scanHere(files: readonly string[], recipe: EngineRecipe, { makeEngine }: Deps, collect: Collect) {
  const engine = await makeEngine(recipe);
  await forEachBreathing(files, 16, file => collect(scanFiles([file], engine, neverCancelled)));
}

/** Adds the files of `rest`, which are scanned as they come. */
async function scanInThreads(
  files: string[],
  rest: AsyncIterable<readonly string[]>,
  recipe: EngineRecipe,
  { workerPath }: Deps,
  collect: Collect,
) {
  const { ScanPool } = await import('../node/scan-pool.ts');
  const pool = new ScanPool({ workerPath, ...threadsOfRun() });
  try {
    await pool.run(recipe, neverCancelled, async run => {
      const scans: Promise<void>[] = [];
      const begin = (part: readonly string[]) => {
        const scan = run.scan(part, collect);
        scan.catch(() => undefined); // Awaited below: until then a failure is nobody's.
        scans.push(scan);
      };
      begin([...files]);
      for await (const part of rest) {
        files.push(...part);
        begin(part);
      }
      await Promise.all(scans);
    });
  } finally {
    pool.dispose();
  }
}

/** A new thread keeps a processor more busy: V8 compiles for it what it uses. */
export function threadsOfRun(): Pick<ThreadPoolOptions, 'threads' | 'eagerThreads'> {
  // A scan of a few files loads nothing for it.
  const { availableParallelism }: typeof import('node:os') = require('node:os');
  const threads = Math.min(8, availableParallelism());
  return { threads, eagerThreads: Math.ceil(threads / 2) };
}
