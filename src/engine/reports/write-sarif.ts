// Findings as SARIF 2.1.0, for code hosts and dashboards: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html

import type { Confidence } from '../finding.ts';
import { formatPhrase } from '../phrase.ts';
import { ruleById } from '../rules/catalogue.ts';
import { titleOf } from '../rules/title-of.ts';
import { isFailure } from '../scan/skip-reasons.ts';
import { advise } from './advise.ts';
import type { ReportedFinding, ScanResult } from './scan-result.ts';

export interface SarifOptions {
  readonly version: string;
  /** Absolute folder with forward slashes that paths are relative to in the report, the root of the sources. */
  readonly base: string;
  /**
   * Whether fingerprints are made with the project's own salt, so that the next run makes the same ones. Otherwise they are worth
   * nothing beyond this run, and results are told apart by rule, path and count alone.
   */
  readonly hasStableFingerprints: boolean;
}

export function writeSarif(result: ScanResult, options: SarifOptions): string {
  const ruleIds = [...new Set(result.findings.map(({ ruleId }) => ruleId))].sort();
  const log = {
    version: '2.1.0',
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    runs: [
      {
        tool: { driver: { name: 'Key Hygiene', version: options.version, rules: ruleIds.map(id => describeRule(id, result.findings)) } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notificationsOf(result, options) }],
        results: resultsOf(result.findings, ruleIds, options),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function describeRule(id: string, findings: readonly ReportedFinding[]) {
  const rule = ruleById(id);
  const title = findings.find(({ ruleId }) => ruleId === id)?.title;
  return {
    id,
    shortDescription: { text: titleOf({ ruleId: id, ...(title !== undefined && { title }) }) },
    ...(rule?.source !== undefined && { helpUri: rule.source }),
    properties: { tags: ['security', 'secret'], ...(rule && { provider: rule.provider, kind: rule.kind }) },
  };
}

function resultsOf(findings: readonly ReportedFinding[], ruleIds: readonly string[], options: SarifOptions) {
  const times = new Map<string, number>();
  return findings.map(finding => {
    const location = locationOf(finding.path, options.base);
    const place = `${finding.ruleId}:${location.uri}`;
    const occurrence = (times.get(place) ?? 0) + 1;
    times.set(place, occurrence);
    return {
      ruleId: finding.ruleId,
      ruleIndex: ruleIds.indexOf(finding.ruleId),
      level: levels[finding.confidence],
      message: { text: messageOf(finding) },
      locations: [{ physicalLocation: { artifactLocation: location, region: regionOf(finding) } }],
      partialFingerprints: {
        'keyHygienePlace/v1': `${place}:${occurrence}`,
        ...(options.hasStableFingerprints && { 'keyHygieneValue/v1': finding.fingerprint }),
      },
      properties: { provider: finding.provider, confidence: finding.confidence, masked: finding.masked },
    };
  });
}

const levels: Readonly<Record<Confidence, 'error' | 'warning' | 'note'>> = { certain: 'error', likely: 'warning', possible: 'note' };

function messageOf(finding: ReportedFinding): string {
  return `${titleOf(finding)} (${finding.masked}). ${formatPhrase(advise(finding, finding.path))}`;
}

function regionOf({ line, column, endLine, endColumn, span }: ReportedFinding) {
  return {
    startLine: line + 1,
    startColumn: column + 1,
    endLine: endLine + 1,
    endColumn: endColumn + 1,
    charOffset: span.start,
    charLength: span.end - span.start,
  };
}

/** Files that nobody could look into are told; those left out on purpose are not. */
function notificationsOf({ skipped }: ScanResult, { base }: SarifOptions) {
  return skipped
    .filter(({ reason }) => isFailure(reason))
    .map(({ uri, reason }) => ({
      level: 'warning',
      message: { text: formatPhrase(reason) },
      locations: [{ physicalLocation: { artifactLocation: locationOf(uri, base) } }],
    }));
}

function locationOf(path: string, base: string): { readonly uri: string; readonly uriBaseId?: string } {
  const root = base.endsWith('/') ? base : `${base}/`;
  const inside = path.startsWith(root) ? path.slice(root.length) : path.replace(/^(?:\.\/)+/, '');
  const isAbsolute = /^(?:\/|[A-Za-z]:\/)/.test(inside);
  const encoded = inside.split('/').map(encodeSegment).join('/');
  if (!isAbsolute) return { uri: encoded, uriBaseId: '%SRCROOT%' };
  return { uri: `file://${encoded.startsWith('/') ? '' : '/'}${encoded}` };
}

/** A file name may hold half a surrogate pair, which has no URI form. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'));
}
