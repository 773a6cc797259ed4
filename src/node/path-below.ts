// Paths as globs and ignore files see them.

import { sep } from 'node:path';

/** The path relative to a folder with forward slashes, `undefined` when it is the folder itself or lies elsewhere. Both absolute and normal. */
export function pathBelow(folder: string, path: string): string | undefined {
  const length = folder.endsWith(sep) ? folder.length : folder.length + 1;
  if (path.length <= length || !path.startsWith(folder) || path[length - 1] !== sep) return undefined;
  const below = path.slice(length);
  return sep === '/' ? below : below.replaceAll(sep, '/');
}
