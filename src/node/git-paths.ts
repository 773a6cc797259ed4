// Asks git about many paths at once. They go in and come out over pipes, so that there may be any number of them.

import { spawn } from 'node:child_process';

export interface GitPaths {
  /** From the repository's folder on, as they were asked about. */
  readonly tracked: ReadonlySet<string>;
  readonly ignored: ReadonlySet<string>;
}

/** `undefined` where git could not be run, or would not answer. */
export async function askGitForPaths(repository: string, paths: readonly string[]): Promise<GitPaths | undefined> {
  const [tracked, ignored] = await Promise.all([
    trackedAmong(repository, paths),
    // Of what is tracked git says that it is not ignored, unless it is told to leave the index aside.
    run(repository, ['check-ignore', '--no-index', '-z', '--stdin'], paths, [0, 1]),
  ]);
  return tracked && ignored && { tracked: new Set(tracked), ignored: new Set(ignored) };
}

async function trackedAmong(repository: string, paths: readonly string[]): Promise<readonly string[] | undefined> {
  const found: string[] = [];
  for (let start = 0; start < paths.length; start += pathsAtOnce) {
    const part = await run(
      repository,
      ['--literal-pathspecs', 'ls-files', '-z', '--', ...paths.slice(start, start + pathsAtOnce)],
      [],
      [0],
    );
    if (!part) return undefined;
    found.push(...part);
  }
  return found;
}

// `ls-files` takes paths as arguments only, which are no patterns here, and of those systems allow some ten thousand characters.
const pathsAtOnce = 50;

/** The paths it tells; `undefined` when it ends otherwise than expected. Its own words are not repeated: they may quote anything. */
function run(
  folder: string,
  words: readonly string[],
  input: readonly string[],
  goodCodes: readonly number[],
): Promise<readonly string[] | undefined> {
  // No program that the repository's configuration names is run for this.
  const git = spawn('git', ['-c', 'core.fsmonitor=false', ...words], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
    timeout: 10_000,
  });
  const chunks: Buffer[] = [];
  git.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  git.stdin.on('error', () => undefined); // It ended early: its exit code tells.
  git.stdin.end(input.map(path => `${path}\0`).join(''));
  return new Promise(resolve => {
    git.once('error', () => resolve(undefined));
    git.once('close', code => {
      const told = Buffer.concat(chunks).toString('utf8');
      resolve(code !== null && goodCodes.includes(code) ? told.split('\0').filter(path => path !== '') : undefined);
    });
  });
}
