// Keeps values in environment files: ignored by git first, named in the example, written, and read back before it says so.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'dotenv';
import { environmentFormatOf } from '../engine/env-file/environment-format.ts';
import type { SetVariable } from '../engine/env-file/set-variable.ts';
import type { StoreRequest, StoreResult, TargetRequest, ValueStore } from '../engine/env-file/value-store.ts';
import { type Phrase, phrase } from '../engine/phrase.ts';
import { findBeside, openValues, type PrivateKeyFinder, setIfEncrypted } from './encrypted-values.ts';
import { findEnvironmentFile, siblingsOf } from './environment-target.ts';
import { askGit, type GitView } from './git-ignore.ts';
import { nameInExample, type WrittenText, writeIgnoreLine, writeText } from './name-in-example.ts';
import { reasonOf, StoreFailure } from './store-failure.ts';
import { openTextFile, removeLeftovers, restoreText } from './text-file.ts';
import { untrackFile } from './untrack-file.ts';
import { inUserSecrets, makeUserSecretsFolder } from './user-secrets-target.ts';

export function createValueStore(privateKeyOf: PrivateKeyFinder = findBeside): ValueStore {
  // One at a time: two values for one file would each overwrite the other.
  let last: Promise<unknown> = Promise.resolve();
  return {
    store(request) {
      const result = last.then(() => store(request, privateKeyOf));
      last = result;
      return result;
    },
    async target(request) {
      const { path, values } = await readTarget(request);
      return { path, names: [...values.keys()] };
    },
    nameOf: request => nameOf(request, privateKeyOf),
    untrack: untrackFile,
  };
}

