// What one file gave: plain data that crosses threads and feeds the store, the index and the reports.

import type { Finding } from '../finding.ts';
import type { Problem } from '../hygiene/problem.ts';
import type { LineMap } from '../line-map.ts';
import type { Phrase } from '../phrase.ts';
import type { Usage } from '../usages/usage.ts';

/** A place in lines, zero-based, columns in UTF-16 units. */
export interface LinePlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface LocatedFinding extends Finding, LinePlace {}

export interface FileReport {
  /** URI in the editor, path in the terminal: as it was asked for. */
  readonly uri: string;
  readonly findings: readonly LocatedFinding[];
  readonly usages: readonly Usage[];
  /** What is wrong around its keys, if anything is, by place. */
  readonly problems?: readonly Problem[];
  /** How many findings more there are that the project accepted, if any. */
  readonly accepted?: number;
}

export interface SkippedFile {
  readonly uri: string;
  readonly reason: Phrase;
}

export function placeOf({ span }: Pick<Finding, 'span'>, lines: LineMap): LinePlace {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
