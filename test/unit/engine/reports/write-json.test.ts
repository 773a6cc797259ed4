import assert from 'node:assert/strict';
import { phrase } from '../../../../src/engine/phrase.ts';
import { writeJson, writeJsonLines } from '../../../../src/engine/reports/write-json.ts';
import { reportedFinding, reportedProblem } from '../../../support/reported-finding.ts';

const row = {
  path: 'src/app.ts',
  ruleId: 'openai-project-key',
  provider: 'openai',
  confidence: 'certain',
  line: 3,
  column: 11,
  endLine: 3,
  endColumn: 61,
  startOffset: 40,
  endOffset: 90,
  masked: 'sk-p…Qz',
  fingerprint: '0123456789abcdef0123456789abcdef',
};

describe('write-json', () => {
  it('writes one object a line: lines and columns from 1, offsets from 0', () => {
    const lines = writeJsonLines({
      findings: [reportedFinding(), reportedFinding({ line: 3 })],
      problems: [],
      accepted: 0,
      skipped: [],
      scanned: 1,
    });
    assert.deepEqual(
      lines.split('\n').map(line => (line ? JSON.parse(line) : line)),
      [row, { ...row, line: 4 }, ''],
    );
  });

  it('writes nothing about nothing', () => {
    assert.equal(writeJsonLines({ findings: [], problems: [], accepted: 0, skipped: [], scanned: 1 }), '');
  });

  it('writes one document with what was skipped', () => {
    const skipped = [{ uri: 'big.sql', reason: phrase('larger than {0} MB', 5) }];
    assert.deepEqual(JSON.parse(writeJson({ findings: [reportedFinding()], problems: [], accepted: 1, skipped, scanned: 2 })), {
      findings: [row],
      problems: [],
      accepted: 1,
      skipped: [{ path: 'big.sql', reason: 'larger than 5 MB' }],
      scanned: 2,
    });
  });

  it('writes problems beside findings', () => {
    const result = { findings: [reportedFinding()], problems: [reportedProblem()], accepted: 0, skipped: [], scanned: 1 };
    const problem = {
      path: 'src/log.ts',
      checkId: 'key-logged',
      severity: 'warning',
      message: 'apiKey is written to a log here.',
      line: 8,
      column: 15,
      endLine: 8,
      endColumn: 21,
      startOffset: 90,
      endOffset: 96,
      names: ['apiKey'],
    };
    assert.deepEqual(JSON.parse(writeJson(result)).problems, [problem]);
    assert.deepEqual(JSON.parse(writeJsonLines(result).split('\n')[1] ?? ''), problem);
  });

  it('adds the explanation that was asked for', () => {
    const reasons = [{ name: 'pattern', verdict: 'believe' as const, detail: 'has the form' }];
    const trace = {
      ruleId: 'r',
      span: { start: 0, end: 1 },
      name: 'apiKey',
      entropy: 4.567,
      length: 50,
      reasons,
      confidence: 'certain' as const,
    };
    const [line = ''] = writeJsonLines({
      findings: [reportedFinding({ trace })],
      problems: [],
      accepted: 0,
      skipped: [],
      scanned: 1,
    }).split('\n');
    assert.deepEqual(JSON.parse(line).explanation, { name: 'apiKey', entropy: 4.57, length: 50, reasons });
  });
});
