// Findings by line and column, as an edited document needs them: offsets would be wrong after the next key press.

import type { Finding } from '../finding.ts';
import { LineMap } from '../line-map.ts';
import type { LocatedFinding } from './file-report.ts';

export type DocumentFinding = Omit<LocatedFinding, 'span'>;

/** `shifted`: the same findings at other places. */
export type ScanChange = 'unchanged' | 'shifted' | 'changed';

/** Offsets to lines; the text begins at `firstLine` of the document. */
export function locateInDocument(text: string, firstLine: number, findings: readonly Finding[]): readonly DocumentFinding[] {
  if (findings.length === 0) return [];
  const lines = new LineMap(text);
  return findings.map(({ span, ...rest }) => {
    const start = lines.positionAt(span.start);
    const end = lines.positionAt(span.end);
    return { ...rest, line: start.line + firstLine, column: start.column, endLine: end.line + firstLine, endColumn: end.column };
  });
}

export function movedBy(finding: DocumentFinding, delta: number): DocumentFinding {
  return { ...finding, line: finding.line + delta, endLine: finding.endLine + delta };
}

export function compareFindings(before: readonly DocumentFinding[], after: readonly DocumentFinding[]): ScanChange {
  if (before === after) return 'unchanged';
  if (before.length !== after.length) return 'changed';
  let change: ScanChange = 'unchanged';
  for (const [index, finding] of after.entries()) {
    const old = before[index];
    if (old === finding || !old) continue;
    if (!saysTheSame(old, finding)) return 'changed';
    if (!standsThere(old, finding)) change = 'shifted';
  }
  return change;
}

function saysTheSame(a: DocumentFinding, b: DocumentFinding): boolean {
  return (
    a.ruleId === b.ruleId &&
    a.fingerprint === b.fingerprint &&
    a.confidence === b.confidence &&
    a.name === b.name &&
    a.facts?.join('\n') === b.facts?.join('\n')
  );
}

function standsThere(a: DocumentFinding, b: DocumentFinding): boolean {
  return a.line === b.line && a.column === b.column && a.endLine === b.endLine && a.endColumn === b.endColumn;
}
