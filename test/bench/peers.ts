// Our scan beside other programs, on the same tree in the same run: whole trees by wall time, rules alone by processor time.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { neverCancelled } from '../../src/engine/cancel.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { catalogue } from '../../src/engine/rules/catalogue.ts';
import { defaultSettings } from '../../src/engine/settings/settings.ts';
import { createFingerprint } from '../../src/node/fingerprint.ts';
import { latin1Writer } from '../../src/node/latin1-writer.ts';
import { recipeOf } from '../../src/node/scan-messages.ts';
import { ScanPool } from '../../src/node/scan-pool.ts';
import { readSourceFiles, type SourceFile } from './source-texts.ts';
import { processorMilliseconds, quantile } from './timing.ts';

export interface PeerRequest {
  /** Where real source code is. */
  readonly folders: readonly string[];
  /** An empty folder for the tree that all programs scan. */
  readonly tree: string;
  readonly workerPath: string;
  /** What secretlint's recommended rules make of one text; absent where they are not installed. */
  readonly secretlint?: (file: SourceFile) => Promise<unknown>;
  /** The program, where it is installed. */
  readonly gitleaks?: string | undefined;
}

/** Megabytes a second; what is not on this machine is absent. */
export interface PeerSpeeds {
  readonly files: number;
  readonly megabytes: number;
  readonly trees: Readonly<Record<string, number>>;
  readonly rules: Readonly<Record<string, number>>;
}

const rounds = 5;

/** Slow programs get this much of the tree: rules alone are as fast on a part as on the whole. */
const mostForRules = 3_000_000;

const salt = '00'.repeat(32);

export async function measurePeers({ folders, tree, workerPath, secretlint, gitleaks }: PeerRequest): Promise<PeerSpeeds> {
  const files = readSourceFiles(folders);
  writeTree(tree, files);
  const megabytes = sizeOf(files);
  const pools = [1, 2].map(threads => new ScanPool({ workerPath, threads }));
  const programs = new Map<string, () => Promise<void> | void>([
    ...pools.map(
      (pool, index) => [index === 0 ? 'Key Hygiene, one thread' : 'Key Hygiene, two threads', () => scanTree(pool, tree)] as const,
    ),
    ...ripgreps(tree),
  ]);
  try {
    const seconds = await takeTurns(programs);
    const trees = Object.fromEntries([...seconds].map(([name, each]) => [name, megabytes / each]));
    if (gitleaks !== undefined)
      trees['gitleaks dir, two threads, a part of the tree'] = measureGitleaks(gitleaks, `${tree}-part`, partOf(files));
    return { files: files.length, megabytes, trees, rules: await measureRules(partOf(files), secretlint) };
  } finally {
    for (const pool of pools) pool.dispose();
  }
}

/** Median seconds of each program. They run in turns, so that whatever else the machine does hits all of them; the first turn warms up. */
async function takeTurns(programs: ReadonlyMap<string, () => Promise<void> | void>): Promise<ReadonlyMap<string, number>> {
  const times = new Map([...programs.keys()].map(name => [name, [] as number[]]));
  for (let round = -2; round < rounds; round++) {
    for (const [name, run] of programs) {
      const start = performance.now();
      await run();
      if (round >= 0) times.get(name)?.push((performance.now() - start) / 1000);
    }
  }
  return new Map([...times].map(([name, each]) => [name, quantile(each)]));
}

async function scanTree(pool: ScanPool, tree: string): Promise<void> {
  await pool.run(recipeOf(defaultSettings, salt), neverCancelled, async run => {
    const scans: Promise<void>[] = [];
    await run.walk({ roots: [tree], excludes: [] }, ({ files }) => scans.push(run.scan(files, () => undefined)));
    await Promise.all(scans);
  });
}

function ripgreps(tree: string): readonly (readonly [string, () => void])[] {
  if (spawnSync('rg', ['--version']).status !== 0) return [];
  const keywords = path.join(path.dirname(tree), 'keywords.txt');
  writeFileSync(keywords, [...new Set(catalogue.flatMap(rule => rule.keywords))].join('\n'));
  const search = (...words: readonly string[]) =>
    void spawnSync('rg', ['-uuu', '-j2', '-c', '-F', '--dfa-size-limit=1G', ...words, tree], { stdio: 'ignore' });
  return [
    ['ripgrep -c -i -F, all our keywords, two threads', () => search('-i', '-f', keywords)],
    ['ripgrep -c -F, one literal that is nowhere, two threads', () => search(['export', 'const', 'zqx'].join(' '))],
  ];
}

/** Megabytes a second of one run: it takes so long that its start does not count, and that one run is enough. */
function measureGitleaks(program: string, tree: string, files: readonly SourceFile[]): number {
  writeTree(tree, files);
  const start = performance.now();
  const { status, error } = spawnSync(program, ['dir', tree, '--no-banner', '--exit-code', '0', '--log-level', 'error'], {
    stdio: 'ignore',
    env: { ...process.env, GOMAXPROCS: '2' },
  });
  if (status !== 0) throw error ?? new Error(`gitleaks ended with ${status}.`);
  return sizeOf(files) / ((performance.now() - start) / 1000);
}

async function measureRules(
  files: readonly SourceFile[],
  secretlint: PeerRequest['secretlint'],
): Promise<Readonly<Record<string, number>>> {
  const megabytes = sizeOf(files);
  const speeds: Record<string, number> = {};
  const deps = { fingerprint: createFingerprint(salt), now: Date.now, encoder: latin1Writer };
  const engine = createEngine(defaultSettings, deps);
  const scan = (): void => {
    for (const file of files) engine.scan({ uri: file.path, languageId: '', text: file.text });
  };
  for (let round = 0; round < 10; round++) scan();
  speeds['Key Hygiene'] = megabytes / (processorMilliseconds(rounds, scan) / 1000);
  if (secretlint) speeds['secretlint, recommended rules in process'] = megabytes / (await measureSecretlint(files, secretlint));
  return speeds;
}

/** Median seconds of processor time, warm as ours: the first round is the compiler's. */
async function measureSecretlint(files: readonly SourceFile[], lint: (file: SourceFile) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const before = process.cpuUsage();
    for (const file of files) await lint(file);
    const { user, system } = process.cpuUsage(before);
    if (round >= 0) times.push((user + system) / 1e6);
  }
  return quantile(times);
}

/** Evenly chosen. */
function partOf(files: readonly SourceFile[]): readonly SourceFile[] {
  const every = Math.max(1, Math.round((sizeOf(files) * 1e6) / mostForRules));
  return files.filter((_, index) => index % every === 0);
}

function sizeOf(files: readonly SourceFile[]): number {
  return files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
}

/** Flat folders of a hundred files each, under names that no program skips. */
function writeTree(tree: string, files: readonly SourceFile[]): void {
  for (const [index, file] of files.entries()) {
    const folder = path.join(tree, `part${Math.floor(index / 100)}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `source${index}${path.extname(file.path)}`), file.text);
  }
}

/** Says which program it was. */
export function versionOf(program: string): string {
  try {
    return execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n')[0] ?? '';
  } catch {
    return `${program} is not on this machine`;
  }
}
