// Vault's KV engine with versions: `cas` makes a write a creation. https://openbao.org/api-docs/secret/kv/kv-v2/

import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import { asRecord } from './http-client.ts';
import { refused, unreadable } from './manager-failure.ts';
import type { OpenManager } from './secret-driver.ts';
import { fieldOf, listBelow, pathOf, type VaultClient } from './vault-client.ts';

interface Held {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly version: number;
  readonly changed: number | undefined;
}

export function vaultKv2(client: VaultClient, mount: string): OpenManager {
  const at = (kind: 'data' | 'metadata' | 'subkeys', { name }: SecretAddress): string => `${pathOf(mount)}/${kind}/${pathOf(name)}`;

  /** Nothing was ever there: version 0. Its last version was deleted: no fields, but a number that a write has to know. */
  const held = async (address: SecretAddress): Promise<Held> => {
    const { status, body } = await client.ask('GET', at('data', address), {}, [404]);
    const { data, metadata } = asRecord(asRecord(body)['data']);
    const { version, created_time: changed } = asRecord(metadata);
    if (status === 404) return { fields: {}, version: typeof version === 'number' ? version : 0, changed: undefined };
    if (typeof version !== 'number') throw unreadable(client.session.whom);
    return { fields: asRecord(data), version, changed: typeof changed === 'string' ? Date.parse(changed) : undefined };
  };

  /** The same without the values, where server and policy know of that. https://openbao.org/api-docs/secret/kv/kv-v2/#read-secret-subkeys */
  const outlined = async (address: SecretAddress): Promise<Held> => {
    const { status, body } = await client.ask('GET', at('subkeys', address), {}, [400, 403, 404, 405]);
    const { subkeys, metadata } = asRecord(asRecord(body)['data']);
    const { version, created_time: changed } = asRecord(metadata);
    if (status >= 400 || typeof version !== 'number') return held(address);
    return { fields: asRecord(subkeys), version, changed: typeof changed === 'string' ? Date.parse(changed) : undefined };
  };

  const write = async (address: SecretAddress, value: string, before: Held): Promise<'created' | 'taken'> => {
    const change = { [fieldOf(address)]: value };
    const options = { cas: before.version };
    const isPatch = Object.keys(before.fields).length > 0;
    const patched =
      isPatch &&
      (await client.ask('PATCH', at('data', address), { body: { options, data: change }, headers: mergePatch }, [400, 403, 405]));
    // Fewer policies have `patch` than `update`: the same, with the other fields that this very version holds.
    const { status, said } =
      patched && patched.status !== 403 && patched.status !== 405
        ? patched
        : await client.ask('POST', at('data', address), { body: { options, data: { ...before.fields, ...change } } }, [400]);
    if (status !== 400) return 'created';
    if (!said.includes('check-and-set')) throw refused(client.session.whom, said);
    return 'taken';
  };

  return {
    async describe(address) {
      const { fields, version, changed } = await outlined(address);
      if (!hasField(fields, address)) return { kind: 'absent' };
      return { kind: 'there', address, version: String(version), ...(changed !== undefined && { changed }) };
    },
    async read(address) {
      const value = fieldIn((await held(address)).fields, fieldOf(address));
      return value === undefined ? { kind: 'absent' } : { kind: 'value', value };
    },
    async create(address, value) {
      // The other fields of the path may change meanwhile: then it is worth another look, a few times.
      for (let tries = 0; tries < 3; tries++) {
        const before = await held(address);
        if (Object.hasOwn(before.fields, fieldOf(address))) return 'taken';
        if ((await write(address, value, before)) === 'created') return 'created';
      }
      return 'taken';
    },
    async addVersion(address, value) {
      if ((await write(address, value, await held(address))) === 'taken')
        throw refused(client.session.whom, 'somebody else changed it at the same moment');
    },
    async list() {
      return (await listBelow(client, `${pathOf(mount)}/metadata`)).map(name => ({ manager: 'vault', container: mount, name }));
    },
  };
}

const mergePatch = { 'content-type': 'application/merge-patch+json' };

/** An address without a field is that of all of them. */
export function hasField(fields: Readonly<Record<string, unknown>>, { field }: SecretAddress): boolean {
  return field === undefined ? Object.keys(fields).length > 0 : Object.hasOwn(fields, field || 'value');
}

/** A field that is no text is still taken. */
export function fieldIn(fields: Readonly<Record<string, unknown>>, field: string): string | undefined {
  if (!Object.hasOwn(fields, field)) return undefined;
  const value = fields[field];
  return typeof value === 'string' ? value : JSON.stringify(value);
}
