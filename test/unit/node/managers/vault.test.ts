import assert from 'node:assert/strict';
import { join } from 'node:path';
import { neverCancelled } from '../../../../src/engine/cancel.ts';
import type { SecretAddress } from '../../../../src/engine/managers/secret-address.ts';
import { formatPhrase } from '../../../../src/engine/phrase.ts';
import type { SecretManagersDeps } from '../../../../src/node/managers/manager-session.ts';
import { createSecretManagers } from '../../../../src/node/managers/secret-managers.ts';
import { type FakeServer, startFakeServer } from '../../../support/managers/fake-server.ts';
import { type FakeVault, startFakeVault } from '../../../support/managers/fake-vault.ts';
import { connectionTo } from '../../../support/managers/manager-world.ts';
import { selfSigned } from '../../../support/managers/self-signed.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const value = ['Zk4q9Lm2', 'Xw7tRb5v'].join('');

describe('Vault', () => {
  let server: FakeVault;
  let elsewhere: FakeServer | undefined;
  afterEach(async () => {
    await server.close();
    await elsewhere?.close();
  });

  const request = (field: string, { url = server.url, mount = 'secret' } = {}) => {
    const address: SecretAddress = { manager: 'vault', container: mount, name: 'app/dev', field };
    return {
      connection: connectionTo('vault', { endpoint: url, container: mount }),
      address,
      value,
      mode: 'create',
      cancel: neverCancelled,
    } as const;
  };
  const managersWith = (deps: SecretManagersDeps = {}) =>
    createSecretManagers({ environment: { VAULT_TOKEN: server.token }, homeFolder: temporaryFolder(), requestTimeout: 3000, ...deps });

  it('adds a field to a path by a patch, and leaves the others alone', async () => {
    server = await startFakeVault();
    server.held.set('secret/app/dev', [{ OTHER: 'kept', NUMBER: 5 }]);
    assert.equal((await managersWith().store(request('KEY'))).kind, 'stored');
    assert.deepEqual(server.held.get('secret/app/dev')?.at(-1), { OTHER: 'kept', NUMBER: 5, KEY: value });
    assert.equal(server.requests.find(({ method }) => method === 'PATCH')?.headers['content-type'], 'application/merge-patch+json');
  });

  it('does the same where its policy lets it update but not patch', async () => {
    server = await startFakeVault();
    server.held.set('secret/app/dev', [{ OTHER: 'kept' }]);
    server.deny('PATCH');
    assert.equal((await managersWith().store(request('KEY'))).kind, 'stored');
    assert.deepEqual(server.held.get('secret/app/dev')?.at(-1), { OTHER: 'kept', KEY: value });
  });

  it('keeps the other fields in version 1, too', async () => {
    server = await startFakeVault();
    server.held.set('kv1/app/dev', [{ OTHER: 'kept' }]);
    assert.equal((await managersWith().store(request('KEY', { mount: 'kv1' }))).kind, 'stored');
    assert.deepEqual(server.held.get('kv1/app/dev')?.at(-1), { OTHER: 'kept', KEY: value });
  });

  it('stores again what was deleted', async () => {
    server = await startFakeVault();
    server.held.set('secret/app/dev', [{ KEY: 'old' }, undefined]);
    const stored = await managersWith().store(request('KEY'));
    assert.ok(stored.kind === 'stored', stored.kind);
    assert.equal(stored.version, '3');
  });

  it('looks again when another field of the path changes meanwhile', async () => {
    server = await startFakeVault();
    server.held.set('secret/app/dev', [{ OTHER: 'one' }]);
    const isPatch = ({ method }: { method: string }) => method === 'PATCH';
    server.fail({ status: 400, body: { errors: ['check-and-set parameter did not match the current version'] } }, isPatch, 1);
    assert.equal((await managersWith().store(request('KEY'))).kind, 'stored');
  });

  it('says which policy is missing, and when it is the token', async () => {
    server = await startFakeVault();
    server.deny('POST', 'secret/data/');
    const refused = await managersWith().store(request('KEY'));
    assert.ok(refused.kind === 'failed' && refused.why === 'forbidden', refused.kind);
    assert.match(formatPhrase(refused.reason), /secret\/data\/app\/dev/);
    const expired = await managersWith({ environment: { VAULT_TOKEN: 'old' } }).store(request('KEY'));
    assert.ok(expired.kind === 'failed' && expired.why === 'not-signed-in', expired.kind);
    const unknown = await managersWith().store(request('KEY', { mount: 'nowhere' }));
    assert.ok(unknown.kind === 'failed' && unknown.why === 'forbidden', unknown.kind);
  });

  it('signs in with the token of the editor, of the environment, or of its own program', async () => {
    server = await startFakeVault({ token: 'right' });
    const homeFolder = temporaryFolder({ '.vault-token': 'right\n' });
    const asks = [
      managersWith({ token: async () => 'right', environment: { VAULT_TOKEN: 'wrong' } }),
      managersWith({ environment: { VAULT_TOKEN: 'right' } }),
      managersWith({ environment: { BAO_TOKEN: 'right', VAULT_TOKEN: 'wrong' } }),
      managersWith({ environment: {}, homeFolder }),
    ];
    for (const managers of asks) assert.deepEqual(await managers.read(request('KEY')), { kind: 'absent' });
    const nobody = await managersWith({ environment: {} }).read(request('KEY'));
    assert.ok(nobody.kind === 'failed' && nobody.why === 'not-signed-in');
  });

  it('goes where VAULT_ADDR says, in the namespace that is set', async () => {
    server = await startFakeVault();
    const { address, cancel } = request('KEY');
    const environment = { VAULT_ADDR: `${server.url}/`, VAULT_TOKEN: server.token, VAULT_NAMESPACE: 'team' };
    const connection = connectionTo('vault');
    const managers = managersWith({ environment });
    assert.equal(await managers.destinationOf(connection), new URL(server.url).host);
    await managers.read({ connection, address, cancel });
    assert.equal(server.requests.at(-1)?.headers['x-vault-namespace'], 'team');
  });

  it('trusts a certificate of its own only where VAULT_CACERT names it', async () => {
    const tls = selfSigned();
    server = await startFakeVault({ tls });
    const untrusted = await managersWith().store(request('KEY'));
    assert.ok(untrusted.kind === 'failed', untrusted.kind);
    assert.equal(untrusted.why, 'certificate', formatPhrase(untrusted.reason));
    assert.equal(untrusted.mayBeStored, false);
    assert.equal(server.requests.length, 0);
    const VAULT_CACERT = join(temporaryFolder({ 'ca.pem': tls.cert }), 'ca.pem');
    const stored = await managersWith({ environment: { VAULT_TOKEN: server.token, VAULT_CACERT } }).store(request('KEY'));
    assert.equal(stored.kind, 'stored', stored.kind === 'failed' ? formatPhrase(stored.reason) : '');
    const other = join(temporaryFolder({ 'ca.pem': selfSigned().cert }), 'ca.pem');
    const stranger = await managersWith({ environment: { VAULT_TOKEN: server.token, VAULT_CACERT: other } }).read(request('KEY'));
    assert.ok(stranger.kind === 'failed' && stranger.why === 'certificate', stranger.kind);
  });

  it('sends nothing to where it is pointed to', async () => {
    server = await startFakeVault();
    elsewhere = await startFakeServer(() => ({ status: 200, body: {} }));
    server.fail({ status: 307, headers: { location: `${elsewhere.url}/v1/secret/data/app/dev` } });
    const answer = await managersWith().store(request('KEY'));
    assert.ok(answer.kind === 'failed' && answer.why === 'refused', answer.kind);
    assert.match(formatPhrase(answer.reason), new RegExp(new URL(elsewhere.url).host));
    assert.equal(elsewhere.requests.length, 0);
  });

  it('sends nothing without encryption, but to this machine', async () => {
    server = await startFakeVault();
    const answer = await managersWith().store(request('KEY', { url: 'http://vault.example.com:8200' }));
    assert.ok(answer.kind === 'failed' && answer.why === 'refused', answer.kind);
    assert.match(formatPhrase(answer.reason), /without encryption/);
  });
});
