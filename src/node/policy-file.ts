// Where a project's policy is on disk, and the other files that say what it accepts.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Phrase } from '../engine/phrase.ts';
import { type Policy, policyFileName } from '../engine/settings/policy.ts';
import { projectFileNames } from '../engine/settings/project-file-names.ts';
import { errorCode } from './error-code.ts';

export interface PolicyFile {
  /** The policy file, or the first of the others where there is none. */
  readonly path: string;
  readonly policy: Policy;
  /** What is wrong with them; the rest of them counts. */
  readonly problems: readonly Phrase[];
}

/**
 * The policy of the nearest folder from here upwards that has a policy file, or else, within the repository, any of the others.
 * Throws when there is one that cannot be read: silence would be another policy.
 */
export function findPolicyFile(folder: string): PolicyFile | undefined {
  const above = foldersFrom(folder);
  const found =
    above.find(at => readIfThere(join(at, policyFileName)) !== undefined) ?? withinRepository(above).find(at => readFiles(at).size > 0);
  if (found === undefined) return undefined;
  const files = readFiles(found);
  const [first = policyFileName] = files.keys();
  const { policy, problems } = projectReader().readProject(files);
  return { path: join(found, first), policy: { ...policy, folder: found.replaceAll('\\', '/') }, problems };
}

/** Loaded where there is something to read: its parsers take a while to load. */
function projectReader(): typeof import('../engine/settings/read-project.ts') {
  return require('../engine/settings/read-project.ts');
}

function foldersFrom(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersFrom(parent)];
}

/** Lists for other tools that lie above the repository are somebody else's. */
function withinRepository(folders: readonly string[]): readonly string[] {
  const root = folders.findIndex(at => existsSync(join(at, '.git')));
  return root === -1 ? folders.slice(0, 1) : folders.slice(0, root + 1);
}

function readFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const name of projectFileNames) {
    const text = readIfThere(join(folder, name));
    if (text !== undefined) files.set(name, text);
  }
  return files;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return undefined;
    throw error;
  }
}
