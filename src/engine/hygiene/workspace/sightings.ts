// Where a problem of the workspace is shown: at a usage, or at a file as a whole.

import type { Phrase } from '../../phrase.ts';
import type { PlacedUsage } from '../../usages/key.ts';
import type { RelatedPlace } from '../problem.ts';
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

export function atFile(uri: string, about: About): WorkspaceSighting {
  return { uri, span: { start: 0, end: 0 }, line: 0, column: 0, endLine: 0, endColumn: 0, ...about };
}

export function relatedPlaces(usages: readonly PlacedUsage[], message: Phrase): readonly RelatedPlace[] {
  return usages.map(({ uri, line, column }) => ({ uri, line, column, message }));
}
