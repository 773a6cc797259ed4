// The secret managers, in the order in which they are offered.

import { awsParameterStore } from './aws-parameter-store.ts';
import { awsSecretsManager } from './aws-secrets-manager.ts';
import { azureKeyVault } from './azure-key-vault.ts';
import { doppler } from './doppler.ts';
import { googleSecretManager } from './google-secret-manager.ts';
import { infisical } from './infisical.ts';
import type { Manager } from './manager.ts';
import type { ManagerId } from './manager-id.ts';
import { onePassword } from './one-password.ts';
import { vault } from './vault.ts';

export const managers: readonly Manager[] = [
  vault,
  awsSecretsManager,
  awsParameterStore,
  azureKeyVault,
  googleSecretManager,
  onePassword,
  doppler,
  infisical,
];

const byId: ReadonlyMap<ManagerId, Manager> = new Map(managers.map(manager => [manager.id, manager]));

export function managerOf(id: ManagerId): Manager {
  const manager = byId.get(id);
  if (!manager) throw new Error(`No manager is called ${id}`);
  return manager;
}
