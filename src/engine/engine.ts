// The one door to the engine: text in, plain data out. Pure: the same text and settings give the same answers everywhere.

import type { Finding } from './finding.ts';
import type { FileReport } from './scan/file-report.ts';
import type { Trace } from './scan/trace.ts';
import type { Fingerprint } from './secret.ts';
import type { Settings } from './settings/settings.ts';
import type { SourceText, Span } from './text.ts';

export interface EngineDeps {
  readonly fingerprint: Fingerprint;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface Engine {
  readonly settings: Settings;
  /** Findings in order of their start, not overlapping, at or above the confidence threshold, suppressed ones left out. */
  scan(source: SourceText): readonly Finding[];
  /** Findings and usages of a whole file, located in lines: what workers send. */
  report(source: SourceText): FileReport;
  /** Why the given span is or is not flagged: one trace for each rule that matched there, the strongest first. */
  explain(source: SourceText, span: Span): readonly Trace[];
}
