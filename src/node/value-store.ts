// Keeps values in environment files: ignored by git first, named in the example, written, and read back before it says so.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'dotenv';
import { addGitIgnoreLine } from '../engine/env-file/git-ignore-line.ts';
import { addPlaceholder, type SetVariable, setVariable } from '../engine/env-file/set-variable.ts';
import type { StoreRequest, StoreResult, ValueStore } from '../engine/env-file/value-store.ts';
import { type Phrase, phrase } from '../engine/phrase.ts';
import { readDefinitions } from '../engine/usages/read-definitions.ts';
import { findEnvironmentFile, findExample, findIgnoreFile, type TargetRequest } from './environment-target.ts';
import { askGit, type GitView } from './git-ignore.ts';
import { reasonOf, StoreFailure } from './store-failure.ts';
import { openTextFile, replaceText, restoreText, type TextFile } from './text-file.ts';

export function createValueStore(): ValueStore {
  // One at a time: two values for one file would each overwrite the other.
  let last: Promise<unknown> = Promise.resolve();
  return {
    store(request) {
      const result = last.then(() => store(request));
      last = result;
      return result;
    },
    async target(request) {
      const definitions = await readTarget(request);
      return { path: definitions.path, names: [...new Set(readDefinitions(definitions.text).map(({ name }) => name))] };
    },
    async nameOf(request) {
      const { text } = await readTarget(request);
      // The last row of a name is the one that counts.
      const values = new Map(readDefinitions(text).map(({ name, value }) => [name, value]));
      return [...values].find(([, value]) => value === request.value)?.[0];
    },
  };
}

/** A file as it was, and the text it was given. */
interface Written {
  readonly file: TextFile;
  readonly text: string;
}

/** Never rejects. What was written before a failure is taken back. */
async function store(request: StoreRequest): Promise<StoreResult> {
  const written: Written[] = [];
  try {
    return await storeIn(request, written);
  } catch (error) {
    const reason = reasonOf(error);
    for (const { file, text } of written.reverse()) {
      try {
        await restoreText(file, text);
      } catch (restoring) {
        return {
          kind: 'failed',
          reason: reasonOf(restoring, code => phrase('{0} could not be put back as it was ({1}).', basename(file.path), code)),
        };
      }
    }
    return { kind: 'failed', reason };
  }
}

async function storeIn(request: StoreRequest, written: Written[]): Promise<StoreResult> {
  const path = findEnvironmentFile(request);
  const file = await openTextFile(path, request.root);
  const change = setVariable(file.text, request.variable, request.value);
  refuseUnwritten(change, request.variable, basename(path));
  const git = await askGit(path, request.root, request.mayRunGit);
  const also = [...(await writeIgnore(path, request, git, written)), ...(await writeExample(path, request, written))];
  if (change.kind === 'written') await write(file, change.text, 0o600, written);
  await refuseUnread(file.path, request);
  return { kind: 'stored', path, already: change.kind === 'same', alsoWrote: also, notes: notesOn(basename(path), file, git) };
}

function refuseUnwritten(change: SetVariable, variable: string, name: string): void {
  if (change.kind === 'refused') throw new StoreFailure(change.reason);
  if (change.kind === 'conflict') throw new StoreFailure(phrase('{0} in {1} already has another value.', variable, name));
}

async function writeIgnore(path: string, { root, envFile }: StoreRequest, git: GitView, written: Written[]): Promise<string[]> {
  if (git.ignored) return [];
  const ignorePath = findIgnoreFile(path, root);
  const file = await openTextFile(ignorePath, root);
  await write(file, addGitIgnoreLine(file.text, envFile), 0o644, written);
  return [ignorePath];
}

async function writeExample(path: string, { root, envFile, variable }: StoreRequest, written: Written[]): Promise<string[]> {
  const examplePath = findExample(path, envFile);
  const file = await openTextFile(examplePath, root);
  const change = addPlaceholder(file.text, variable);
  if (change.kind !== 'written') return [];
  await write(file, change.text, 0o644, written);
  return [examplePath];
}

async function write(file: TextFile, text: string, newMode: number, written: Written[]): Promise<void> {
  await replaceText(file, text, newMode);
  written.push({ file, text });
}

/** Asks another reader than the writer's own. */
async function refuseUnread(path: string, { variable, value }: StoreRequest): Promise<void> {
  if (parse(await readFile(path))[variable] !== value)
    throw new StoreFailure(phrase('The value could not be read back from {0}.', basename(path)));
}

function notesOn(name: string, { stats }: TextFile, { tracked }: GitView): readonly Phrase[] {
  const notes: Phrase[] = [];
  if (tracked)
    notes.push(
      phrase('{0} is tracked by git, so its values are shared: run “git rm --cached {0}”; the history keeps what was committed.', name),
    );
  const isOpen = stats !== undefined && process.platform !== 'win32' && (stats.mode & 0o044) !== 0;
  if (isOpen) notes.push(phrase('Other users of this machine can read {0}.', name));
  return notes;
}

async function readTarget(request: TargetRequest): Promise<{ readonly path: string; readonly text: string }> {
  try {
    const path = findEnvironmentFile(request);
    return { path, text: (await openTextFile(path, request.root)).text };
  } catch {
    // Asking is harmless; storing says why it cannot be done.
    return { path: '', text: '' };
  }
}
