// Globs of the policy and the settings against the paths and URIs that texts are named by.

import { Minimatch } from 'minimatch';

export type MatchesPath = (uri: string) => boolean;

/** Each further star in one part of a path multiplies the ways in which a name may be tried. */
const mostStars = 4;

/** A glob that could take very long on some names; it matches nothing. */
export function isSlowGlob(glob: string): boolean {
  return glob.length > 1000 || glob.split('/').some(part => (part.match(/\*+/g) ?? []).length > mostStars);
}

/**
 * Whether a text's name matches the glob, relative to `folder` (a URI or a path, named as the texts are). Without a folder names
 * are taken as relative already. A glob without a slash matches names at any depth; one that names a folder matches all in it.
 */
export function compilePathGlob(glob: string, folder: string | undefined): MatchesPath {
  if (isSlowGlob(glob)) return () => false;
  const trimmed = glob.replace(/^\.?\//, '').replace(/\/$/, '');
  const anchored = trimmed.includes('/') ? trimmed : `**/${trimmed}`;
  const options = { dot: true, nocomment: true, nonegate: true, noext: true, windowsPathsNoEscape: true };
  const matchers = [anchored, `${anchored}/**`].map(pattern => new Minimatch(pattern, options));
  const base = folder === undefined ? undefined : withoutEnd(plainPath(folder));
  return uri => {
    const path = relativeTo(plainPath(uri), base);
    return path !== undefined && matchers.some(matcher => matcher.match(path));
  };
}

/** The text's name relative to the folder, with forward slashes; `undefined` where it is not in it. */
export function pathBelow(uri: string, folder: string | undefined): string | undefined {
  return relativeTo(plainPath(uri), folder === undefined ? undefined : withoutEnd(plainPath(folder)));
}

function withoutEnd(folder: string): string {
  return folder.replace(/\/$/, '');
}

function relativeTo(path: string, base: string | undefined): string | undefined {
  if (base === undefined) return path.replace(/^\.?\//, '');
  return path.startsWith(`${base}/`) ? path.slice(base.length + 1) : undefined;
}

/** Percent signs undone in URIs, so that `file:///my%20code` and its spelling with a blank are the same. */
export function plainPath(uri: string): string {
  if (!/^[a-z][a-z0-9+.-]+:\//i.test(uri)) return uri.replaceAll('\\', '/');
  try {
    return decodeURIComponent(uri);
  } catch {
    // Not an encoded URI after all: compared as it is written.
    return uri;
  }
}
