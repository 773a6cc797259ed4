// HashiCorp Vault and OpenBao: the KV engines, version 1 and 2. https://openbao.org/api-docs/secret/kv/

import { phrase } from '../../engine/phrase.ts';
import { asRecord } from './http-client.ts';
import { ManagerFailure, notFound, unreadable } from './manager-failure.ts';
import type { SecretDriver } from './secret-driver.ts';
import { pathOf, VaultClient, vaultAddress } from './vault-client.ts';
import { vaultKv1 } from './vault-kv1.ts';
import { vaultKv2 } from './vault-kv2.ts';

export const vault: SecretDriver = {
  id: 'vault',
  destinationOf(connection, environment) {
    const address = vaultAddress(connection, environment);
    return URL.canParse(address) ? new URL(address).host : address;
  },
  async open(session, container) {
    const client = await VaultClient.signIn(session);
    const mount = container.replace(/^\/+|\/+$/g, '') || 'secret';
    const version = await session.once(`version of ${mount}`, () => kvVersion(client, mount));
    return version === 2 ? vaultKv2(client, mount) : vaultKv1(client, mount);
  },
};

/** The one question about a mount that a token may ask without a policy for it: it only needs some right inside. */
async function kvVersion(client: VaultClient, mount: string): Promise<1 | 2> {
  const { body, status } = await client.ask('GET', `sys/internal/ui/mounts/${pathOf(mount)}`, {}, [404]);
  if (status === 404) return 1; // Older than version 2.
  const { type, options, path } = asRecord(asRecord(body)['data']);
  if (typeof type !== 'string') throw unreadable(client.session.whom);
  if (type !== 'kv' && type !== 'generic')
    throw new ManagerFailure('refused', phrase('{0} in {1} is no KV secrets engine.', mount, client.session.whom));
  if (typeof path === 'string' && path.replace(/\/$/, '') !== mount)
    throw notFound(phrase('There is no secrets engine at {0} in {1}.', mount, client.session.whom));
  return asRecord(options)['version'] === '2' ? 2 : 1;
}
