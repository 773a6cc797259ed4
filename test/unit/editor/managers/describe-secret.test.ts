import assert from 'node:assert/strict';
import { describeSecret } from '../../../../src/editor/managers/describe-secret.ts';
import { neverCancelled } from '../../../../src/engine/cancel.ts';
import { type ConnectionSettingName, connectionTo } from '../../../../src/engine/managers/connection-words.ts';
import type { SecretAddress } from '../../../../src/engine/managers/secret-address.ts';
import type { StoreFailed } from '../../../../src/engine/managers/secret-store.ts';
import { createSecretManagers } from '../../../../src/node/managers/secret-managers.ts';
import { type FakeVault, startFakeVault } from '../../../support/managers/fake-vault.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const value = ['Zk4q', '9Lm2', 'Xw7p'].join('');

describe('asking a manager whether it has a secret', () => {
  let server: FakeVault;
  beforeEach(async () => {
    server = await startFakeVault();
    server.held.set('secret/shop/dev', [{ A_KEY: value }]);
    told.length = 0;
  });
  afterEach(() => server.close());

  const told: StoreFailed[] = [];
  const ask = (name: string, { container = '', mayAsk = true, token = server.token, again = false, field = 'A_KEY' } = {}) => {
    const address: SecretAddress = { manager: 'vault', container, name, ...(field && { field }) };
    const settings: Record<ConnectionSettingName, Record<string, string>> = {
      vault: { address: server.url, mount: 'secret' },
      aws: {},
      azureKeyVault: {},
      googleSecretManager: {},
      onePassword: {},
      doppler: {},
      infisical: {},
    };
    return describeSecret(
      {
        managers: createSecretManagers({ environment: { VAULT_TOKEN: token }, homeFolder: temporaryFolder(), requestTimeout: 3000 }),
        dialogs: {
          mayAsk: async () => mayAsk,
          busy: run => run(neverCancelled),
          afterFailure: async failed => {
            server.heal();
            return told.push(failed) === 1 && again ? 'again' : undefined;
          },
        },
      },
      { connection: connectionTo(settings, address), address },
    );
  };

  it('sends nothing, not even a token, where the user does not want it', async () => {
    assert.equal(await ask('shop/dev', { mayAsk: false }), undefined);
    assert.equal(server.requests.length, 0);
  });

  it('tells the version and the date of what is there, and not its value', async () => {
    const found = await ask('shop/dev');
    assert.equal(found?.kind, 'there');
    assert.equal(found?.kind === 'there' && found.version, '1');
    assert.ok(!JSON.stringify(found).includes(value));
  });

  it('tells what is not there', async () => {
    assert.equal((await ask('shop/prod'))?.kind, 'absent');
  });

  it('looks where the reference says, before where the settings say', async () => {
    assert.notEqual((await ask('shop/dev', { container: 'kv1' }))?.kind, 'there');
    assert.equal((await ask('shop/dev', { container: 'secret' }))?.kind, 'there');
    assert.ok(server.requests.some(({ path }) => path.includes('/kv1')));
  });

  it('tells why it could not be told', async () => {
    assert.equal(await ask('shop/dev', { token: ['not', 'the', 'token'].join('-') }), undefined);
    assert.deepEqual(
      told.map(({ why }) => why),
      ['not-signed-in'],
    );
  });

  it('asks again when the user wants that', async () => {
    server.fail({ status: 400, body: { errors: ['no'] } });
    assert.equal((await ask('shop/dev', { again: true }))?.kind, 'there');
    assert.equal(told.length, 1);
  });

  it('asks for the names of fields, not for their values', async () => {
    await ask('shop/dev');
    assert.ok(server.requests.some(({ path }) => path === '/v1/secret/subkeys/shop/dev'));
    assert.ok(!server.requests.some(({ path }) => path.startsWith('/v1/secret/data/')));
  });

  it('reads what a policy or an older server shows in no other way', async () => {
    server.deny('GET', 'secret/subkeys/');
    assert.equal((await ask('shop/dev'))?.kind, 'there');
    server.held.set('secret/shop/gone', [{ A_KEY: value }, undefined]);
    assert.equal((await ask('shop/gone'))?.kind, 'absent');
  });

  it('takes a reference without a field for all of the secret', async () => {
    assert.equal((await ask('shop/dev', { field: '' }))?.kind, 'there');
    assert.equal((await ask('shop/dev', { field: 'OTHER' }))?.kind, 'absent');
    assert.equal((await ask('shop/none', { field: '' }))?.kind, 'absent');
  });
});
