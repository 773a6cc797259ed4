// What git makes of a file: whether it is tracked, whether it would be ignored. Without git, the ignore files are read.

import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { addLayer, layersAround, verdict } from './git-ignore-layers.ts';
import { runGit } from './run-git.ts';

export interface GitView {
  readonly tracked: boolean;
  readonly ignored: boolean;
}

export async function askGit(path: string, root: string, mayRunGit: boolean): Promise<GitView> {
  if (!mayRunGit) return { tracked: false, ignored: readIgnored(path, root) };
  const folder = dirname(path);
  const name = basename(path);
  // For a tracked file git says "not ignored" whatever the ignore files say, unless it is told to leave the index aside.
  const [listed, ignored] = await Promise.all([
    runGit(folder, ['ls-files', '--error-unmatch', '--', name]),
    runGit(folder, ['check-ignore', '--quiet', '--no-index', '--', name]),
  ]);
  return { tracked: listed === 0, ignored: ignored === 0 || (ignored !== 1 && readIgnored(path, root)) };
}

/** No repository, or no git: what the ignore files say, those inside the root also where there is no repository yet. */
export function readIgnored(path: string, root: string): boolean {
  let layers = layersAround(resolve(root));
  for (const folder of foldersDown(resolve(root), dirname(path))) {
    if (existsSync(join(folder, '.gitignore'))) layers = addLayer(layers, folder, join(folder, '.gitignore'));
  }
  return verdict(layers, path, false).ignored;
}

function foldersDown(root: string, folder: string): readonly string[] {
  return folder === root || folder === dirname(folder) ? [root] : [...foldersDown(root, dirname(folder)), folder];
}
