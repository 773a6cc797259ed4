// Keys of several services in one environment file, where the project wants each program to have its own alone.

import { phrase } from '../../phrase.ts';
import { providerById } from '../../rules/providers.ts';
import { providerOfVariable } from '../../usages/variable-provider.ts';
import { atFile } from './sightings.ts';
import { holdsValue, nameOf, type Workspace } from './workspace.ts';
import type { WorkspaceCheck } from './workspace-check.ts';

/** Only where the project asks for it. */
export const servicesMixed: WorkspaceCheck = {
  id: 'services-mixed',
  family: 'environments',
  title: 'Keys of several services in one environment file',
  why: 'The project asks for one service a file (`oneServicePerFile` in `.keyhygiene.json`): a program that reads the file gets the keys of all of them, and so does whoever breaks into it.',
  severity: 'warning',
  find: workspace =>
    workspace.environmentFiles().flatMap(uri => {
      if (!workspace.policyOf(uri).oneServicePerFile) return [];
      const services = servicesIn(workspace, uri);
      if (services.length < 2) return [];
      const message = phrase('{0} holds keys of {1}: the project asks for one service a file.', nameOf(uri), services.join(', '));
      return [atFile(uri, { message })];
    }),
};

function servicesIn(workspace: Workspace, uri: string): readonly string[] {
  const values = workspace.usagesIn(uri).filter(holdsValue);
  const ids = values.map(({ provider, name }) => (provider === 'generic' || !provider ? providerOfVariable(name ?? '') : provider));
  const titles = ids.flatMap(id => (id === undefined ? [] : [providerById(id)?.title ?? id]));
  return [...new Set(titles)].sort();
}
