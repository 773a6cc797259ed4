// Names that some environments of a folder define and others do not: what fails on the day of the release.

import { phrase } from '../../phrase.ts';
import type { PlacedUsage } from '../../usages/key.ts';
import { atFile, relatedPlaces } from './sightings.ts';
import { nameOf, parentOf, type Workspace } from './workspace.ts';
import type { WorkspaceCheck, WorkspaceSighting } from './workspace-check.ts';

export const nameMissing: WorkspaceCheck = {
  id: 'name-missing-in-environment',
  family: 'environments',
  title: 'Key that one environment lacks',
  why: 'A key that is defined for one environment and not for the other is missed when the program runs there, and whoever needs it in a hurry takes the other environment’s. Define it, or leave its value empty to say that it is not needed.',
  severity: 'information',
  find: workspace => foldersOfEnvironments(workspace).flatMap(files => missingAmong(files, workspace)),
};

/** By environment, of one folder. What every environment reads (`.env`, `.env.local`) counts for all of them. */
interface EnvironmentFiles {
  readonly named: ReadonlyMap<string, readonly string[]>;
  readonly shared: readonly string[];
}

function foldersOfEnvironments(workspace: Workspace): readonly EnvironmentFiles[] {
  const folders = new Map<string, string[]>();
  for (const uri of workspace.files().filter(candidate => workspace.kindOf(candidate) === 'environment')) {
    const folder = parentOf(uri) ?? '';
    folders.set(folder, [...(folders.get(folder) ?? []), uri]);
  }
  return [...folders.values()].map(uris => {
    const named = new Map<string, string[]>();
    const shared: string[] = [];
    for (const uri of uris) {
      const environment = isNamedByItself(uri) ? workspace.environmentOf(uri)?.name : undefined;
      if (environment === undefined) shared.push(uri);
      else named.set(environment, [...(named.get(environment) ?? []), uri]);
    }
    return { named, shared };
  });
}

/** `.env.production`, not any `.env` in a folder of that name. */
function isNamedByItself(uri: string): boolean {
  return !/^\.env(?:\.local)?$/.test(nameOf(uri));
}

/** Tests and CI make do with less. */
const withLess: ReadonlySet<string> = new Set(['test', 'ci', 'e2e']);

function missingAmong({ named, shared }: EnvironmentFiles, workspace: Workspace): readonly WorkspaceSighting[] {
  const compared = [...named].filter(([environment]) => !withLess.has(environment));
  if (compared.length < 2) return [];
  const everywhere = new Set(shared.flatMap(uri => rowsIn(workspace, uri)).map(({ name }) => name));
  const rowsOf = new Map(compared.map(([environment, uris]) => [environment, uris.flatMap(uri => rowsIn(workspace, uri))]));
  const all = [...rowsOf.values()].flat();
  return compared.flatMap(([environment, [uri = '']]) => {
    const own = new Set(rowsOf.get(environment)?.map(({ name }) => name));
    const missing = all.filter(({ name }) => !own.has(name) && !everywhere.has(name));
    const names = [...new Set(missing.flatMap(({ name }) => name ?? []))].sort();
    if (names.length === 0) return [];
    const message = phrase('Not defined for {0}, but for another environment: {1}.', environment, names.join(', '));
    return [atFile(uri, { message, names, related: relatedPlaces(missing, phrase('defined here')) })];
  });
}

/** With or without a value. */
function rowsIn(workspace: Workspace, uri: string): readonly PlacedUsage[] {
  return workspace.usagesIn(uri).filter(({ kind, name }) => name !== undefined && kind !== 'environment');
}
