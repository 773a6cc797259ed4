// Every manager with its fake.

import type { SecretAddress } from '../../../src/engine/managers/secret-address.ts';
import { type FakeAws, startFakeAws } from './fake-aws.ts';
import { startFakeVault } from './fake-vault.ts';
import { connectionTo, type FakeWorld, type NamedWorld } from './manager-world.ts';

export const fakeWorlds: readonly NamedWorld<FakeWorld>[] = [
  { title: 'Vault, KV version 2', start: () => vaultWorld('secret') },
  { title: 'Vault, KV version 1', start: () => vaultWorld('kv1') },
  { title: 'AWS Secrets Manager', start: () => awsWorld('aws-secrets-manager', aws => aws.secrets) },
  { title: 'AWS Parameter Store', start: () => awsWorld('aws-parameter-store', aws => aws.parameters) },
];

async function vaultWorld(mount: 'secret' | 'kv1'): Promise<FakeWorld> {
  const server = await startFakeVault();
  const manager = 'vault';
  return {
    server,
    connection: connectionTo(manager, { endpoint: server.url, container: mount }),
    deps: { environment: { VAULT_TOKEN: server.token } },
    address: name => ({ manager, container: mount, name: 'app/dev', field: name }),
    held: ({ name, field = '' }) =>
      (server.held.get(`${mount}/${name}`) ?? []).flatMap(fields => (fields && field in fields ? [String(fields[field])] : [])),
    isWrite: ({ method }) => method === 'POST' || method === 'PATCH',
    forbidden: { status: 403, body: { errors: ['1 error occurred:\n\t* permission denied\n\n'] } },
    expired: { status: 403, body: { errors: ['permission denied'] } },
    close: server.close,
  };
}

async function awsWorld(
  manager: 'aws-secrets-manager' | 'aws-parameter-store',
  held: (aws: FakeAws) => Map<string, string[]>,
): Promise<FakeWorld> {
  const server = await startFakeAws();
  const restore = setEnvironment(server.environment);
  const container = 'eu-central-1';
  const headers = { 'content-type': 'application/x-amz-json-1.1' };
  const error = (type: string) => ({ status: 400, body: { __type: type, Message: 'You are not authorized.' }, headers });
  return {
    server,
    connection: connectionTo(manager, { endpoint: server.url, container }),
    deps: {},
    address: (name): SecretAddress => ({ manager, container, name: `/app/dev/${name}` }),
    held: ({ name }) => held(server).get(name) ?? [],
    isWrite: ({ headers: { 'x-amz-target': target } }) => /Create|Put/.test(String(target)),
    forbidden: error('AccessDeniedException'),
    expired: error('ExpiredTokenException'),
    close: () => {
      restore();
      return server.close();
    },
  };
}

/** AWS's client reads the environment of this process. Answers what puts it back. */
export function setEnvironment(variables: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(variables).map(name => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}
