// Whether a scan reads a file or enters a folder. Environment files are read wherever they lie, ignored by git or not:
// that is where keys live.

import { sep } from 'node:path';
import type { Phrase } from '../engine/phrase.ts';
import { phrase } from '../engine/phrase.ts';
import { notWorthReading } from '../engine/scan/skip-names.ts';
import { ignoredByGit } from '../engine/scan/skip-reasons.ts';
import { fileKindOf } from '../engine/usages/file-kind.ts';
import type { ExcludeGlobs, FindExcluding } from './exclude-globs.ts';
import { addLayer, type IgnoreLayer, layersAround, verdict } from './git-ignore-layers.ts';

export interface WalkRequest {
  /** Files and folders, absolute. A named file is read even when git ignores it. */
  readonly roots: readonly string[];
  readonly excludes: readonly ExcludeGlobs[];
}

export interface Folder {
  /** Absolute, without a separator at its end unless it is all there is. */
  readonly path: string;
  readonly realPath: string;
  readonly layers: IgnoreLayer | undefined;
  /** Git ignores the folder: only environment files count in it. */
  readonly environmentOnly: boolean;
}

export function rootFolder(root: string, realPath: string): Folder {
  return { path: withoutEnd(root), realPath: withoutEnd(realPath), layers: layersAround(root), environmentOnly: false };
}

/** The folder with the rules of its own `.gitignore`, if it has one. */
export function openFolder(folder: Folder): Folder {
  if (folder.environmentOnly) return folder;
  return { ...folder, layers: addLayer(folder.layers, folder.path, `${folder.path}${sep}.gitignore`) };
}

export type FolderVerdict = { readonly kind: 'skipped'; readonly reason: Phrase } | { readonly kind: 'entered'; readonly folder: Folder };

export function judgeFolder(parent: Folder, name: string, excluding: FindExcluding): FolderVerdict {
  const path = parent.path + sep + name;
  const reason = closedFolders.get(name) ?? excludedBy(excluding, path);
  if (reason) return { kind: 'skipped', reason };
  const realPath = parent.realPath + sep + name;
  if (parent.environmentOnly) return { kind: 'entered', folder: { path, realPath, layers: undefined, environmentOnly: true } };
  const { ignored, layers } = verdict(parent.layers, path, true);
  return { kind: 'entered', folder: { path, realPath, layers, environmentOnly: ignored } };
}

/** `unlisted`: left out, and its folder says so already. */
export function judgeFile(folder: Folder, name: string, excluding: FindExcluding): 'read' | 'unlisted' | Phrase {
  const path = folder.path + sep + name;
  const isEnvironment = isEnvironmentFile(name);
  if (folder.environmentOnly && !isEnvironment) return 'unlisted';
  const excluded = excludedBy(excluding, path);
  if (excluded) return excluded;
  if (isEnvironment) return 'read';
  return verdict(folder.layers, path, false).ignored ? ignoredByGit : (notWorthReading(name) ?? 'read');
}

export function excludedBy(excluding: FindExcluding, path: string): Phrase | undefined {
  const glob = excluding(path);
  return glob === undefined ? undefined : phrase('left out by {0}', glob);
}

// Never entered: nobody edits what is in there. Who wants one scanned names it.
const closedFolders: ReadonlyMap<string, Phrase> = new Map([
  ['node_modules', phrase('installed packages')],
  ['.git', phrase('version control data')],
  ['.hg', phrase('version control data')],
  ['.svn', phrase('version control data')],
]);

export function isClosedFolder(name: string): boolean {
  return closedFolders.has(name);
}

function isEnvironmentFile(name: string): boolean {
  return name.startsWith('.env') || fileKindOf({ uri: name, languageId: '' }) === 'environment';
}

/** `/` becomes empty and `C:\\` becomes `C:`, so that a name can be added in one way everywhere. */
function withoutEnd(folder: string): string {
  return folder.endsWith(sep) ? folder.slice(0, -1) : folder;
}
