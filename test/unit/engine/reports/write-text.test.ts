import assert from 'node:assert/strict';
import { phrase } from '../../../../src/engine/phrase.ts';
import type { ScanResult } from '../../../../src/engine/reports/scan-result.ts';
import { type Paint, writeSummary, writeText } from '../../../../src/engine/reports/write-text.ts';
import { reportedFinding, reportedProblem } from '../../../support/reported-finding.ts';

const plain: Paint = (_style, text) => text;
const empty: ScanResult = { findings: [], problems: [], accepted: 0, skipped: [], scanned: 0 };

describe('write-text', () => {
  it('tells place, mask, rule and what to do', () => {
    const report = writeText({ ...empty, findings: [reportedFinding({ variable: 'OPENAI_API_KEY' })], scanned: 4 }, plain);
    assert.equal(
      report,
      [
        'src/app.ts:3:11  sk-p…Qz  OpenAI project key (openai-project-key, certain)',
        '  Read it from the environment as OPENAI_API_KEY, and replace it if this file was ever shared.',
        '',
        '1 key at 1 place in 1 file. 4 files scanned.',
        '',
      ].join('\n'),
    );
  });

  it('tells of problems after findings, and how many there are', () => {
    assert.equal(
      writeText({ ...empty, problems: [reportedProblem()], scanned: 2 }, plain),
      [
        'src/log.ts:8:15  Key written to a log (key-logged, warning)',
        '  apiKey is written to a log here.',
        '',
        'No keys found. 1 problem around keys. 2 files scanned.',
        '',
      ].join('\n'),
    );
  });

  it('says that there is nothing', () => {
    assert.equal(writeText({ ...empty, scanned: 1 }, plain), 'No keys found. 1 file scanned.\n');
    assert.equal(writeSummary({ ...empty, accepted: 2, scanned: 1 }, plain), 'No keys found. 2 accepted. 1 file scanned.\n');
  });

  it('gives advice that fits the file', () => {
    const advised = (path: string) => writeText({ ...empty, findings: [reportedFinding({ path })] }, plain).split('\n')[1];
    assert.equal(advised('.env.local'), '  Keep this file out of version control.');
    assert.equal(advised('.env.example'), '  Leave the value empty here: templates are shared.');
  });

  it('counts what was skipped by its reason, the most frequent first', () => {
    const skipped = [phrase('binary file'), phrase('ignored by git'), phrase('binary file')].map(reason => ({ uri: 'x', reason }));
    assert.equal(
      writeSummary({ ...empty, skipped }, plain),
      'No keys found. 0 files scanned, 3 skipped (2 binary file, 1 ignored by git).\n',
    );
  });

  it('does not let file names and masks steer the terminal', () => {
    const red = '\u001b[31m';
    const report = writeText({ ...empty, findings: [reportedFinding({ path: `${red}x\n`, masked: `a${red}` })] }, plain);
    assert.ok(!report.includes('\u001b'));
    assert.match(report, /^\ufffd\[31mx\ufffd:3:11 /);
  });

  it('paints when it is told to', () => {
    const paint: Paint = (style, text) => `<${style}>${text}</${style}>`;
    assert.match(
      writeText({ ...empty, findings: [reportedFinding()] }, paint),
      /^<place>src\/app\.ts:3:11<\/place> {2}<masked>sk-p…Qz<\/masked>/,
    );
  });

  it('tells the reasons when there are some', () => {
    const reasons = [{ name: 'pattern', verdict: 'believe' as const, detail: 'has the form' }];
    const trace = {
      ruleId: 'openai-project-key',
      span: { start: 0, end: 1 },
      entropy: 4.5,
      length: 50,
      reasons,
      confidence: 'certain' as const,
    };
    const report = writeText({ ...empty, findings: [reportedFinding({ trace })] }, plain);
    assert.match(report, /\n {2}50 characters, 4\.5 bits of entropy each\n {4}\+ pattern: has the form\n/);
  });
});
