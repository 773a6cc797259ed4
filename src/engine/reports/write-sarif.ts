// Findings and problems as SARIF 2.1.0, for code hosts and dashboards: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html

import type { Confidence } from '../finding.ts';
import { checkById } from '../hygiene/catalogue.ts';
import { formatPhrase } from '../phrase.ts';
import { ruleById } from '../rules/catalogue.ts';
import { titleOf } from '../rules/title-of.ts';
import { isFailure } from '../scan/skip-reasons.ts';
import type { Severity } from '../settings/settings.ts';
import { advise } from './advise.ts';
import type { ReportedFinding, ReportedProblem, ScanResult } from './scan-result.ts';

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
  const checkIds = [...new Set(result.problems.map(({ checkId }) => checkId))].sort();
  const rules = [...ruleIds.map(id => describeRule(id, result.findings)), ...checkIds.map(describeCheck)];
  const occurrences = new Map<string, number>();
  const log = {
    version: '2.1.0',
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    runs: [
      {
        tool: { driver: { name: 'Key Hygiene', version: options.version, rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notificationsOf(result, options) }],
        results: [
          ...result.findings.map(finding => resultOfFinding(finding, ruleIds.indexOf(finding.ruleId), options, occurrences)),
          ...result.problems.map(problem =>
            resultOfProblem(problem, ruleIds.length + checkIds.indexOf(problem.checkId), options, occurrences),
          ),
        ],
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

function describeCheck(id: string) {
  const check = checkById(id);
  return {
    id,
    shortDescription: { text: check?.title ?? id },
    ...(check && { fullDescription: { text: check.why } }),
    ...(check?.source !== undefined && { helpUri: check.source }),
    properties: { tags: ['security', 'hygiene'], ...(check && { family: check.family }) },
  };
}

type Occurrences = Map<string, number>;

function resultOfFinding(finding: ReportedFinding, ruleIndex: number, options: SarifOptions, occurrences: Occurrences) {
  return {
    ...placed(finding, finding.ruleId, ruleIndex, options, occurrences),
    level: levels[finding.confidence],
    message: { text: messageOf(finding) },
    properties: { provider: finding.provider, confidence: finding.confidence, masked: finding.masked },
  };
}

function resultOfProblem(problem: ReportedProblem, ruleIndex: number, options: SarifOptions, occurrences: Occurrences) {
  return {
    ...placed(problem, problem.checkId, ruleIndex, options, occurrences),
    level: problemLevels[problem.severity],
    message: { text: formatPhrase(problem.message) },
  };
}

/** Where a result is, and by what the next run knows it again. */
function placed(
  result: ReportedFinding | ReportedProblem,
  ruleId: string,
  ruleIndex: number,
  options: SarifOptions,
  occurrences: Occurrences,
) {
  const location = locationOf(result.path, options.base);
  const place = `${ruleId}:${location.uri}`;
  const occurrence = (occurrences.get(place) ?? 0) + 1;
  occurrences.set(place, occurrence);
  return {
    ruleId,
    ruleIndex,
    locations: [{ physicalLocation: { artifactLocation: location, region: regionOf(result) } }],
    partialFingerprints: {
      'keyHygienePlace/v1': `${place}:${occurrence}`,
      ...(options.hasStableFingerprints && result.fingerprint !== undefined && { 'keyHygieneValue/v1': result.fingerprint }),
    },
  };
}

const problemLevels: Readonly<Record<Exclude<Severity, 'off'>, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const levels: Readonly<Record<Confidence, 'error' | 'warning' | 'note'>> = { certain: 'error', likely: 'warning', possible: 'note' };

function messageOf(finding: ReportedFinding): string {
  return `${titleOf(finding)} (${finding.masked}). ${formatPhrase(advise(finding, finding.path))}`;
}

function regionOf({ line, column, endLine, endColumn, span }: ReportedFinding | ReportedProblem) {
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
