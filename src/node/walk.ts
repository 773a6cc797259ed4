// Which files a scan reads: everything below the roots but what git ignores, what globs leave out, and installed packages.
// The order is that of names, so that two runs tell the same story.

import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import type { Phrase } from '../engine/phrase.ts';
import { phrase } from '../engine/phrase.ts';
import { ignoredByGit, unreadable } from '../engine/scan/skip-reasons.ts';
import { errorCode } from './error-code.ts';
import { compileExcludes, type FindExcluding } from './exclude-globs.ts';
import { excludedBy, type Folder, judgeFile, judgeFolder, openFolder, rootFolder, type WalkRequest } from './walk-rules.ts';

export type WalkEntry =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'skipped'; readonly path: string; readonly reason: Phrase };

/** Each file once, links to files last. Lazy: stop asking to stop walking. */
export function* walk({ roots, excludes }: WalkRequest): Generator<WalkEntry> {
  const walked: Walked = { excluding: compileExcludes(excludes), seen: new Map(), links: [] };
  for (const root of roots) yield* walkRoot(root, walked);
  for (const link of walked.links) yield* followLink(link, walked);
}

interface Walked {
  readonly excluding: FindExcluding;
  /** Names of the files yielded, by their folder's real path: roots may overlap, links may lead to files that are there anyway. */
  readonly seen: Map<string, Set<string>>;
  /** Links met on the way. They wait until the end, so that a file is reported under its own name where it has one here. */
  readonly links: string[];
}

function* walkRoot(root: string, walked: Walked): Generator<WalkEntry> {
  let realPath: string;
  let isFolder: boolean;
  try {
    realPath = realpathSync.native(root);
    isFolder = statSync(root).isDirectory();
  } catch (error) {
    yield { kind: 'skipped', path: root, reason: unreadable(errorCode(error)) };
    return;
  }
  if (isFolder) {
    yield* walkFolder(rootFolder(root, realPath), walked);
    return;
  }
  const reason = excludedBy(walked.excluding, root);
  if (reason) yield { kind: 'skipped', path: root, reason };
  else if (isNew(realPath, walked)) yield { kind: 'file', path: root };
}

function* walkFolder(unopened: Folder, walked: Walked): Generator<WalkEntry> {
  let entries: Dirent[];
  try {
    entries = readdirSync(unopened.path + sep, { withFileTypes: true });
  } catch (error) {
    yield { kind: 'skipped', path: unopened.path || sep, reason: unreadable(errorCode(error)) };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const folder = entries.some(entry => entry.name === '.gitignore') ? openFolder(unopened) : unopened;
  for (const entry of entries) {
    if (entry.isDirectory()) yield* enter(folder, entry.name, walked);
    else {
      const found = take(folder, entry, walked);
      if (found) yield found;
    }
  }
}

function* enter(parent: Folder, name: string, walked: Walked): Generator<WalkEntry> {
  const judged = judgeFolder(parent, name, walked.excluding);
  // A folder that git ignores is listed once, without what is in it, though environment files are still looked for there.
  const reason = judged.kind === 'skipped' ? judged.reason : judged.folder.environmentOnly ? ignoredByGit : undefined;
  if (reason && !parent.environmentOnly) yield { kind: 'skipped', path: parent.path + sep + name, reason };
  if (judged.kind === 'entered') yield* walkFolder(judged.folder, walked);
}

function take(folder: Folder, entry: Dirent, walked: Walked): WalkEntry | undefined {
  const judged = judgeFile(folder, entry.name, walked.excluding);
  if (judged === 'unlisted') return undefined;
  const path = folder.path + sep + entry.name;
  if (judged !== 'read') return { kind: 'skipped', path, reason: judged };
  if (entry.isFile()) return isNewIn(folder.realPath, entry.name, walked) ? { kind: 'file', path } : undefined;
  if (!entry.isSymbolicLink()) return { kind: 'skipped', path, reason: phrase('not a regular file') };
  walked.links.push(path);
  return undefined;
}

/** Links to folders are never followed: what they lead to is either walked where it stands or not ours to read. */
function* followLink(path: string, walked: Walked): Generator<WalkEntry> {
  let realPath: string | undefined;
  try {
    realPath = statSync(path).isFile() ? realpathSync.native(path) : undefined;
  } catch {
    // Its target is gone, or it leads to itself.
    yield { kind: 'skipped', path, reason: phrase('link that leads nowhere') };
    return;
  }
  if (realPath === undefined) yield { kind: 'skipped', path, reason: phrase('link to a folder') };
  else if (isNew(realPath, walked)) yield { kind: 'file', path };
}

function isNew(realPath: string, walked: Walked): boolean {
  const end = realPath.lastIndexOf(sep);
  return isNewIn(realPath.slice(0, end), realPath.slice(end + sep.length), walked);
}

/** `folder`: its real path, without a separator at its end. */
function isNewIn(folder: string, name: string, { seen }: Walked): boolean {
  const names = seen.get(folder);
  if (names?.has(name)) return false;
  if (names) names.add(name);
  else seen.set(folder, new Set([name]));
  return true;
}
