// Keys that are defined and never looked up, and keys that are looked up and never defined.

import { phrase } from '../../phrase.ts';
import { isTestPath } from '../../scan/reasons/test-path.ts';
import type { Key, PlacedUsage } from '../../usages/key.ts';
import { isSecretName } from '../../usages/secret-name.ts';
import { isOfficialVariable } from '../../usages/variable-provider.ts';
import { atUsage } from './sightings.ts';
import { holdsValue, nameOf, parentOf, type Workspace } from './workspace.ts';
import type { WorkspaceCheck } from './workspace-check.ts';

export const keyUnused: WorkspaceCheck = {
  id: 'key-unused',
  family: 'environments',
  title: 'Key that nothing looks up',
  why: 'A key that nobody needs is one that nobody watches or replaces. Revoke it, and delete the row. Tools that read their variables by themselves are not seen by this check.',
  severity: 'hint',
  find: workspace =>
    workspace.keys.filter(isUnused).flatMap(({ usages }) =>
      usages
        .filter(usage => holdsValue(usage) && workspace.kindOf(usage.uri) === 'environment')
        .map(usage =>
          atUsage(usage, {
            message: phrase('Nothing in the workspace looks up {0}: revoke the key if it is not needed.', usage.name ?? ''),
          }),
        ),
    ),
};

export const keyUndefined: WorkspaceCheck = {
  id: 'key-undefined',
  family: 'environments',
  title: 'Key that no file defines',
  why: 'The project lists its variables in environment files or their templates, and this one is in none of them: whoever sets the project up learns of it when it fails.',
  severity: 'hint',
  find: workspace =>
    workspace.keys.filter(isUndefined).flatMap(({ usages }) => {
      const first = usages.find(({ name }) => name !== undefined && isSecretName(name));
      const list = first && listOfNames(workspace, first);
      if (!first || list === undefined) return [];
      const message = phrase('{0} is in no environment file, and {1} does not name it.', first.name ?? '', nameOf(list));
      return [atUsage(first, { message })];
    }),
};

/** Has a value in an environment file; no code, setting or reference takes it from the environment. */
function isUnused({ usages, names }: Key): boolean {
  const isRead = usages.some(({ kind }) => kind === 'environment' || kind === 'manager' || kind === 'hardcoded');
  // Clients and tools read the official ones by themselves; a setting that declares one hands it on.
  return !isRead && !names.some(isOfficialVariable) && usages.every(({ uri }) => /env/i.test(nameOf(uri)));
}

/** Is looked up, and neither a value nor a declaration of it is anywhere. */
function isUndefined({ usages, names }: Key): boolean {
  return usages.every(({ kind }) => kind === 'environment') && !names.some(name => isOfficialVariable(name) || givenByCi.test(name));
}

/** https://docs.github.com/actions/reference/workflows-and-actions/variables · https://docs.gitlab.com/ci/variables/predefined_variables/ */
const givenByCi = /^(?:GITHUB|GITLAB|ACTIONS|CI|SYSTEM|BUILDKITE|CIRCLE|RUNNER|VERCEL|NETLIFY)_/;

/** A template, else an environment file, beside the file or above it up to its package: where the name should be. */
function listOfNames(workspace: Workspace, { uri }: PlacedUsage): string | undefined {
  if (isTestPath(workspace.pathOf(uri))) return undefined;
  const folder = workspace.packageOf(uri);
  const lists = workspace.files().filter(candidate => {
    const kind = workspace.kindOf(candidate);
    const isList = kind === 'template' || kind === 'environment';
    return isList && workspace.packageOf(candidate) === folder && uri.startsWith(`${parentOf(candidate)}/`);
  });
  return lists.find(candidate => workspace.kindOf(candidate) === 'template') ?? lists[0];
}
