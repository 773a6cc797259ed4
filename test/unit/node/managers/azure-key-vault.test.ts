import assert from 'node:assert/strict';
import { neverCancelled } from '../../../../src/engine/cancel.ts';
import { formatPhrase } from '../../../../src/engine/phrase.ts';
import type { SecretManagersDeps } from '../../../../src/node/managers/manager-session.ts';
import { createSecretManagers } from '../../../../src/node/managers/secret-managers.ts';
import { type FakeAzure, startFakeAzure } from '../../../support/managers/fake-azure.ts';
import { installFakePrograms } from '../../../support/managers/fake-programs.ts';
import { connectionTo } from '../../../support/managers/manager-world.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const value = ['Zk4q9Lm2', 'Xw7tRb5v'].join('');

describe('Azure Key Vault', () => {
  let server: FakeAzure;
  beforeEach(async () => {
    server = await startFakeAzure();
  });
  afterEach(() => server.close());

  const request = (container = server.url) => {
    const address = { manager: 'azure-key-vault', container, name: 'OPENAI-API-KEY' } as const;
    return {
      connection: connectionTo('azure-key-vault', { container, scope: 'tenant-id' }),
      address,
      value,
      mode: 'create',
      cancel: neverCancelled,
    } as const;
  };
  const managersWith = (deps: SecretManagersDeps) => createSecretManagers({ environment: {}, homeFolder: temporaryFolder(), ...deps });

  it('uses the account of the editor', async () => {
    const stored = await managersWith({ token: async () => server.token }).store(request());
    assert.equal(stored.kind, 'stored');
    assert.ok(server.requests.every(({ query }) => query.get('api-version') === '2025-07-01'));
  });

  it('falls back to “az”, for the vault’s service and the tenant', async () => {
    const programs = installFakePrograms(['az']);
    const stored = await managersWith({ environment: { PATH: programs.folder } }).store(request());
    assert.equal(stored.kind, 'stored');
    const expected = ['account', 'get-access-token', '--resource', 'https://vault.azure.net', '--output', 'json', '--tenant', 'tenant-id'];
    assert.deepEqual(programs.calls[0]?.args, expected);
  });

  it('says how to sign in where neither knows anybody', async () => {
    const answer = await managersWith({}).store(request());
    assert.ok(answer.kind === 'failed' && answer.why === 'not-signed-in', answer.kind);
    assert.match(formatPhrase(answer.reason), /az login/);
  });

  it('tells of a deleted secret that keeps its name', async () => {
    server.deleted.add('OPENAI-API-KEY');
    const answer = await managersWith({ token: async () => server.token }).store(request());
    assert.ok(answer.kind === 'failed' && answer.why === 'refused', answer.kind);
    assert.match(formatPhrase(answer.reason), /deleted secret OPENAI-API-KEY/);
  });

  it('sends no token to a host that is no vault', async () => {
    let asked = 0;
    const token = async () => `token ${++asked}`;
    for (const container of ['https://vault.azure.net.example.com', 'https://example.com', 'not an address'])
      assert.equal((await managersWith({ token }).read(request(container))).kind, 'failed');
    assert.equal(asked, 0);
    assert.equal(await managersWith({}).destinationOf(connectionTo('azure-key-vault', { container: 'shop' })), 'shop.vault.azure.net');
  });
});
