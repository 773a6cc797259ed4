// What a walk would do with files that are named one by one: watchers tell of files, not of folders.

import type { Phrase } from '../engine/phrase.ts';
import { phrase } from '../engine/phrase.ts';
import { ignoredByGit } from '../engine/scan/skip-reasons.ts';
import { compileExcludes } from './exclude-globs.ts';
import { pathBelow } from './path-below.ts';
import { excludedBy, type Folder, judgeFile, judgeFolder, openFolder, rootFolder, type WalkRequest } from './walk-rules.ts';

/** Tells why a walk would leave a file out, `undefined` when it would read it. Remembers the folders, not for longer than their files change. */
export function createSieve({ roots, excludes }: WalkRequest): (file: string) => Phrase | undefined {
  const excluding = compileExcludes(excludes);
  const folders = new Map<string, Folder | Phrase>();

  function folderAt(root: string, names: readonly string[]): Folder | Phrase {
    const key = [root, ...names].join('\0');
    const known = folders.get(key) ?? judgeFolderAt(root, names);
    folders.set(key, known);
    return known;
  }

  function judgeFolderAt(root: string, names: readonly string[]): Folder | Phrase {
    const name = names.at(-1);
    if (name === undefined) return openFolder(rootFolder(root, root));
    const parent = folderAt(root, names.slice(0, -1));
    if (!('path' in parent)) return parent;
    const judged = judgeFolder(parent, name, excluding);
    return judged.kind === 'skipped' ? judged.reason : openFolder(judged.folder);
  }

  return file => {
    if (roots.includes(file)) return excludedBy(excluding, file);
    const root = roots.find(candidate => pathBelow(candidate, file) !== undefined);
    if (root === undefined) return phrase('outside the folders that are scanned');
    const names = pathBelow(root, file)?.split('/') ?? [];
    const folder = folderAt(root, names.slice(0, -1));
    if (!('path' in folder)) return folder;
    const judged = judgeFile(folder, names.at(-1) ?? '', excluding);
    if (judged === 'unlisted') return ignoredByGit;
    return judged === 'read' ? undefined : judged;
  };
}
