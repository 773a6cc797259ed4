// Findings for programs: one JSON document, or one JSON object a line. Lines and columns count from 1,
// offsets from 0 and half-open, both in UTF-16 units of the decoded text (without its byte order mark).

import { formatPhrase } from '../phrase.ts';
import type { ReportedFinding, ScanResult } from './scan-result.ts';

export function writeJson({ findings, accepted, skipped, scanned }: ScanResult): string {
  const report = {
    findings: findings.map(rowOf),
    accepted,
    skipped: skipped.map(({ uri, reason }) => ({ path: uri, reason: formatPhrase(reason) })),
    scanned,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

export function writeJsonLines({ findings }: ScanResult): string {
  return findings.map(finding => `${JSON.stringify(rowOf(finding))}\n`).join('');
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

function explanationOf({ name, entropy, length, reasons }: NonNullable<ReportedFinding['trace']>) {
  return { ...(name !== undefined && { name }), entropy: Math.round(entropy * 100) / 100, length, reasons };
}
