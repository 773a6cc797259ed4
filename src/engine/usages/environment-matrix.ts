// Where each variable of a key has a value, environment by environment: set or missing, shared or its own. Without the values.

import { environmentNameOf } from './environment-name.ts';
import { fileKindOf } from './file-kind.ts';
import { isDefinition } from './is-definition.ts';
import type { Key, PlacedUsage } from './key.ts';

/** `alone`: the only value there is. `same`: other files have it, too. `own`: others have other values. */
export type CellState = 'alone' | 'same' | 'own' | 'encrypted' | 'empty' | 'missing';

export interface MatrixCell {
  /** Its file. */
  readonly uri: string;
  /** The file's environment; `undefined` for any. */
  readonly environment: string | undefined;
  readonly state: CellState;
  /** The row; none where the variable is missing. */
  readonly usage?: PlacedUsage;
  /** Files that have the same value. */
  readonly sameIn: readonly string[];
}

export interface MatrixRow {
  readonly name: string;
  /** URI of the folder that the files are in. */
  readonly folder: string;
  /** Of one app's folder, by environment; files for any environment come first. */
  readonly cells: readonly MatrixCell[];
}

/**
 * One row for each variable and folder. `environmentFiles` are those of the workspace: one beside a file that defines the variable
 * could define it, too.
 */
export function environmentMatrix({ usages }: Pick<Key, 'usages'>, environmentFiles: readonly string[]): readonly MatrixRow[] {
  const given = usages.filter(usage => usage.name !== undefined && (usage.kind === 'config' || isDefinition(usage)));
  const rows = new Map<string, { readonly name: string; readonly folder: string; readonly places: PlacedUsage[] }>();
  for (const usage of given) {
    const name = usage.name ?? '';
    const folder = folderOf(usage.uri);
    const id = `${folder}\0${name}`;
    const row = rows.get(id) ?? { name, folder, places: [] };
    row.places.push(usage);
    rows.set(id, row);
  }
  return [...rows.values()].map(({ name, folder, places }) => {
    const beside = places.some(({ uri }) => isEnvironment(uri)) ? environmentFiles.filter(uri => folderOf(uri) === folder) : [];
    const files = [...new Set([...places.map(({ uri }) => uri), ...beside])];
    return { name, folder, cells: files.map(uri => cellOf(uri, places)).sort(compareCells) };
  });
}

function cellOf(uri: string, places: readonly PlacedUsage[]): MatrixCell {
  // Readers take the last of several.
  const usage = places.findLast(place => place.uri === uri);
  const environment = environmentNameOf(uri);
  if (!usage) return { uri, environment, state: 'missing', sameIn: [] };
  if (usage.kind === 'encrypted') return { uri, environment, state: 'encrypted', usage, sameIn: [] };
  if (usage.fingerprint === undefined) return { uri, environment, state: usage.kind === 'config' ? 'alone' : 'empty', usage, sameIn: [] };
  const others = places.filter(place => place.uri !== uri && place.fingerprint !== undefined);
  const sameIn = [...new Set(others.filter(({ fingerprint }) => fingerprint === usage.fingerprint).map(place => place.uri))];
  const state = sameIn.length > 0 ? 'same' : others.length > 0 ? 'own' : 'alone';
  return { uri, environment, state, usage, sameIn };
}

function isEnvironment(uri: string): boolean {
  return fileKindOf({ uri, languageId: '' }) === 'environment';
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

function compareCells(a: MatrixCell, b: MatrixCell): number {
  return compareText(a.environment ?? '', b.environment ?? '') || compareText(a.uri, b.uri);
}

/** By code unit, so that every machine sorts alike. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
