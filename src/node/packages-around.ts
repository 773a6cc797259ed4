// The packages of a monorepo that folders belong to: those around them with a manifest.

import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CancelToken } from '../engine/cancel.ts';
import { isPackageManifest } from '../engine/project/package-manifest.ts';
import { pathBelow } from './path-below.ts';

/** Each folder is looked into once. One that cannot be read is no package. */
export async function packagesAround(folders: readonly string[], roots: readonly string[], token: CancelToken): Promise<readonly string[]> {
  const packages: string[] = [];
  for (const folder of foldersAround(folders, roots)) {
    if (token.isCancellationRequested) break;
    const names = await readdir(folder).catch(() => []); // gone, or not ours to look at
    if (names.some(isPackageManifest)) packages.push(folder);
  }
  return packages;
}

function foldersAround(inner: readonly string[], roots: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  const isWithin = (folder: string): boolean => roots.some(root => folder === root || pathBelow(root, folder) !== undefined);
  for (const start of inner) {
    for (let folder = start; !folders.has(folder) && isWithin(folder); folder = dirname(folder)) folders.add(folder);
  }
  return folders;
}
