// Which environment file, example and ignore file belong to a source file.

import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { exampleNames } from '../engine/env-file/example-names.ts';
import type { TargetRequest } from '../engine/env-file/value-store.ts';
import { phrase } from '../engine/phrase.ts';
import { manifestNames } from '../engine/project/project-facts.ts';
import { fileKindOf } from '../engine/usages/file-kind.ts';
import { pathBelow } from './path-below.ts';
import { StoreFailure } from './store-failure.ts';

const manifests = new Set(manifestNames);

/** The nearest one that exists from the source's folder up to the root; else beside the nearest manifest; else in the root. */
export function findEnvironmentFile({ sourcePath, root, envFile, folder: only }: TargetRequest): string {
  if (!/^[^/\\]+$/.test(envFile) || envFile === '.' || envFile === '..')
    throw new StoreFailure(phrase('“{0}” is not a file name.', envFile));
  const folders = foldersUp(dirname(resolve(sourcePath)), resolve(root));
  if (folders.length === 0) throw new StoreFailure(phrase('The file is outside the workspace folder.'));
  if (only !== undefined) return join(resolve(only), envFile);
  const folder = folders.find(candidate => existsSync(join(candidate, envFile))) ?? folders.find(hasManifest) ?? resolve(root);
  return join(folder, envFile);
}

/**
 * The other environment files in its folder. Those that every reader of the file reads as well (`.env` below `.env.local`)
 * are the first of them.
 */
export function siblingsOf(environmentFile: string): { readonly alsoRead: readonly string[]; readonly others: readonly string[] } {
  const folder = dirname(environmentFile);
  const own = basename(environmentFile);
  const names = existsSync(folder) ? readdirSync(folder).filter(name => name !== own && isEnvironmentFile(name)) : [];
  const base = own.endsWith('.local') ? '.env' : undefined;
  const paths = (wanted: (name: string) => boolean): readonly string[] => names.filter(wanted).map(name => join(folder, name));
  return { alsoRead: paths(name => name === base), others: paths(name => name !== base) };
}

/** Not the half-written ones. */
function isEnvironmentFile(name: string): boolean {
  return fileKindOf({ uri: name, languageId: '' }) === 'environment' && !name.endsWith('.tmp');
}

/** An example, sample or template that exists, else `.env.example`; all beside the environment file. */
export function findExample(environmentFile: string, envFile: string): string {
  const [usual = `${envFile}.example`, ...others] = exampleNames(envFile).map(name => join(dirname(environmentFile), name));
  return [usual, ...others].find(path => existsSync(path)) ?? usual;
}

/** The nearest one that exists up to the root, else one in the root. Those around the file’s own repository mean nothing to it. */
export function findIgnoreFile(environmentFile: string, root: string): string {
  const folders = foldersUp(dirname(environmentFile), resolve(root));
  const top = folders.findIndex(folder => existsSync(join(folder, '.git')));
  const within = top === -1 ? folders : folders.slice(0, top + 1);
  return join(within.find(folder => existsSync(join(folder, '.gitignore'))) ?? within.at(-1) ?? resolve(root), '.gitignore');
}

/** From a folder up to the root, both included; none when the folder lies elsewhere. */
function foldersUp(folder: string, root: string): readonly string[] {
  if (folder === root) return [root];
  return pathBelow(root, folder) === undefined ? [] : [folder, ...foldersUp(dirname(folder), root)];
}

function hasManifest(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some(name => manifests.has(name) || name.endsWith('.csproj'));
}
