// Vault's KV engine without versions: a write replaces all fields of a path, and nothing guards it but reading first.
// https://openbao.org/api-docs/secret/kv/kv-v1/

import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import { asRecord } from './http-client.ts';
import type { OpenManager } from './secret-driver.ts';
import { fieldOf, listBelow, pathOf, type VaultClient } from './vault-client.ts';
import { fieldIn, hasField } from './vault-kv2.ts';

export function vaultKv1(client: VaultClient, mount: string): OpenManager {
  const at = ({ name }: SecretAddress): string => `${pathOf(mount)}/${pathOf(name)}`;

  const fieldsOf = async (address: SecretAddress): Promise<Readonly<Record<string, unknown>>> => {
    const { status, body } = await client.ask('GET', at(address), {}, [404]);
    return status === 404 ? {} : asRecord(asRecord(body)['data']);
  };

  const write = async (address: SecretAddress, value: string, others: Readonly<Record<string, unknown>>): Promise<void> => {
    await client.ask('POST', at(address), { body: { ...others, [fieldOf(address)]: value } });
  };

  return {
    async describe(address) {
      return hasField(await fieldsOf(address), address) ? { kind: 'there', address } : { kind: 'absent' };
    },
    async read(address) {
      const value = fieldIn(await fieldsOf(address), fieldOf(address));
      return value === undefined ? { kind: 'absent' } : { kind: 'value', value };
    },
    async create(address, value) {
      const before = await fieldsOf(address);
      if (Object.hasOwn(before, fieldOf(address))) return 'taken';
      await write(address, value, before);
      return 'created';
    },
    async addVersion(address, value) {
      await write(address, value, await fieldsOf(address));
    },
    async list() {
      return (await listBelow(client, pathOf(mount))).map(name => ({ manager: 'vault', container: mount, name }));
    },
  };
}
