// What a report is made from: all that a scan of files gave, with paths as people named them.

import type { Problem } from '../hygiene/problem.ts';
import type { LocatedFinding, SkippedFile } from '../scan/file-report.ts';
import type { Trace } from '../scan/trace.ts';
import type { Severity } from '../settings/settings.ts';

export interface ReportedFinding extends LocatedFinding {
  /** As it was asked for: relative where the argument was, forward slashes. */
  readonly path: string;
  /** Why it is flagged, when that was asked. */
  readonly trace?: Trace;
}

/** What a check found. */
export interface ReportedProblem extends Problem {
  /** As it was asked for: relative where the argument was, forward slashes. */
  readonly path: string;
  /** How loud its check is for that file. */
  readonly severity: Exclude<Severity, 'off'>;
}

export interface ScanResult {
  readonly findings: readonly ReportedFinding[];
  readonly problems: readonly ReportedProblem[];
  /** Their `uri` is a path like that of findings. */
  readonly skipped: readonly SkippedFile[];
  /** How many findings more there are that the project's baseline accepts, or a list it keeps for another tool. */
  readonly accepted: number;
  /** How many files were read. */
  readonly scanned: number;
}
