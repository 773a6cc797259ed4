// A finding as reports get it, for tests that are about something else.

import type { ReportedFinding } from '../../src/engine/reports/scan-result.ts';

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
