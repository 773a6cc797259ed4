// The contract of a scan of many files: who runs it (threads, a fake in tests) is not the engine's concern.
// Everything that crosses here is plain data.

import type { CancelToken } from '../cancel.ts';
import type { KnownValuePlace } from '../hygiene/workspace/known-values.ts';
import type { Settings } from '../settings/settings.ts';
import type { FileReport, SkippedFile } from './file-report.ts';

export interface ScanRequest {
  /** Folders or files, absolute paths. */
  readonly roots: readonly string[];
  readonly settings: Settings;
  /** Globs from `files.exclude`, relative to each root. */
  readonly exclude: readonly string[];
  /** Key of the fingerprints (hex), so that threads and editor agree. */
  readonly salt: string;
}

export interface ScanProgress {
  readonly scanned: number;
  readonly total: number | undefined;
}

export interface ScanSummary {
  readonly scanned: number;
  readonly skipped: readonly SkippedFile[];
  readonly cancelled: boolean;
}

/** Scans files off the editor's thread; reports arrive in batches while it runs. Paths in reports are absolute. */
export interface FileScanner {
  scan(
    request: ScanRequest,
    on: { reports(batch: readonly FileReport[]): void; progress(progress: ScanProgress): void },
    token: CancelToken,
  ): Promise<ScanSummary>;
  /** The given files again, and all files of given folders, as they are on disk; what vanished gives no report. */
  rescan(
    files: readonly string[],
    request: ScanRequest,
    token: CancelToken,
  ): Promise<{ readonly reports: readonly FileReport[]; readonly skipped: readonly SkippedFile[] }>;
  /**
   * Places where values of these environment files stand in other files: in the given ones, else in all that a scan would read.
   */
  findKnownValues(
    environmentFiles: readonly string[],
    files: readonly string[] | undefined,
    request: ScanRequest,
    token: CancelToken,
  ): Promise<readonly KnownValuePlace[]>;
  dispose(): void;
}
