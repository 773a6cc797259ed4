// Globs that leave paths out of a scan, as people write them in settings, in the policy and behind --exclude.

import { compilePathGlob } from '../engine/scan/path-globs.ts';

export interface ExcludeGlobs {
  /** Absolute folder the globs are relative to. */
  readonly base: string;
  readonly globs: readonly string[];
}

/** The first glob that leaves a file or folder out, if any. */
export type FindExcluding = (path: string) => string | undefined;

export function compileExcludes(excludes: readonly ExcludeGlobs[]): FindExcluding {
  const matchers = excludes.flatMap(({ base, globs }) => globs.map(glob => ({ glob, matches: compileFolderGlob(glob, base) })));
  return path => matchers.find(({ matches }) => matches(path))?.glob;
}

/** `dist/**` means the folder `dist` too: it is then left out at once, not file by file. */
function compileFolderGlob(glob: string, base: string): (path: string) => boolean {
  return compilePathGlob(glob.replace(/(?<=[^/])\/\*\*\/?$/, '/'), base.replaceAll('\\', '/'));
}
