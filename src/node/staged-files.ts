// What the next commit would hold: the files of git's index that differ from the last commit, with their contents there.
// Contents come from git by way of a pipe, never through an argument or a file.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { ByteReader } from './byte-reader.ts';

export interface StagedFile {
  /** Absolute. */
  readonly path: string;
  /** Object id of its contents. */
  readonly id: string;
}

/** Git could not be asked. Its own words are not repeated: they may quote anything. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
  /** `ENOENT` where there is no git. */
  readonly code: string;

  constructor(code: string) {
    super(`git failed (${code})`);
    this.code = code;
  }
}

/** Files that were added or changed; links and submodules have no text of their own. */
export async function listStagedFiles(cwd: string): Promise<readonly StagedFile[]> {
  const root = (await output(cwd, ['rev-parse', '--show-toplevel'])).replace(/\r?\n$/, '');
  const raw = await output(cwd, ['diff', '--cached', '--raw', '-z', '--no-renames', '--no-abbrev', '--no-ext-diff', '--diff-filter=AMT']);
  const files: StagedFile[] = [];
  // `:100644 100644 <id before> <id> M`, NUL, the path from the root, NUL.
  const fields = raw.split('\0');
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const { mode, id } = rawForm.exec(fields[at] ?? '')?.groups ?? {};
    const path = fields[at + 1];
    if (id !== undefined && path !== undefined && mode?.startsWith('100')) files.push({ path: resolve(root, path), id });
  }
  return files;
}

const rawForm = /^:\d+ (?<mode>\d+) [0-9a-f]+ (?<id>[0-9a-f]+) [AMT]/;

/** Contents in the order asked for; `undefined` for what is larger than `most` bytes. */
export async function* readContents(files: readonly StagedFile[], cwd: string, most: number): AsyncGenerator<Buffer | undefined> {
  if (files.length === 0) return;
  const git = start(cwd, ['cat-file', '--batch']);
  const ended = exitOf(git);
  ended.catch(() => undefined); // Awaited below: until then a failure is nobody's.
  git.stdin.on('error', () => undefined); // Git ended early; its exit code tells.
  git.stdin.end(files.map(({ id }) => `${id}\n`).join(''));
  const reader = new ByteReader(git.stdout);
  for (const _ of files) {
    // `<id> blob <size>`, the contents, a line end.
    const size = Number(/ blob (\d+)$/.exec(await reader.line())?.[1] ?? Number.NaN);
    if (Number.isNaN(size)) throw new GitFailure('no contents');
    if (size > most) {
      await reader.skip(size + 1);
      yield undefined;
      continue;
    }
    yield await reader.take(size);
    await reader.skip(1);
  }
  await ended;
}

async function output(cwd: string, words: readonly string[]): Promise<string> {
  const git = start(cwd, words);
  git.stdin.end();
  const ended = exitOf(git);
  const chunks: Buffer[] = [];
  git.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  await ended;
  return Buffer.concat(chunks).toString('utf8');
}

function start(cwd: string, words: readonly string[]): ChildProcessWithoutNullStreams {
  // No program that the repository's configuration names is run for this.
  return spawn('git', ['-c', 'core.fsmonitor=false', ...words], { cwd, stdio: 'pipe', windowsHide: true });
}

function exitOf(git: ChildProcessWithoutNullStreams): Promise<void> {
  git.stderr.resume();
  return new Promise((done, fail) => {
    git.once('error', (error: NodeJS.ErrnoException) => fail(new GitFailure(error.code ?? 'unknown')));
    git.once('close', code => (code === 0 ? done() : fail(new GitFailure(`exit code ${code}`))));
  });
}
