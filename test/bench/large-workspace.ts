// A workspace of many files in three repositories, for the measurements of scripts/bench-workspace.mjs: code in several languages,
// now and then a lookup or an environment file, seldom a key. The files of the last repository differ on a second branch.

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sampleSecret } from '../support/sample-secret.ts';
import { type SeededRandom, seededRandom } from '../support/seeded-random.ts';

export interface LargeWorkspace {
  /** The `.code-workspace` file. */
  readonly file: string;
  readonly roots: readonly string[];
  readonly megabytes: number;
}

const rootNames = ['shop', 'billing', 'platform'];
export const branchFiles = 5_000;
const lookups: Readonly<Record<string, (name: string) => string>> = {
  ts: name => `const value = process.env.${name};\n`,
  py: name => `value = os.environ["${name}"]\n`,
  go: name => `var value = os.Getenv("${name}")\n`,
  java: name => `String value = System.getenv("${name}");\n`,
  rb: name => `value = ENV.fetch("${name}")\n`,
};

/** `files` in all; names that only the second branch looks up begin with `BRANCH_`. */
export function writeLargeWorkspace(folder: string, files: number): LargeWorkspace {
  const roots = rootNames.map(name => path.join(folder, name));
  let bytes = 0;
  for (const [index, root] of roots.entries()) bytes += writeRoot(root, Math.ceil(files / roots.length), index);
  const last = roots.at(-1) ?? folder;
  commit(last, 'main');
  git(last, 'checkout', '--quiet', '-b', 'other');
  for (let index = 0; index < branchFiles; index++)
    writeFileSync(fileOf(last, index), codeOf(seededRandom('branch', index), index, 'BRANCH'));
  commit(last, 'other');
  git(last, 'checkout', '--quiet', 'main');
  writeFileSync(path.join(roots[0] ?? folder, 'probe.rb'), 'ENV.fetch("")\n\n');
  const file = path.join(folder, 'large.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: roots.map(root => ({ path: root })) }));
  return { file, roots, megabytes: bytes / 1e6 };
}

function writeRoot(root: string, files: number, seed: number): number {
  let bytes = 0;
  for (let index = 0; index < files; index++) {
    const file = fileOf(root, index);
    const text = codeOf(seededRandom(`root ${seed}`, index), index, 'MAIN');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    bytes += text.length;
  }
  writeFileSync(path.join(root, '.gitignore'), '.env\n');
  writeFileSync(
    path.join(root, '.env'),
    Array.from({ length: 40 }, (_, row) => `MAIN_${row}_API_KEY=${value(seededRandom('row', row))}\n`).join(''),
  );
  return bytes;
}

function fileOf(root: string, index: number): string {
  const ending = Object.keys(lookups)[index % Object.keys(lookups).length];
  return path.join(root, `package-${Math.floor(index / 500)}`, `part-${Math.floor(index / 50) % 10}`, `file-${index}.${ending}`);
}

/** About four kilobytes; every 25th file looks a variable up, every 500th holds a key. */
function codeOf(random: SeededRandom, index: number, prefix: string): string {
  const words = ['order', 'total', 'render', 'customer', 'index', 'handle', 'request', 'answer', 'price', 'format'];
  const word = (): string => random.pick(words);
  const lines = Array.from({ length: 100 }, () => `${word()}_${word()}(${word()}, "${word()} ${word()}", ${random.below(1000)});\n`);
  const ending = Object.keys(lookups)[index % Object.keys(lookups).length] ?? 'ts';
  if (index % 25 === 0) lines.push(lookups[ending]?.(`${prefix}_${index % 200}_API_KEY`) ?? '');
  if (index % 500 === 0) lines.push(`client("${sampleSecret('openai-project-key', index)}");\n`);
  return lines.join('');
}

function value(random: SeededRandom): string {
  return Array.from({ length: 32 }, () => random.pick([...'abcdefghijkmnpqrstuvwxyz23456789'])).join('');
}

function commit(root: string, message: string): void {
  git(root, 'init', '--quiet', '--initial-branch=main');
  git(root, 'add', '--all');
  git(root, '-c', 'user.name=Bench', '-c', 'user.email=bench@example.com', 'commit', '--quiet', '--message', message);
}

function git(root: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr}`);
}
