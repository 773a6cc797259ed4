// All secret managers, loaded with the first question: most sessions never ask one.

import type { SecretManagers } from '../../engine/managers/secret-store.ts';
import type { SecretManagersDeps } from './manager-session.ts';

export function secretManagersOnUse(deps: SecretManagersDeps = {}): SecretManagers {
  let loading: Promise<SecretManagers> | undefined;
  const loaded = (): Promise<SecretManagers> => {
    loading ??= import('./secret-managers.ts').then(({ createSecretManagers }) => createSecretManagers(deps));
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
