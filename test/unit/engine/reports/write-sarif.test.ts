import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { projectRoot } from '../../../../scripts/project-root.mjs';
import type { ScanResult } from '../../../../src/engine/reports/scan-result.ts';
import { writeSarif } from '../../../../src/engine/reports/write-sarif.ts';
import { catalogue } from '../../../../src/engine/rules/catalogue.ts';
import { ignoredByGit, unreadable } from '../../../../src/engine/scan/skip-reasons.ts';
import { reportedFinding, reportedProblem } from '../../../support/reported-finding.ts';

const options = { version: '1.2.3', base: '/projects/shop', hasStableFingerprints: true };

describe('write-sarif', () => {
  it('is valid SARIF 2.1.0, empty, and with a finding of every rule', () => {
    assertValid(logOf([]));
    assertValid(logOf(catalogue.map(rule => reportedFinding({ ruleId: rule.id, provider: rule.provider, kind: rule.kind }))));
    assertValid(logOf([reportedFinding({ path: 'a folder/ключ#1?.ts' }), reportedFinding({ path: '/else where/x.ts' })]));
  });

  it('tells an invalid report from a valid one', () => {
    const log = logOf([reportedFinding()]);
    assert.throws(() => assertValid({ ...log, runs: [{ ...log.runs[0], results: [{ level: 'fatal' }] }] }));
  });

  it('points at the place: lines and columns from 1, offsets from 0, all in UTF-16 units', () => {
    const { results = [], columnKind } = logOf([reportedFinding()]).runs[0] ?? {};
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.deepEqual(results[0]?.locations?.[0]?.physicalLocation?.region, {
      startLine: 3,
      startColumn: 11,
      endLine: 3,
      endColumn: 61,
      charOffset: 40,
      charLength: 50,
    });
  });

  it('describes each rule once and refers to it', () => {
    const run = logOf([reportedFinding(), reportedFinding({ ruleId: 'made-up' }), reportedFinding()]).runs[0];
    assert.deepEqual(
      run?.tool.driver.rules?.map(({ id }) => id),
      ['made-up', 'openai-project-key'],
    );
    assert.deepEqual(
      run?.results?.map(({ ruleIndex }) => ruleIndex),
      [1, 0, 1],
    );
  });

  it('gives files relative to the base, as URIs', () => {
    const uris = ['./src/a b.ts', '/projects/shop/src/a b.ts', '/projects/shop2/c.ts', 'C:/d.ts'].map(path =>
      artifactOf(logOf([reportedFinding({ path })])),
    );
    assert.deepEqual(uris, [
      { uri: 'src/a%20b.ts', uriBaseId: '%SRCROOT%' },
      { uri: 'src/a%20b.ts', uriBaseId: '%SRCROOT%' },
      { uri: 'file:///projects/shop2/c.ts' },
      { uri: 'file:///C%3A/d.ts' },
    ]);
  });

  it('tells results apart from run to run by rule, file and count, and by value where the salt stays', () => {
    const findings = [reportedFinding(), reportedFinding(), reportedFinding({ path: 'b.ts' })];
    const fingerprints = (log: Log) => log.runs[0]?.results?.map(({ partialFingerprints }) => partialFingerprints);
    const places = ['openai-project-key:src/app.ts:1', 'openai-project-key:src/app.ts:2', 'openai-project-key:b.ts:1'];
    assert.deepEqual(
      fingerprints(logOf(findings, false)),
      places.map(place => ({ 'keyHygienePlace/v1': place })),
    );
    const value = { 'keyHygieneValue/v1': '0123456789abcdef0123456789abcdef' };
    assert.deepEqual(
      fingerprints(logOf(findings)),
      places.map(place => ({ 'keyHygienePlace/v1': place, ...value })),
    );
  });

  it('tells of files that nobody could look into, not of those left out on purpose', () => {
    const skipped = [
      { uri: 'a.ts', reason: unreadable('EACCES') },
      { uri: 'dist', reason: ignoredByGit },
    ];
    const log: Log = JSON.parse(writeSarif({ findings: [], problems: [], accepted: 0, skipped, scanned: 0 }, options));
    assertValid(log);
    const notes = log.runs[0]?.invocations?.[0]?.toolExecutionNotifications ?? [];
    assert.deepEqual(
      notes.map(({ message }) => message.text),
      ['could not be read (EACCES)'],
    );
  });

  it('has problems beside findings, with entries of their own among the rules', () => {
    const log = logOf([reportedFinding()], true, [reportedProblem(), reportedProblem({ severity: 'information' })]);
    assertValid(log);
    const run = log.runs[0];
    assert.deepEqual(
      run?.tool.driver.rules?.map(({ id }) => id),
      ['openai-project-key', 'key-logged'],
    );
    assert.deepEqual(
      run?.results?.map(({ ruleId, ruleIndex, level, partialFingerprints }) => [
        ruleId,
        ruleIndex,
        level,
        partialFingerprints?.['keyHygienePlace/v1'],
      ]),
      [
        ['openai-project-key', 0, 'error', 'openai-project-key:src/app.ts:1'],
        ['key-logged', 1, 'warning', 'key-logged:src/log.ts:1'],
        ['key-logged', 1, 'note', 'key-logged:src/log.ts:2'],
      ],
    );
    assert.match(run?.tool.driver.rules?.[1]?.fullDescription?.text ?? '', /Logs are kept/);
  });

  it('grades results by confidence', () => {
    const findings = (['certain', 'likely', 'possible'] as const).map(confidence => reportedFinding({ confidence }));
    assert.deepEqual(
      logOf(findings).runs[0]?.results?.map(({ level }) => level),
      ['error', 'warning', 'note'],
    );
  });
});

const schema = JSON.parse(readFileSync(join(projectRoot, 'test', 'fixtures', 'sarif', 'sarif-schema-2.1.0.json'), 'utf8'));
// The schema's pattern for languages is no regular expression under the flag `u`.
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
addFormats(ajv);
const isValid = ajv.compile(schema);

function assertValid(log: unknown): void {
  assert.ok(isValid(log), JSON.stringify(isValid.errors?.slice(0, 3)));
}

function logOf(findings: ScanResult['findings'], hasStableFingerprints = true, problems: ScanResult['problems'] = []): Log {
  return JSON.parse(writeSarif({ findings, problems, accepted: 0, skipped: [], scanned: 1 }, { ...options, hasStableFingerprints }));
}

function artifactOf(log: Log) {
  return log.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation;
}
