// The services whose keys are known, for whoever asks. Bundles read the list when it is first asked for (scripts/lazy-catalogue.mjs):
// a scan that meets no key does without it.

import { once } from '../once.ts';
import { providerList } from './provider-list.ts';
import type { Provider } from './rule.ts';

export function providers(): readonly Provider[] {
  return providerList;
}

const byId = once((): ReadonlyMap<string, Provider> => new Map(providers().map(provider => [provider.id, provider])));

export function providerById(id: string): Provider | undefined {
  return byId().get(id);
}
