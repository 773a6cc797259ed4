// Values of environment files found again in files that git would share.

import { phrase } from '../../phrase.ts';
import type { KnownValuePlace } from './known-values.ts';
import { nameOf, type Workspace } from './workspace.ts';
import type { WorkspaceCheck } from './workspace-check.ts';

export const knownValue: WorkspaceCheck = {
  id: 'known-value',
  family: 'known-values',
  title: 'Value of an environment file in another file',
  why: 'What an environment file that git ignores keeps out of the repository stands in a file that is committed. No pattern is needed to be sure of that. Take it out, read it from the environment, and replace the key.',
  severity: 'error',
  find: workspace =>
    workspace.knownValues
      .filter(place => !isTold(place, workspace))
      .map(({ fingerprint, name, file, form, ...place }) => ({
        ...place,
        fingerprint,
        names: [name],
        message: messages[form](name, nameOf(file)),
      })),
};

/** A rule has flagged the place, or the template's own check. */
function isTold({ uri, span }: KnownValuePlace, workspace: Workspace): boolean {
  return (
    workspace.kindOf(uri) === 'template' ||
    workspace.usagesIn(uri).some(usage => usage.ruleId !== undefined && usage.span.start < span.end && span.start < usage.span.end)
  );
}

const messages = {
  plain: (name: string, file: string) => phrase('This is the value of {0} in {1}, which git keeps out of the repository.', name, file),
  'url-encoded': (name: string, file: string) => phrase('This is the value of {0} in {1}, URL-encoded.', name, file),
  base64: (name: string, file: string) => phrase('This is the value of {0} in {1}, in base64.', name, file),
  joined: (name: string, file: string) => phrase('These parts make the value of {0} in {1}.', name, file),
} as const;
