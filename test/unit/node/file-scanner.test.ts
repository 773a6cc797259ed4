import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as esbuild from 'esbuild';
import { projectRoot } from '../../../scripts/project-root.mjs';
import { neverCancelled } from '../../../src/engine/cancel.ts';
import { formatPhrase } from '../../../src/engine/phrase.ts';
import type { FileReport, SkippedFile } from '../../../src/engine/scan/file-report.ts';
import type { FileScanner, ScanProgress, ScanRequest } from '../../../src/engine/scan/file-scanner.ts';
import { defaultSettings } from '../../../src/engine/settings/settings.ts';
import { createFileScanner } from '../../../src/node/file-scanner.ts';
import { sampleText } from '../../support/sample-secret.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('file-scanner', () => {
  let fragileWorker: string;
  let scanner: FileScanner;

  before(async () => {
    fragileWorker = join(temporaryFolder(), 'worker.js');
    await esbuild.build({
      absWorkingDir: projectRoot,
      entryPoints: ['test/support/fragile-worker.ts'],
      outfile: fragileWorker,
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
    });
  });

  beforeEach(() => {
    scanner = createFileScanner({ workerPath: fragileWorker });
  });

  afterEach(() => scanner.dispose());

  it('reports every file of a folder under its absolute path and counts on', async () => {
    const folder = temporaryFolder(Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`d${n % 7}/f${n}.ts`, n % 2 ? 'KEY' : ''])));
    const { reports, progress, summary } = await scanAll(scanner, requestOf(folder));
    assert.equal(reports.length, 200);
    assert.equal(reports.filter(({ findings }) => findings.length > 0).length, 100);
    assert.ok(reports.every(({ uri }) => uri.startsWith(folder)));
    assert.deepEqual(progress.at(-1), { scanned: 200, total: 200 });
    assert.deepEqual(summary, { scanned: 200, skipped: [], cancelled: false });
  });

  it('makes a file that the engine fails on part of the result, without its words', async () => {
    const folder = temporaryFolder({ 'a.ts': 'KEY', 'b.ts': 'throw', 'c.ts': 'KEY' });
    const { reports, summary } = await scanAll(scanner, requestOf(folder));
    assert.equal(reports.length, 2);
    assert.deepEqual(reasons(folder, summary.skipped), { 'b.ts': 'could not be scanned (RangeError)' });
  });

  it('loses only the file over which a thread ends', async () => {
    const folder = temporaryFolder({ 'a.ts': 'KEY', 'b.ts': 'end the thread', 'c.ts': 'KEY', 'd.ts': 'end the thread' });
    const { reports, summary } = await scanAll(scanner, requestOf(folder));
    assert.deepEqual(reports.map(({ uri }) => relative(folder, uri)).sort(), ['a.ts', 'c.ts']);
    assert.deepEqual(Object.keys(reasons(folder, summary.skipped)).sort(), ['b.ts', 'd.ts']);
    assert.equal(summary.scanned, 2);
  });

  it('says so when threads cannot be started', async () => {
    const broken = createFileScanner({ workerPath: join(temporaryFolder(), 'missing.js') });
    await assert.rejects(scanAll(broken, requestOf(temporaryFolder({ 'a.ts': '' }))), /could not be started/);
    broken.dispose();
  });

  it('stops when cancelled, and says that it did', async () => {
    const folder = temporaryFolder(Object.fromEntries(Array.from({ length: 700 }, (_, n) => [`f${n}.ts`, 'KEY'])));
    const token = { isCancellationRequested: false };
    const summary = await scanner.scan(
      requestOf(folder),
      { reports: () => (token.isCancellationRequested = true), progress: () => undefined },
      token,
    );
    assert.equal(summary.cancelled, true);
    const nothing = await scanAll(scanner, requestOf(folder), { isCancellationRequested: true });
    assert.deepEqual(nothing.summary, { scanned: 0, skipped: [], cancelled: true });
  });

  it('passes on what goes wrong in a listener', async () => {
    const folder = temporaryFolder({ 'a.ts': 'KEY' });
    const reports = () => {
      throw new Error('listener');
    };
    await assert.rejects(scanner.scan(requestOf(folder), { reports, progress: () => undefined }, neverCancelled), /listener/);
  });

  it('scans single files again as a scan of their folder would', async () => {
    const folder = temporaryFolder({ '.gitignore': 'ignored.ts\n', 'a.ts': 'KEY', 'ignored.ts': 'KEY', 'out.ts': 'KEY', 'gone.ts': '' });
    rmSync(join(folder, 'gone.ts'));
    const files = ['a.ts', 'ignored.ts', 'out.ts', 'gone.ts'].map(name => join(folder, name));
    const { reports, skipped } = await scanner.rescan(files, { ...requestOf(folder), exclude: ['out.ts'] }, neverCancelled);
    assert.deepEqual(
      reports.map(({ uri }) => relative(folder, uri)),
      ['a.ts'],
    );
    assert.deepEqual(reasons(folder, skipped), { 'ignored.ts': 'ignored by git', 'out.ts': 'left out by out.ts' });
  });

  it('scans a folder again with all that is in it', async () => {
    const folder = temporaryFolder({ '.gitignore': 'ignored.ts\n', 'moved/deep/a.ts': 'KEY', 'moved/ignored.ts': 'KEY', 'b.ts': 'KEY' });
    const { reports } = await scanner.rescan([join(folder, 'moved')], requestOf(folder), neverCancelled);
    assert.deepEqual(
      reports.map(({ uri }) => relative(folder, uri)),
      ['moved/deep/a.ts'],
    );
  });

  it('takes the globs of a policy from its own folder, however that is written', async () => {
    const folder = temporaryFolder({ 'a/x.ts': '', 'b/x.ts': '' });
    const policy = { ...defaultSettings.policy, folder: `file://${folder}`, exclude: ['a/x.ts'] };
    const { reports } = await scanAll(scanner, {
      ...requestOf(join(folder, 'a'), join(folder, 'b')),
      settings: { ...defaultSettings, policy },
    });
    assert.deepEqual(
      reports.map(({ uri }) => relative(folder, uri)),
      ['b/x.ts'],
    );
  });

  it('finds keys in the real thread and sends none of them', async () => {
    const line = sampleText('openai-project-key');
    const folder = temporaryFolder({ 'a.ts': `// first line\n${line}\n` });
    const real = createFileScanner({ workerPath: join(projectRoot, 'dist', 'worker.js') });
    const { reports } = await scanAll(real, requestOf(folder));
    real.dispose();
    const [finding] = reports[0]?.findings ?? [];
    assert.ok(finding);
    assert.equal(finding.ruleId, 'openai-project-key');
    assert.equal(finding.line, 1);
    const secret = line.slice(finding.column, finding.endColumn);
    assert.ok(secret.length > 20);
    assert.ok(!JSON.stringify(reports).includes(secret));
  });
});

function requestOf(...roots: readonly string[]): ScanRequest {
  return { roots, settings: defaultSettings, exclude: [], salt: '00' };
}

async function scanAll(scanner: FileScanner, request: ScanRequest, token = neverCancelled) {
  const reports: FileReport[] = [];
  const progress: ScanProgress[] = [];
  const on = {
    reports: (batch: readonly FileReport[]) => void reports.push(...batch),
    progress: (one: ScanProgress) => void progress.push(one),
  };
  return { summary: await scanner.scan(request, on, token), reports, progress };
}

function reasons(folder: string, skipped: readonly SkippedFile[]): Record<string, string> {
  return Object.fromEntries(skipped.map(({ uri, reason }) => [relative(folder, uri), formatPhrase(reason)]));
}
