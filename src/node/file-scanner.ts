// The editor's way to scan files: everything happens in threads, the extension host only passes results on.

import { existsSync, lstatSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CancelToken } from '../engine/cancel.ts';
import type { KnownValuePlace } from '../engine/hygiene/workspace/known-values.ts';
import type { FileReport, SkippedFile } from '../engine/scan/file-report.ts';
import type { FileScanner, ScanProgress, ScanRequest, ScanSummary } from '../engine/scan/file-scanner.ts';
import type { Settings } from '../engine/settings/settings.ts';
import type { ExcludeGlobs } from './exclude-globs.ts';
import { recipeOf, type ScannedFiles } from './scan-messages.ts';
import { ScanPool, type ScanRun } from './scan-pool.ts';
import { isClosedFolder, type WalkRequest } from './walk-rules.ts';

/** Dispose it to end its threads. */
export function createFileScanner({ workerPath }: { readonly workerPath: string }): FileScanner {
  // One core stays free for the editor; past four, the disk is what a scan waits for.
  const threads = Math.max(1, Math.min(4, availableParallelism() - 1));
  const pool = new ScanPool({ workerPath, threads });
  return {
    scan: (request, on, token) => scanRoots(pool, withPaths(request), on, token),
    rescan: (files, request, token) => rescanFiles(pool, files, withPaths(request), token),
    findKnownValues: (environmentFiles, files, request, token) => searchFiles(pool, environmentFiles, files, withPaths(request), token),
    dispose: () => pool.dispose(),
  };
}

async function scanRoots(
  pool: ScanPool,
  request: ScanRequest,
  on: { reports(batch: readonly FileReport[]): void; progress(progress: ScanProgress): void },
  token: CancelToken,
): Promise<ScanSummary> {
  const skipped: SkippedFile[] = [];
  let found = 0;
  let passed = 0;
  let scanned = 0;
  let isWalked = false;
  await pool.run(recipeOf(request.settings, request.salt), token, async run => {
    const scans: Promise<void>[] = [];
    await run.walk(walkRequestOf(request), part => {
      found += part.files.length;
      skipped.push(...part.skipped);
      const scan = run.scan(part.files, batch => {
        scanned += batch.reports.length;
        passed += batch.reports.length + batch.skipped.length;
        skipped.push(...batch.skipped);
        on.reports(batch.reports);
        on.progress({ scanned: passed, total: isWalked ? found : undefined });
      });
      scan.catch(() => undefined); // Awaited below: until then a failure is nobody's.
      scans.push(scan);
    });
    isWalked = true;
    await Promise.all(scans);
  });
  return { scanned, skipped, cancelled: token.isCancellationRequested };
}

async function rescanFiles(pool: ScanPool, files: readonly string[], request: ScanRequest, token: CancelToken) {
  const reports: FileReport[] = [];
  const skipped: SkippedFile[] = [];
  const { found, folders } = presentOf(files);
  const collect = (batch: ScannedFiles) => {
    reports.push(...batch.reports);
    skipped.push(...batch.skipped);
  };
  const recipe = recipeOf(request.settings, request.salt);
  const within = walkRequestOf(request);
  const scan = async (run: ScanRun): Promise<void> => {
    if (folders.length > 0) await run.walk({ ...within, roots: folders }, part => found.push(...part.files));
    await run.scan(found, collect, within);
  };
  await pool.run(recipe, token, scan, { urgent: true });
  return { reports, skipped };
}

function searchFiles(
  pool: ScanPool,
  environmentFiles: readonly string[],
  files: readonly string[] | undefined,
  request: ScanRequest,
  token: CancelToken,
): Promise<readonly KnownValuePlace[]> {
  const within = walkRequestOf(request);
  return pool.run(recipeOf(request.settings, request.salt), token, async run => {
    const { found, folders } = files ? presentOf(files) : { found: [], folders: within.roots };
    const walked: string[] = [];
    if (folders.length > 0) await run.walk({ ...within, roots: folders }, part => walked.push(...part.files));
    const places = await Promise.all([run.search(environmentFiles, found, within), run.search(environmentFiles, walked)]);
    return places.flat();
  });
}

/** What vanished was not skipped: there is nothing to say about it. Of a folder that was moved, watchers tell its own name only. */
function presentOf(paths: readonly string[]): { readonly found: string[]; readonly folders: readonly string[] } {
  const present = paths.filter(path => existsSync(path));
  const folders = present.filter(isFolder);
  return { found: present.filter(path => !folders.includes(path)), folders: folders.filter(path => !isClosedFolder(basename(path))) };
}

/** Links to folders are none: they are never followed. */
function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false; // gone since, or not ours to look at: reading it says so
  }
}

function walkRequestOf({ roots, settings, exclude }: ScanRequest): WalkRequest {
  return { roots, excludes: excludesOf(roots, settings, exclude) };
}

/** Settings and `files.exclude` count from each root, the policy's globs from its own folder. */
function excludesOf(roots: readonly string[], settings: Settings, exclude: readonly string[]): readonly ExcludeGlobs[] {
  const { policy } = settings;
  const fromRoots = roots.map(base => ({ base, globs: [...settings.exclude, ...exclude] }));
  const fromPolicy = policy.folder === undefined ? roots : [policy.folder];
  return [...fromRoots, ...fromPolicy.map(base => ({ base, globs: policy.exclude }))];
}

/** The editor names the policy's folder by its URI; here files are named by their paths, and globs compare the two. */
function withPaths(request: ScanRequest): ScanRequest {
  const { policy } = request.settings;
  if (!policy.folder?.startsWith('file:')) return request;
  return { ...request, settings: { ...request.settings, policy: { ...policy, folder: fileURLToPath(policy.folder) } } };
}