/** Never rejects. What was written before a failure is taken back. */
async function store(request: StoreRequest, privateKeyOf: PrivateKeyFinder): Promise<StoreResult> {
  const written: WrittenText[] = [];
  try {
    const own = inUserSecrets(request);
    await makeUserSecretsFolder(own);
    return await storeIn(own, written, privateKeyOf);
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

async function storeIn(request: StoreRequest, written: WrittenText[], privateKeyOf: PrivateKeyFinder): Promise<StoreResult> {
  const path = await keeperOf(request, privateKeyOf);
  const name = basename(path);
  const format = environmentFormatOf(name);
  const file = await openTextFile(path, request.root);
  const locked = await setIfEncrypted({ text: file.text, path }, request.variable, request.value, privateKeyOf);
  const change = locked ?? format.set(file.text, request.variable, request.value);
  refuseUnwritten(change, request.variable, name);
  await removeLeftovers(file.path);
  const git = await gitViewOf(path, request);
  const also = [
    // An encrypted file may be shared: whether git takes it is its people's choice.
    ...(git.ignored || locked ? [] : await writeIgnoreLine(path, name, request.root, written)),
    ...(format.hasExample ? await nameInExample({ ...request, path, written }) : []),
  ];
  if (change.kind === 'written') await writeText(file, change.text, 0o600, written);
  if (!locked) await refuseUnread(file.path, request);
  else if (change.kind === 'written') await refuseUnwrittenRow(file.path, change.text, request.variable);
  return {
    kind: 'stored',
    path,
    isEncrypted: locked !== undefined,
    already: change.kind === 'same',
    alsoWrote: [...new Set(also)],
    tracked: git.tracked && !locked,
    notes: locked ? [] : notesOn(name, git, change, request.variable),
  };
}

/** No repository holds the profile of a user. */
async function gitViewOf(path: string, { root, mayRunGit, userSecrets }: StoreRequest): Promise<GitView> {
  return userSecrets === undefined ? askGit(path, root, mayRunGit) : { tracked: false, ignored: true };
}

/** The target, but for a file that its readers read as well and that has this very row already. */
async function keeperOf(request: StoreRequest, privateKeyOf: PrivateKeyFinder): Promise<string> {
  const target = findEnvironmentFile(request);
  const isKept = async (path: string): Promise<boolean> =>
    (await readValuesOrNone(path, request.root, privateKeyOf)).get(request.variable) === request.value;
  if ((await readValues(target, request.root)).has(request.variable)) return target;
  for (const path of siblingsOf(target).alsoRead) if (await isKept(path)) return path;
  return target;
}

function refuseUnwritten(change: SetVariable, variable: string, name: string): void {
  if (change.kind === 'refused') throw new StoreFailure(change.reason);
  if (change.kind === 'conflict') throw new StoreFailure(phrase('{0} in {1} already has another value.', variable, name));
}

/** Asks another reader than the writer's own, where there is one. */
async function refuseUnread(path: string, { variable, value }: StoreRequest): Promise<void> {
  const text = await readFile(path, 'utf8');
  const format = environmentFormatOf(basename(path));
  const isSame = (name: string): boolean => name.toLowerCase() === variable.toLowerCase();
  const read = format.isRows ? parse(text)[variable] : [...format.read(text)].find(([name]) => isSame(name))?.[1];
  if (read !== value) throw new StoreFailure(phrase('The value could not be read back from {0}.', basename(path)));
}

/** An encrypted row was opened again when it was made: here it is enough that another reader finds it in the file. */
async function refuseUnwrittenRow(path: string, text: string, variable: string): Promise<void> {
  const row = parse(await readFile(path, 'utf8'))[variable];
  if (row === undefined || row !== environmentFormatOf(basename(path)).read(text).get(variable))
    throw new StoreFailure(phrase('The value could not be read back from {0}.', basename(path)));
}

function notesOn(name: string, { tracked }: GitView, change: SetVariable, variable: string): readonly Phrase[] {
  const notes: Phrase[] = [];
  if (tracked) notes.push(phrase('{0} is tracked by git, so its values are shared, and the history keeps what was committed.', name));
  if (change.kind === 'written' && change.exceptShells)
    notes.push(phrase('Programs read {0} back exactly; a shell that sources {1} does not undo its line breaks.', variable, name));
  return notes;
}

interface Target {
  readonly path: string;
  readonly values: ReadonlyMap<string, string>;
}

async function readTarget(request: TargetRequest): Promise<Target> {
  try {
    const own = inUserSecrets(request);
    const path = findEnvironmentFile(own);
    const isMissing = own.userSecrets !== undefined && !existsSync(path);
    return { path, values: isMissing ? new Map() : await readValues(path, own.root) };
  } catch {
    // Asking is harmless; storing says why it cannot be done.
    return { path: '', values: new Map() };
  }
}

/** A name of a neighbouring file counts only while the target does not use it for something else. */
async function nameOf(request: TargetRequest & Pick<StoreRequest, 'value'>, privateKeyOf: PrivateKeyFinder): Promise<string | undefined> {
  const { path, values } = await readTarget(request);
  const own = nameIn(values, request.value) ?? nameIn(await readValuesOrNone(path, request.root, privateKeyOf), request.value);
  if (own !== undefined || path === '' || request.userSecrets !== undefined) return own;
  const { alsoRead, others } = siblingsOf(path);
  for (const sibling of [...alsoRead, ...others]) {
    const name = nameIn(await readValuesOrNone(sibling, request.root, privateKeyOf), request.value);
    if (name !== undefined && !values.has(name)) return name;
  }
  return undefined;
}

function nameIn(values: ReadonlyMap<string, string>, value: string): string | undefined {
  return [...values].find(([, known]) => known === value)?.[0];
}

async function readValues(path: string, root: string): Promise<ReadonlyMap<string, string>> {
  return environmentFormatOf(basename(path)).read((await openTextFile(path, root)).text);
}

/** Encrypted ones opened, where that can be done. A neighbour that cannot be read is no reason to refuse. */
async function readValuesOrNone(path: string, root: string, privateKeyOf: PrivateKeyFinder): Promise<ReadonlyMap<string, string>> {
  try {
    const { text } = await openTextFile(path, root);
    return new Map([...environmentFormatOf(basename(path)).read(text), ...(await openValues({ text, path }, privateKeyOf))]);
  } catch {
    return new Map();
  }
}
