// Findings by line and column, as an edited document needs them: offsets would be wrong after the next key press.

import type { Finding } from '../finding.ts';
import { lineMapOf } from '../line-map.ts';
import type { Writable } from '../writable.ts';
import type { LinePlace, LocatedFinding } from './file-report.ts';
import type { Place } from './line-change.ts';

export type DocumentFinding = Omit<LocatedFinding, 'span'>;

/** `shifted`: the same findings at other places. */
export type ScanChange = 'unchanged' | 'shifted' | 'changed';

/** Offsets to lines; the text begins at `from` in the document. */
export function locateInDocument(text: string, from: Place, findings: readonly Finding[]): readonly DocumentFinding[] {
  return findings.map(finding => {
    const start = placeInDocument(text, from, finding.span.start);
    const end = placeInDocument(text, from, finding.span.end);
    return findingAt({ line: start.line, column: start.column, endLine: end.line, endColumn: end.column }, finding);
  });
}

export function placeInDocument(text: string, from: Place, offset: number): Place {
  const { line, column } = lineMapOf(text).positionAt(offset);
  return { line: line + from.line, column: line === 0 ? column + from.column : column };
}

export function movedBy(finding: DocumentFinding, delta: number): DocumentFinding {
  const { line, column, endLine, endColumn } = finding;
  return findingAt({ line: line + delta, column, endLine: endLine + delta, endColumn }, finding);
}

/**
 * The finding without its span, at a place in lines. Written out: to take the rest of an object and spread it costs a key press as much
 * as to weigh a match.
 */
export function findingAt({ line, column, endLine, endColumn }: LinePlace, finding: Omit<Finding, 'span'>): DocumentFinding {
  const { ruleId, provider, kind, confidence, masked, fingerprint, title, name, variable, facts } = finding;
  const at: Writable<DocumentFinding> = { ruleId, provider, kind, confidence, masked, fingerprint, line, column, endLine, endColumn };
  if (title !== undefined) at.title = title;
  if (name !== undefined) at.name = name;
  if (variable !== undefined) at.variable = variable;
  if (facts !== undefined) at.facts = facts;
  return at;
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
    a.provider === b.provider &&
    a.fingerprint === b.fingerprint &&
    a.confidence === b.confidence &&
    a.name === b.name &&
    a.facts?.join('\n') === b.facts?.join('\n')
  );
}

function standsThere(a: DocumentFinding, b: DocumentFinding): boolean {
  return a.line === b.line && a.column === b.column && a.endLine === b.endLine && a.endColumn === b.endColumn;
}
