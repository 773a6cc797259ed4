// What the disk and git say of files that hold keys: who may read them, whether git keeps or ignores them.

import { existsSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { CancelToken } from '../engine/cancel.ts';
import type { FileFacts } from '../engine/hygiene/workspace/workspace.ts';
import { readIgnored } from './git-ignore.ts';
import { askGitForPaths } from './git-paths.ts';

/** Absolute paths in, facts under the same names out; none of files that are gone. Git is asked once for each repository. */
export async function readFileFacts(paths: readonly string[], mayRunGit: boolean, token: CancelToken): Promise<readonly FileFacts[]> {
  const facts: FileFacts[] = [];
  for (const [repository, files] of byRepository(paths)) {
    if (token.isCancellationRequested) break;
    const git = repository === undefined ? undefined : await askRepository(repository, files, mayRunGit);
    for (const file of files) {
      const mode = await modeOf(file);
      if (mode === undefined) continue;
      const place = git?.(file) ?? {};
      facts.push({
        uri: file,
        isInRepository: repository !== undefined,
        ...place,
        ...(hasModes && { isOpenToOthers: (mode & 0o077) !== 0 }),
      });
    }
  }
  return facts;
}

type GitFacts = Pick<FileFacts, 'isTracked' | 'isIgnored'>;

/** Where git is not run, the ignore files are read, and nobody knows what is tracked. */
async function askRepository(repository: string, files: readonly string[], mayRunGit: boolean): Promise<(file: string) => GitFacts> {
  const named = new Map(files.map(file => [file, relative(repository, file).replaceAll('\\', '/')]));
  const answer = mayRunGit ? await askGitForPaths(repository, [...named.values()]) : undefined;
  if (!answer) return file => ({ isIgnored: readIgnored(file, repository) });
  return file => ({ isTracked: answer.tracked.has(named.get(file) ?? ''), isIgnored: answer.ignored.has(named.get(file) ?? '') });
}

function byRepository(paths: readonly string[]): ReadonlyMap<string | undefined, readonly string[]> {
  const repositories = new Map<string, string | undefined>();
  const groups = new Map<string | undefined, string[]>();
  for (const path of paths) {
    const repository = repositoryAround(dirname(path), repositories);
    const group = groups.get(repository);
    if (group) group.push(path);
    else groups.set(repository, [path]);
  }
  return groups;
}

function repositoryAround(folder: string, known: Map<string, string | undefined>): string | undefined {
  if (known.has(folder)) return known.get(folder);
  const parent = dirname(folder);
  const repository = existsSync(join(folder, '.git')) ? folder : parent === folder ? undefined : repositoryAround(parent, known);
  known.set(folder, repository);
  return repository;
}

/** Of a link nothing is told: its mode says nothing, and what it leads to may be anywhere. */
async function modeOf(path: string): Promise<number | undefined> {
  try {
    const stats = await lstat(path);
    return stats.isFile() ? stats.mode : undefined;
  } catch {
    return undefined; // gone, or not ours to look at
  }
}

/** On Windows access is not a matter of modes. */
const hasModes = process.platform !== 'win32';
