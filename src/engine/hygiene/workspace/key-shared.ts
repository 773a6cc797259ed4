// One value in the files of several packages of a monorepo.

import { phrase } from '../../phrase.ts';
import type { PlacedUsage } from '../../usages/key.ts';
import { anotherKeyHere, atUsage, relatedPlaces } from './sightings.ts';
import { valuesOf } from './values-of.ts';
import { nameOf, type Workspace } from './workspace.ts';
import type { WorkspaceCheck } from './workspace-check.ts';

export const keyShared: WorkspaceCheck = {
  id: 'key-shared-by-packages',
  family: 'sharing',
  title: 'One key for several packages',
  why: 'A key that several apps use cannot be limited to what one of them needs, nobody can tell which of them used it, and to replace it all must be changed at once. Have each app issued its own.',
  severity: 'warning',
  find: workspace =>
    valuesOf(workspace.keys).flatMap(usages => {
      const placed = usages.flatMap(usage => inPackage(workspace, usage));
      return placed.flatMap(({ usage, folder }) => {
        const others = placed.filter(other => isApart(other.folder, folder));
        if (others.length === 0) return [];
        const names = [...new Set(others.map(other => nameOf(other.folder)))].sort().join(', ');
        const message = phrase('{0} has this key, too: give each package a key of its own.', names);
        return [
          atUsage(usage, {
            message,
            ...anotherKeyHere(workspace, usage),
            related: relatedPlaces(
              others.map(other => other.usage),
              phrase('the same value'),
            ),
          }),
        ];
      });
    }),
};

interface InPackage {
  readonly usage: PlacedUsage;
  readonly folder: string;
}

function inPackage(workspace: Workspace, usage: PlacedUsage): readonly InPackage[] {
  const folder = workspace.packageOf(usage.uri);
  return folder === undefined ? [] : [{ usage, folder }];
}

/** A package and the one around it, which is most often the whole project, are one. */
function isApart(a: string, b: string): boolean {
  return a !== b && !a.startsWith(`${b}/`) && !b.startsWith(`${a}/`);
}
