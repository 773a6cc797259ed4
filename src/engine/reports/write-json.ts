// Findings and problems for programs: one JSON document, or one JSON object a line; what has a `checkId` is a problem. Lines and columns count from 1,
// offsets from 0 and half-open, both in UTF-16 units of the decoded text (without its byte order mark).

import { formatPhrase } from '../phrase.ts';
import type { ReportedFinding, ReportedProblem, ScanResult } from './scan-result.ts';

export function writeJson({ findings, problems, accepted, skipped, scanned }: ScanResult): string {
  const report = {
    findings: findings.map(rowOf),
    problems: problems.map(problemRow),
    accepted,
    skipped: skipped.map(({ uri, reason }) => ({ path: uri, reason: formatPhrase(reason) })),
    scanned,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

export function writeJsonLines({ findings, problems }: ScanResult): string {
  return [...findings.map(rowOf), ...problems.map(problemRow)].map(row => `${JSON.stringify(row)}\n`).join('');
}

function rowOf(finding: ReportedFinding) {
  return {
    path: finding.path,
    ruleId: finding.ruleId,
    provider: finding.provider,
    confidence: finding.confidence,
    line: finding.line + 1,
    column: finding.column + 1,
    endLine: finding.endLine + 1,
    endColumn: finding.endColumn + 1,
    startOffset: finding.span.start,
    endOffset: finding.span.end,
    masked: finding.masked,
    fingerprint: finding.fingerprint,
    ...(finding.trace && { explanation: explanationOf(finding.trace) }),
  };
}

function problemRow({ path, checkId, severity, message, line, column, endLine, endColumn, span, fingerprint, names }: ReportedProblem) {
  return {
    path,
    checkId,
    severity,
    message: formatPhrase(message),
    line: line + 1,
    column: column + 1,
    endLine: endLine + 1,
    endColumn: endColumn + 1,
    startOffset: span.start,
    endOffset: span.end,
    ...(names && names.length > 0 && { names }),
    ...(fingerprint !== undefined && { fingerprint }),
  };
}

function explanationOf({ name, entropy, length, reasons }: NonNullable<ReportedFinding['trace']>) {
  return { ...(name !== undefined && { name }), entropy: Math.round(entropy * 100) / 100, length, reasons };
}
