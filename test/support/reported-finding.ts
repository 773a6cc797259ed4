// A finding and a problem as reports get them, for tests that are about something else.

import { phrase } from '../../src/engine/phrase.ts';
import type { ReportedFinding, ReportedProblem } from '../../src/engine/reports/scan-result.ts';

export function reportedFinding(parts: Partial<ReportedFinding> = {}): ReportedFinding {
  return {
    path: 'src/app.ts',
    ruleId: 'openai-project-key',
    provider: 'openai',
    kind: 'secret',
    confidence: 'certain',
    span: { start: 40, end: 90 },
    line: 2,
    column: 10,
    endLine: 2,
    endColumn: 60,
    masked: 'sk-p…Qz',
    fingerprint: '0123456789abcdef0123456789abcdef',
    ...parts,
  };
}

export function reportedProblem(parts: Partial<ReportedProblem> = {}): ReportedProblem {
  return {
    path: 'src/log.ts',
    uri: 'src/log.ts',
    checkId: 'key-logged',
    severity: 'warning',
    message: phrase('{0} is written to a log here.', 'apiKey'),
    names: ['apiKey'],
    span: { start: 90, end: 96 },
    line: 7,
    column: 14,
    endLine: 7,
    endColumn: 20,
    ...parts,
  };
}
