// Stores the value of a replacement in each environment file that its documents read. What people have typed into those files
// and not saved yet is saved first: the store writes to disk, and neither text may be lost.

import * as vscode from 'vscode';
import { exampleNames } from '../engine/env-file/example-names.ts';
import { type Phrase, phrase } from '../engine/phrase.ts';
import type { StoreResult, ValueStore } from './abilities.ts';
import { translate } from './convert.ts';
import type { Part } from './replacement.ts';
import { UserError } from './user-error.ts';

type Stored = Extract<StoreResult, { kind: 'stored' }>;

export interface StoredValues {
  /** One for each environment file; the first is that of the first part. */
  readonly files: readonly [Stored, ...Stored[]];
  readonly notes: readonly Phrase[];
}

/** Throws with the reason where one of the files cannot take the value; nothing in code has changed then. */
export async function storeValues(store: ValueStore | undefined, parts: readonly Part[]): Promise<StoredValues> {
  const notes: Phrase[] = [];
  const files: Stored[] = [];
  for (const part of onePerTarget(parts)) {
    const { place, plan } = part;
    notes.push(...(await saveDrafts(part)));
    const { variable, value } = plan;
    const result = await store?.store({ ...place, variable, value, mayRunGit: vscode.workspace.isTrusted });
    if (result?.kind !== 'stored') throw failure(result?.reason ?? phrase('Values cannot be stored in this editor.'), files);
    files.push(result);
  }
  const [first, ...others] = files;
  if (first === undefined) throw new UserError(phrase('The key is no longer there.'));
  return { files: [first, ...others], notes: [...notes, ...files.flatMap(file => file.notes)] };
}

/** What was stored before stays: a value too many is better than one too few. */
function failure(reason: Phrase, [stored]: readonly Stored[]): UserError {
  if (stored === undefined) return new UserError(reason);
  const file = vscode.workspace.asRelativePath(stored.path);
  return new UserError(phrase('{0} Nothing was replaced; the value stays in {1}.', translate(reason), file));
}

/** Documents of different packages may have environment files of their own. */
function onePerTarget(parts: readonly Part[]): readonly Part[] {
  return parts.filter(({ target }, index) => parts.findIndex(part => part.target === target) === index);
}

/** The environment file, its example and the ignore files, where they are open with unsaved edits. */
async function saveDrafts(part: Part): Promise<readonly Phrase[]> {
  const notes: Phrase[] = [];
  for (const document of vscode.workspace.textDocuments.filter(candidate => candidate.isDirty && mayBeWritten(candidate.uri, part))) {
    const name = vscode.workspace.asRelativePath(document.uri);
    if (!(await document.save())) throw new UserError(phrase('{0} has unsaved changes that cannot be saved; nothing was changed.', name));
    notes.push(phrase('What you had typed into {0} is saved, too.', name));
  }
  return notes;
}

function mayBeWritten(uri: vscode.Uri, { target, place }: Part): boolean {
  const file = vscode.Uri.file(target);
  const folder = vscode.Uri.joinPath(file, '..');
  const beside = [file, ...exampleNames(place.envFile).map(name => vscode.Uri.joinPath(folder, name))];
  if (beside.some(({ path }) => path === uri.path)) return true;
  const ignored = uri.path.endsWith('/.gitignore') ? vscode.Uri.joinPath(uri, '..') : undefined;
  return ignored !== undefined && `${folder.path}/`.startsWith(`${ignored.path}/`);
}
