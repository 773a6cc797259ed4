// Globs that leave paths out of a scan, as people write them in settings, in the policy and behind --exclude.

import { Minimatch } from 'minimatch';
import { pathBelow } from './path-below.ts';

export interface ExcludeGlobs {
  /** Absolute folder the globs are relative to. */
  readonly base: string;
  readonly globs: readonly string[];
}

/** The first glob that leaves a file or folder out, if any. What lies in a folder that is left out is not asked for. */
export type FindExcluding = (path: string) => string | undefined;

export function compileExcludes(excludes: readonly ExcludeGlobs[]): FindExcluding {
  const sets = excludes
    .filter(({ globs }) => globs.length > 0)
    .map(({ base, globs }) => ({ base, matchers: globs.map(glob => ({ glob, matches: compileGlob(glob) })) }));
  if (sets.length === 0) return () => undefined;
  return path => {
    for (const { base, matchers } of sets) {
      const inside = pathBelow(base, path);
      if (inside === undefined) continue;
      const found = matchers.find(({ matches }) => matches(inside));
      if (found) return found.glob;
    }
    return undefined;
  };
}

/** `dist`, `dist/` and `dist/**` all mean the folder; a glob without a slash matches names at any depth, as in `.gitignore`. */
function compileGlob(glob: string): (path: string) => boolean {
  const trimmed = glob.replace(/^\.?\//, '').replace(/\/(?:\*\*)?$/, '');
  const matcher = new Minimatch(trimmed, {
    dot: true,
    matchBase: !glob.replace(/\/$/, '').includes('/'),
    nocomment: true,
    nonegate: true,
    windowsPathsNoEscape: true,
  });
  return path => matcher.match(path);
}
