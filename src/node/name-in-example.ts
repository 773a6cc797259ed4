// The example of an environment file, which is committed: it names what the file holds, without values.

import { basename } from 'node:path';
import { addGitIgnoreLine } from '../engine/env-file/git-ignore-line.ts';
import { addPlaceholder } from '../engine/env-file/set-variable.ts';
import { findExample, findIgnoreFile } from './environment-target.ts';
import { askGit } from './git-ignore.ts';
import { openTextFile, replaceText, restoreText, type TextFile } from './text-file.ts';

/** A file as it was, and the text it was given. */
export interface WrittenText {
  readonly file: TextFile;
  readonly text: string;
}

export interface NameInExample {
  /** Absolute path of the environment file. */
  readonly path: string;
  readonly root: string;
  readonly variable: string;
  readonly mayRunGit: boolean;
  /** Gets what is written: whoever asked takes it back when a later step fails. */
  readonly written: WrittenText[];
}

/** The files that were written. */
export async function nameInExample(request: NameInExample): Promise<readonly string[]> {
  const { path, root, variable, written } = request;
  const examplePath = findExample(path, basename(path));
  const file = await openTextFile(examplePath, root);
  const change = addPlaceholder(file.text, variable);
  if (change.kind !== 'written') return [];
  await writeText(file, change.text, 0o644, written);
  const isNew = file.stats === undefined;
  return [examplePath, ...(isNew ? await shareExample(examplePath, request) : [])];
}

/** An example is there to be committed: a rule such as `.env*` is lifted for it, where one line can do that. */
async function shareExample(path: string, { root, mayRunGit, written }: NameInExample): Promise<readonly string[]> {
  const isIgnored = async (): Promise<boolean> => (await askGit(path, root, mayRunGit)).ignored;
  if (!(await isIgnored())) return [];
  const ignorePaths = await writeIgnoreLine(path, `!${basename(path)}`, root, written);
  if (!(await isIgnored())) return ignorePaths;
  // The whole folder is ignored: the line changes nothing.
  const line = written.pop();
  if (line) await restoreText(line.file, line.text);
  return [];
}

export async function writeIgnoreLine(path: string, line: string, root: string, written: WrittenText[]): Promise<readonly string[]> {
  const ignorePath = findIgnoreFile(path, root);
  const file = await openTextFile(ignorePath, root);
  await writeText(file, addGitIgnoreLine(file.text, line), 0o644, written);
  return [ignorePath];
}

export async function writeText(file: TextFile, text: string, newMode: number, written: WrittenText[]): Promise<void> {
  await replaceText(file, text, newMode);
  written.push({ file, text });
}
