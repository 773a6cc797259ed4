// Our scan beside other programs, on the same tree in the same run, by wall time. Rules alone are measured by processor time (measures.ts).

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { neverCancelled } from '../../src/engine/cancel.ts';
import { catalogue } from '../../src/engine/rules/catalogue.ts';
import { defaultSettings } from '../../src/engine/settings/settings.ts';
import { recipeOf } from '../../src/node/scan-messages.ts';
import { ScanPool } from '../../src/node/scan-pool.ts';
import { megabytesOf, type SourceFile } from './source-texts.ts';
import { quantile, warmUpRounds } from './timing.ts';

export interface PeerRequest {
  readonly files: readonly SourceFile[];
  /** An empty folder for the tree that all programs scan. */
  readonly tree: string;
  readonly workerPath: string;
  /** The command as it is built, where it is. */
  readonly cli: string | undefined;
  /** The program, where it is installed. */
  readonly gitleaks: string | undefined;
}

interface Program {
  readonly name: string;
  readonly run: () => Promise<void> | void;
  /** How many of its first runs are the compiler's and don't count. Default 0. */
  readonly warmUp?: number;
}

const rounds = 3;

/** Megabytes a second by program; what is not on this machine is absent. */
export async function measurePeers({ files, tree, workerPath, cli, gitleaks }: PeerRequest): Promise<Readonly<Record<string, number>>> {
  writeTree(tree, files);
  const megabytes = megabytesOf(files);
  const pools = [1, 2].map(threads => new ScanPool({ workerPath, threads }));
  const programs: readonly Program[] = [
    // Each thread reads its share of the tree.
    ...pools.map(
      (pool, index): Program => ({
        name: ours[index] ?? '',
        run: () => scanTree(pool, tree),
        warmUp: warmUpRounds(megabytes / (index + 1)),
      }),
    ),
    ...(cli === undefined ? [] : [{ name: 'key-hygiene scan, the command from its start', run: () => scanByCommand(cli, tree) }]),
    ...ripgreps(tree),
  ];
  try {
    const seconds = await takeTurns(programs);
    const trees = Object.fromEntries([...seconds].map(([name, each]) => [name, megabytes / each]));
    if (gitleaks !== undefined)
      trees['gitleaks dir, two threads, a part of the tree'] = measureGitleaks(gitleaks, `${tree}-part`, partOf(files));
    return trees;
  } finally {
    for (const pool of pools) pool.dispose();
  }
}

const ours = ['Key Hygiene, one thread', 'Key Hygiene, two threads'];

/** Slow programs get this much of the tree: rules alone are as fast on a part as on the whole. */
const mostForRules = 3_000_000;

/** Evenly chosen. */
export function partOf(files: readonly SourceFile[]): readonly SourceFile[] {
  const every = Math.max(1, Math.round((megabytesOf(files) * 1e6) / mostForRules));
  return files.filter((_, index) => index % every === 0);
}

/** Median seconds of each program. They run in turns, so that whatever else the machine does hits all of them. */
async function takeTurns(programs: readonly Program[]): Promise<ReadonlyMap<string, number>> {
  const times = new Map(programs.map(({ name }) => [name, [] as number[]]));
  for (const { run, warmUp = 0 } of programs) {
    for (let round = 0; round < warmUp; round++) await run();
  }
  for (let round = 0; round < rounds; round++) {
    for (const { name, run } of programs) {
      const start = performance.now();
      await run();
      times.get(name)?.push((performance.now() - start) / 1000);
    }
  }
  return new Map([...times].map(([name, each]) => [name, quantile(each)]));
}

async function scanTree(pool: ScanPool, tree: string): Promise<void> {
  await pool.run(recipeOf(defaultSettings, '00'.repeat(32)), neverCancelled, async run => {
    const scans: Promise<void>[] = [];
    await run.walk({ roots: [tree], excludes: [] }, ({ files }) => scans.push(run.scan(files, () => undefined)));
    await Promise.all(scans);
  });
}

function scanByCommand(cli: string, tree: string): void {
  const { status, error } = spawnSync(process.execPath, [cli, 'scan', '--no-policy', '--format', 'jsonl', tree], { stdio: 'ignore' });
  if (status !== 0 && status !== 1) throw error ?? new Error(`The command ended with ${status}.`);
}

function ripgreps(tree: string): readonly Program[] {
  if (spawnSync('rg', ['--version']).status !== 0) return [];
  const keywords = path.join(path.dirname(tree), 'keywords.txt');
  // One a line: an empty line would match everything. Ours with a line end in them are left out.
  const lines = new Set(catalogue.flatMap(rule => rule.keywords).filter(keyword => !/[\r\n]/.test(keyword)));
  writeFileSync(keywords, [...lines].join('\n'));
  const search = (...words: readonly string[]) =>
    void spawnSync('rg', ['-uuu', '-j2', '-c', '-F', '--dfa-size-limit=1G', ...words, tree], { stdio: 'ignore' });
  return [
    { name: 'ripgrep -c -i -F, all our keywords, two threads', run: () => search('-i', '-f', keywords) },
    { name: 'ripgrep -c -F, one literal that is nowhere, two threads', run: () => search(['export', 'const', 'zqx'].join(' ')) },
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
  return megabytesOf(files) / ((performance.now() - start) / 1000);
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
