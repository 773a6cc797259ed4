// Secret managers whose code is loaded with the first question: most sessions ask none.

import type { SecretManagers } from '../../engine/managers/secret-store.ts';

export function managersOnUse(load: () => Promise<SecretManagers>): SecretManagers {
  let loading: Promise<SecretManagers> | undefined;
  const loaded = (): Promise<SecretManagers> => {
    loading ??= load();
    return loading;
  };
  return {
    destinationOf: async connection => (await loaded()).destinationOf(connection),
    describe: async request => (await loaded()).describe(request),
    store: async request => (await loaded()).store(request),
    read: async request => (await loaded()).read(request),
    list: async request => (await loaded()).list(request),
  };
}
