// The one door to the engine: text in, plain data out. Pure: the same text and settings give the same answers everywhere.

import type { Finding } from './finding.ts';
import { LineMap } from './line-map.ts';
import { catalogue } from './rules/catalogue.ts';
import { customRules } from './rules/custom-rules.ts';
import type { Rule } from './rules/rule.ts';
import { Accept } from './scan/accept.ts';
import type { AsciiEncoder } from './scan/block-copy.ts';
import type { FileReport, LocatedFinding } from './scan/file-report.ts';
import { createMatchRules, type ScanObserver } from './scan/match-rules.ts';
import { type Mentions, mentionsOf } from './scan/mentions.ts';
import { compareStrength, settleOverlaps } from './scan/settle-overlaps.ts';
import type { Trace } from './scan/trace.ts';
import { traceOf } from './scan/trace-of.ts';
import { type WeighedMatch, weighMatch } from './scan/weigh-match.ts';
import type { Fingerprint } from './secret.ts';
import type { Settings } from './settings/settings.ts';
import { overlaps, type SourceText, type Span } from './text.ts';
import { findUsages } from './usages/find-usages.ts';

export interface EngineDeps {
  readonly fingerprint: Fingerprint;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A `TextEncoder`, where there is one: it makes scans of large texts faster, never different. */
  readonly encoder?: AsciiEncoder;
}

export interface Engine {
  readonly settings: Settings;
  /** Findings in order of their start, not overlapping, at or above the confidence threshold, suppressed ones left out. */
  scan(source: SourceText): readonly Finding[];
  /** The same for a part of a document; `mentions` answers for the whole of it (lower-case ASCII needle). */
  scanPart(source: SourceText, mentions: Mentions): PartScan;
  /** Findings and usages of a whole file, located in lines: what workers send. */
  report(source: SourceText): FileReport;
  /** Why the given span is or is not flagged: one trace for each rule that matched there, the strongest first. */
  explain(source: SourceText, span: Span): readonly Trace[];
}

export interface PartScan {
  readonly findings: readonly Finding[];
  /** Offsets at which something begins that text further down may complete: a private key's first line. */
  readonly openings: readonly number[];
}

/** For tests: other rules, and someone who watches. */
export interface EngineOptions {
  readonly rules?: readonly Rule[];
  readonly observer?: ScanObserver;
}

export function createEngine(settings: Settings, deps: EngineDeps, { rules: known = catalogue, observer }: EngineOptions = {}): Engine {
  const rules = [...known, ...customRules(settings.policy)];
  const matchRules = createMatchRules(rules, { encoder: deps.encoder, observer });
  const accept = new Accept(settings, deps.fingerprint);
  const byId = new Map(rules.map(rule => [rule.id, rule]));

  /** Every match is weighed; those that `keeps` wants are returned. */
  function weigh(source: SourceText, mentions: Mentions, keeps: (weighed: WeighedMatch) => boolean) {
    const weighed: WeighedMatch[] = [];
    const surroundings = { source, mentions, now: deps.now(), ruleById: (id: string) => byId.get(id) };
    const openings = matchRules(source.text, match => {
      const one = weighMatch(match, surroundings);
      if (keeps(one)) weighed.push(one);
      return one.confidence !== undefined;
    });
    return { weighed, openings };
  }

  function scanPart(source: SourceText, mentions: Mentions): PartScan {
    if (!accept.looksAt(source.uri)) return { findings: [], openings: [] };
    const { weighed, openings } = weigh(source, mentions, one => one.confidence !== undefined);
    return { findings: weighed.length === 0 ? [] : accept.findings(source, settleOverlaps(weighed)), openings };
  }

  function scan(source: SourceText): readonly Finding[] {
    return scanPart(source, mentionsOf(source.text)).findings;
  }

  return {
    settings,
    scan,
    scanPart,
    report: source => {
      const findings = scan(source);
      return { uri: source.uri, findings: locate(source.text, findings), usages: findUsages(source, findings, deps.fingerprint) };
    },
    explain: (source, span) => {
      const { weighed: there } = weigh(source, mentionsOf(source.text), ({ match }) => overlaps(match.secret, span));
      const isSuppressed = accept.suppressions(source);
      return there.toSorted(compareStrength).map(one => traceOf(source.text, one, accept.objection(source, one, isSuppressed)));
    },
  };
}

function locate(text: string, findings: readonly Finding[]): readonly LocatedFinding[] {
  const lines = new LineMap(text);
  return findings.map(finding => {
    const start = lines.positionAt(finding.span.start);
    const end = lines.positionAt(finding.span.end);
    return { ...finding, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  });
}
