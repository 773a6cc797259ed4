// Where a problem of the workspace is shown: at a usage, or at a file as a whole.

import { type Phrase, phrase } from '../../phrase.ts';
import type { PlacedUsage } from '../../usages/key.ts';
import type { RelatedPlace } from '../problem.ts';
import type { Workspace } from './workspace.ts';
import type { WorkspaceSighting } from './workspace-check.ts';

type About = Pick<WorkspaceSighting, 'message' | 'names' | 'related' | 'repairs'>;

/** On its line: of a key of several lines the start is enough. */
export function atUsage({ uri, span, line, column, fingerprint, name }: PlacedUsage, about: About): WorkspaceSighting {
  return {
    uri,
    span,
    line,
    column,
    endLine: line,
    endColumn: column + span.end - span.start,
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(name === undefined ? {} : { names: [name] }),
    ...about,
  };
}

/** Of a row in an environment file: elsewhere a value has no business anyway. */
export function anotherKeyHere(workspace: Workspace, { uri, kind, name }: PlacedUsage): Pick<WorkspaceSighting, 'repairs'> {
  if (kind !== 'config' || name === undefined || workspace.kindOf(uri) !== 'environment') return {};
  return { repairs: [{ kind: 'another-value', title: phrase('Use Another Key for {0} Here…', name), variable: name }] };
}

export function atFile(uri: string, about: About): WorkspaceSighting {
  return { uri, span: { start: 0, end: 0 }, line: 0, column: 0, endLine: 0, endColumn: 0, ...about };
}

export function relatedPlaces(usages: readonly PlacedUsage[], message: Phrase): readonly RelatedPlace[] {
  return usages.map(({ uri, line, column }) => ({ uri, line, column, message }));
}
