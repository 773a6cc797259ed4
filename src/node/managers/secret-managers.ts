// The door to all secret managers: each behind the same few calls, every expected outcome a value.

import type { ManagerId } from '../../engine/managers/manager-id.ts';
import { managerTitles } from '../../engine/managers/manager-titles.ts';
import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { ManagerConnection, SecretManagers, SecretRequest, StoreFailed } from '../../engine/managers/secret-store.ts';
import { awsParameterStore } from './aws-parameter-store.ts';
import { awsSecretsManager } from './aws-secrets-manager.ts';
import { azureKeyVault } from './azure-key-vault.ts';
import { doppler } from './doppler.ts';
import { googleSecretManager } from './google-secret-manager.ts';
import { infisical } from './infisical.ts';
import { failed, ManagerFailure } from './manager-failure.ts';
import { ManagerSession, managerHost, type SecretManagersDeps } from './manager-session.ts';
import { onePassword } from './one-password.ts';
import type { OpenManager, SecretDriver } from './secret-driver.ts';
import { storeSecret } from './store-secret.ts';
import { vault } from './vault.ts';

export type { SecretManagersDeps } from './manager-session.ts';

const drivers: Readonly<Record<ManagerId, SecretDriver>> = {
  vault,
  'aws-secrets-manager': awsSecretsManager,
  'aws-parameter-store': awsParameterStore,
  'azure-key-vault': azureKeyVault,
  'google-secret-manager': googleSecretManager,
  '1password': onePassword,
  doppler,
  infisical,
};

export function createSecretManagers(deps: SecretManagersDeps = {}): SecretManagers {
  const host = managerHost(deps);
  const destinationOf = async (connection: ManagerConnection): Promise<string> =>
    drivers[connection.manager].destinationOf(connection, host.environment);

  const sessionOf = async ({ connection, cancel }: Omit<SecretRequest, 'address'>, values: readonly string[] = []) => {
    const title = managerTitles[connection.manager];
    return new ManagerSession(host, connection, cancel, `${title} (${await destinationOf(connection)})`, values);
  };

  const open = (session: ManagerSession, address?: SecretAddress): Promise<OpenManager> => {
    session.refuseCancelled();
    return drivers[session.connection.manager].open(session, address?.container || session.connection.container);
  };

  return {
    destinationOf,
    describe: request => answer(async () => (await open(await sessionOf(request), request.address)).describe(request.address)),
    read: request => answer(async () => (await open(await sessionOf(request), request.address)).read(request.address)),
    list: request => answer(async () => ({ kind: 'names', addresses: await (await open(await sessionOf(request))).list() }) as const),
    store: request =>
      answer(async () => {
        const session = await sessionOf(request, [request.value]);
        const reopen = (): Promise<OpenManager> => open(session.uncancelled(), request.address);
        return storeSecret(request, session.whom, await open(session, request.address), reopen);
      }),
  };
}

async function answer<T>(ask: () => Promise<T>): Promise<T | StoreFailed> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ManagerFailure) return failed(error);
    throw error;
  }
}
