// The same promises, kept with servers that are not ours. `npm run test:managers` starts one and says which.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startFakeAzure } from '../support/managers/fake-azure.ts';
import { setEnvironment } from '../support/managers/fake-worlds.ts';
import { connectionTo, type ManagerWorld, managersIn } from '../support/managers/manager-world.ts';
import { awkwardValues, describeStoring, storeRequest } from '../support/managers/store-behaviours.ts';

const {
  id = '',
  url = '',
  token = '',
  folder = '',
} = JSON.parse(process.env['KEY_HYGIENE_REAL_MANAGER'] ?? '{}') as Record<string, string>;
const run = `${Date.now().toString(36)}${process.pid.toString(36)}`;
let names = 0;
const uniqueName = () => `NAME_${run}_${++names}`;

/** By the server: what it is asked for. */
const suites: Readonly<Record<string, () => void>> = {
  openbao() {
    storesIn('KV version 2', vaultWorld('secret'));
    describe('KV version 1', () => {
      before(() => vaultAsks('POST', 'sys/mounts/kv1', { type: 'kv', options: { version: '1' } }));
      describeStoring(() => vaultWorld('kv1'), uniqueName);
    });
    describe('with little allowed', () => {
      it('says which policy is missing, and keeps what is there', async () => {
        const policy = 'path "secret/data/app/*" { capabilities = ["read"] }';
        await vaultAsks('PUT', 'sys/policies/acl/reader', { policy });
        const reader = await vaultAsks('POST', 'auth/token/create', { policies: ['reader'] });
        const { client_token: VAULT_TOKEN } = (reader as { auth: { client_token: string } }).auth;
        const request = storeRequest(vaultWorld('secret'), uniqueName(), awkwardValues[0] ?? '');
        const answer = await managersIn({ ...vaultWorld('secret'), deps: { environment: { VAULT_TOKEN } } }).store(request);
        assert.ok(answer.kind === 'failed' && !answer.mayBeStored, answer.kind);
        assert.equal(answer.why, 'forbidden');
        assert.deepEqual(await managersIn(vaultWorld('secret')).read(request), { kind: 'absent' });
      });

      it('stores with “create, update and read”, without “patch”', async () => {
        const policy = 'path "secret/data/app/*" { capabilities = ["create", "update", "read"] }';
        await vaultAsks('PUT', 'sys/policies/acl/writer', { policy });
        const writer = await vaultAsks('POST', 'auth/token/create', { policies: ['writer'] });
        const { client_token: VAULT_TOKEN } = (writer as { auth: { client_token: string } }).auth;
        const world = { ...vaultWorld('secret'), deps: { environment: { VAULT_TOKEN } } };
        const first = storeRequest(world, uniqueName(), awkwardValues[0] ?? '');
        assert.equal((await managersIn(world).store(first)).kind, 'stored');
        assert.equal((await managersIn(world).store(storeRequest(world, uniqueName(), awkwardValues[1] ?? ''))).kind, 'stored');
        assert.deepEqual(await managersIn(world).read(first), { kind: 'value', value: first.value });
      });

      it('tells a token that is none from a policy that is missing', async () => {
        const world = { ...vaultWorld('secret'), deps: { environment: { VAULT_TOKEN: 'none' } } };
        const answer = await managersIn(world).store(storeRequest(world, uniqueName(), awkwardValues[0] ?? ''));
        assert.ok(answer.kind === 'failed' && answer.why === 'not-signed-in', answer.kind);
      });

      it('stores again where the last version was deleted', async () => {
        const request = storeRequest(vaultWorld('secret', 'app/deleted'), uniqueName(), awkwardValues[0] ?? '');
        await managersIn(vaultWorld('secret')).store(request);
        await vaultAsks('DELETE', 'secret/data/app/deleted');
        assert.deepEqual(await managersIn(vaultWorld('secret')).read(request), { kind: 'absent' });
        assert.equal((await managersIn(vaultWorld('secret')).store(request)).kind, 'stored');
      });
    });
  },
  moto() {
    const credentials = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_EC2_METADATA_DISABLED: 'true' };
    before(() => void setEnvironment(credentials));
    storesIn('Secrets Manager', awsWorld('aws-secrets-manager'));
    storesIn('Parameter Store', awsWorld('aws-parameter-store'));
  },
  'lowkey-vault': () =>
    storesIn(
      'Key Vault',
      azureWorld(url, async () => 'any'),
    ),
  'azure-client'() {
    it('the official client reads what we store, and we read what it stores', async () => {
      const server = await startFakeAzure();
      const { SecretClient } = createRequire(join(folder, 'package.json'))('@azure/keyvault-secrets');
      const getToken = async () => ({ token: server.token, expiresOnTimestamp: Date.now() + 3_600_000 });
      const options = { allowInsecureConnection: true, disableChallengeResourceVerification: true };
      const client = new SecretClient(server.url, { getToken }, options);
      const world = azureWorld(server.url, async () => server.token);
      const request = storeRequest(world, 'OURS', awkwardValues[0] ?? '');
      assert.equal((await managersIn(world).store(request)).kind, 'stored');
      assert.equal((await client.getSecret('OURS')).value, request.value);
      await client.setSecret('THEIRS', awkwardValues[1]);
      assert.deepEqual(await managersIn(world).read(storeRequest(world, 'THEIRS', '')), { kind: 'value', value: awkwardValues[1] });
      await server.close();
    });
  },
  drongo: () => storesIn('Secret Manager', googleWorld()),
};

describe(id, () => suites[id]?.());

function storesIn(title: string, world: ManagerWorld): void {
  describe(title, () => describeStoring(() => world, uniqueName));
}

function vaultWorld(mount: string, path = 'app/dev'): ManagerWorld {
  return {
    connection: connectionTo('vault', { endpoint: url, container: mount }),
    deps: { environment: { VAULT_TOKEN: token }, requestTimeout: 20_000 },
    address: field => ({ manager: 'vault', container: mount, name: path, field }),
    close: async () => {},
  };
}

async function vaultAsks(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${url}/v1/${path}`, { method, headers: { 'x-vault-token': token }, body: JSON.stringify(body) });
  assert.ok(response.ok, `${method} ${path}: ${response.status}`);
  return response.status === 204 ? undefined : response.json();
}

function awsWorld(manager: 'aws-secrets-manager' | 'aws-parameter-store'): ManagerWorld {
  const container = 'eu-central-1';
  return {
    connection: connectionTo(manager, { endpoint: url, container }),
    deps: { requestTimeout: 20_000 },
    address: name => ({ manager, container, name: `/app/dev/${name}` }),
    close: async () => {},
  };
}

function azureWorld(container: string, getToken: () => Promise<string>): ManagerWorld {
  return {
    connection: connectionTo('azure-key-vault', { container }),
    deps: { token: getToken, requestTimeout: 20_000 },
    address: name => ({ manager: 'azure-key-vault', container, name: name.replaceAll('_', '-') }),
    close: async () => {},
  };
}

function googleWorld(): ManagerWorld {
  return {
    connection: connectionTo('google-secret-manager', { endpoint: url, container: 'shop-dev' }),
    deps: { token: async () => 'any', requestTimeout: 20_000 },
    address: name => ({ manager: 'google-secret-manager', container: 'shop-dev', name }),
    close: async () => {},
  };
}
