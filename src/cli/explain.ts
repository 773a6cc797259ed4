// `--explain`: adds to a finding why it is one.

import type { Engine } from '../engine/engine.ts';
import type { FileReport, LocatedFinding } from '../engine/scan/file-report.ts';
import type { Trace } from '../engine/scan/trace.ts';
import type { SourceText } from '../engine/text.ts';

/** `source`: the text it was found in. */
export function explain<Found extends LocatedFinding>(finding: Found, source: SourceText, engine: Engine): Found & { trace?: Trace } {
  const traces = engine.explain(source, finding.span);
  const trace = traces.find(({ ruleId }) => ruleId === finding.ruleId) ?? traces[0];
  return trace ? { ...finding, trace } : finding;
}

/** What a text gives, each finding explained where that was asked. */
export function reportOn(engine: Engine, source: SourceText, withTrace: boolean): FileReport {
  const report = engine.report(source);
  return withTrace ? { ...report, findings: report.findings.map(finding => explain(finding, source, engine)) } : report;
}
