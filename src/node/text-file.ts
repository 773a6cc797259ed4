// Reads and replaces small text files of a workspace: never through a link that leads out of it, never half-written,
// never over a change that somebody else made in between.

import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { chmod, type FileHandle, lstat, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { phrase } from '../engine/phrase.ts';
import { errorCode } from './error-code.ts';
import { overwrite } from './overwrite.ts';
import { pathBelow } from './path-below.ts';
import { StoreFailure } from './store-failure.ts';

export interface TextFile {
  /** Where it really is, links resolved. */
  readonly path: string;
  /** `''` when there is no file yet. */
  readonly text: string;
  /** `undefined` when there is no file yet. */
  readonly stats: Stats | undefined;
}

/** Environment and ignore files have a few kilobytes. */
const largest = 2_000_000;

export async function openTextFile(path: string, root: string): Promise<TextFile> {
  const real = await realPathWithin(path, root);
  const stats = await statOrNone(real);
  if (stats === undefined) return { path: real, text: '', stats };
  const name = basename(path);
  if (stats.isDirectory()) throw new StoreFailure(phrase('{0} is a folder.', name));
  if (!stats.isFile()) throw new StoreFailure(phrase('{0} is not a regular file.', name));
  if (stats.size > largest) throw new StoreFailure(phrase('{0} is too large.', name));
  const bytes = await readFile(real);
  try {
    return { path: real, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), stats };
  } catch {
    // The decoder's error says no more than this.
    throw new StoreFailure(phrase('{0} is not written in UTF-8.', name));
  }
}

/**
 * Replaces the text in one step: a new file beside the old one takes its name. A file that cannot be replaced (mounted, linked,
 * another user's) is written in place. Existing files keep their mode.
 */
export async function replaceText(file: TextFile, text: string, newMode: number): Promise<void> {
  await refuseChanged(file);
  const { stats, path } = file;
  const isOwn = stats === undefined || ((process.getuid === undefined || stats.uid === process.getuid()) && stats.nlink === 1);
  if (!isOwn || !(await renameOver(path, text, stats === undefined ? newMode : stats.mode & 0o7777))) {
    if (stats === undefined) await writeNew(path, text, newMode);
    else await writeOver(file, text);
  }
}

/** Back to how it was opened, from the text that was written. What somebody else has written since then stays. */
export async function restoreText({ path, text, stats }: TextFile, written: string): Promise<void> {
  if ((await statOrNone(path)) === undefined || (await readFile(path, 'utf8')) !== written) return;
  if (stats === undefined) await rm(path, { force: true });
  else await replaceText({ path, text: written, stats: await stat(path) }, text, stats.mode & 0o7777);
}

/** What a process that was killed while it wrote the file has left beside it. One that writes now needs no minute. */
export async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  const start = `${basename(path)}.`;
  const isLeftover = (name: string): boolean => name.startsWith(start) && /^[0-9a-f]{12}\.tmp$/.test(name.slice(start.length));
  for (const name of (await readdir(folder)).filter(isLeftover)) {
    const stats = await lstat(join(folder, name)).catch(() => undefined); // Gone meanwhile: all the better.
    if (stats?.isFile() && Date.now() - stats.mtimeMs > 60_000) await rm(join(folder, name), { force: true });
  }
}

/** Parents and links resolved; outside the root is refused. */
export async function realPathWithin(path: string, root: string): Promise<string> {
  const folder = await realpath(dirname(path));
  const plain = join(folder, basename(path));
  const link = await lstat(plain).catch(() => undefined); // Not there yet: nothing to follow.
  const real = link?.isSymbolicLink() ? await realpath(plain) : plain;
  if (pathBelow(await realpath(root), real) === undefined)
    throw new StoreFailure(phrase('{0} leads out of the workspace folder.', basename(path)));
  return real;
}

async function statOrNone(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function refuseChanged({ path, stats }: TextFile): Promise<void> {
  const now = await statOrNone(path);
  const isSame = now?.mtimeMs === stats?.mtimeMs && now?.size === stats?.size && now?.ino === stats?.ino;
  if (!isSame) throw new StoreFailure(phrase('{0} was changed by something else in the meantime: try again.', basename(path)));
}

/** `false` when the folder does not let files be replaced; then nothing has changed. */
async function renameOver(path: string, text: string, mode: number): Promise<boolean> {
  // Rules such as `.env*` hold for it, too.
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeTo(await open(temporary, 'wx', 0o600), text);
    await chmod(temporary, mode);
    await rename(temporary, path);
    return true;
  } catch (error) {
    await rm(temporary, { force: true });
    if (['EXDEV', 'EBUSY', 'EPERM', 'EACCES'].includes(errorCode(error))) return false;
    throw error;
  }
}

async function writeNew(path: string, text: string, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await writeTo(file, text);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function writeOver({ path, text: before }: TextFile, text: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await overwrite(file, before, text);
  } finally {
    await file.close();
  }
}

async function writeTo(file: FileHandle, text: string): Promise<void> {
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
