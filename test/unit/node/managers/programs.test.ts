// What 1Password, Doppler, Infisical and AWS have of their own.

import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { neverCancelled } from '../../../../src/engine/cancel.ts';
import type { SecretAddress } from '../../../../src/engine/managers/secret-address.ts';
import type { ManagerConnection } from '../../../../src/engine/managers/secret-store.ts';
import { formatPhrase } from '../../../../src/engine/phrase.ts';
import { createSecretManagers } from '../../../../src/node/managers/secret-managers.ts';
import { startFakeAws } from '../../../support/managers/fake-aws.ts';
import { machineIdentity, startFakeInfisical } from '../../../support/managers/fake-infisical.ts';
import { installFakePrograms } from '../../../support/managers/fake-programs.ts';
import { setEnvironment } from '../../../support/managers/fake-worlds.ts';
import { connectionTo } from '../../../support/managers/manager-world.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const value = ['Zk4q9Lm2', 'Xw7tRb5v'].join('');

/** Servers that a test has started, and what it changed: ended however it ends. */
const toEnd: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of toEnd.splice(0)) await end();
});

function requestFor(connection: ManagerConnection, address: Omit<SecretAddress, 'manager'>) {
  return { connection, address: { manager: connection.manager, ...address }, value, mode: 'create', cancel: neverCancelled } as const;
}

describe('1Password', () => {
  it('never makes a second item of a title, and touches no item for another field', async () => {
    const programs = installFakePrograms(['op']);
    programs.plant('OPENAI_API_KEY', 'somebody’s own');
    const managers = createSecretManagers({ environment: { PATH: programs.folder }, homeFolder: programs.folder });
    const connection = connectionTo('1password', { container: 'Shop' });
    for (const field of ['credential', 'other']) {
      const answer = await managers.store(requestFor(connection, { container: 'Shop', name: 'OPENAI_API_KEY', field }));
      assert.ok(answer.kind === 'there', answer.kind);
      assert.equal(answer.version, '1');
    }
    assert.deepEqual(programs.held.get('OPENAI_API_KEY'), ['somebody’s own']);
  });

  it('says that a vault does not exist, and that the program is missing', async () => {
    const programs = installFakePrograms(['op']);
    const connection = connectionTo('1password', { container: 'Nowhere' });
    const request = requestFor(connection, { container: 'Nowhere', name: 'KEY' });
    const answer = await createSecretManagers({ environment: { PATH: programs.folder }, homeFolder: programs.folder }).store(request);
    assert.ok(answer.kind === 'failed' && answer.why === 'not-found', answer.kind);
    assert.match(formatPhrase(answer.reason), /Nowhere/);
    const missing = await createSecretManagers({ environment: { PATH: temporaryFolder() } }).store(request);
    assert.ok(missing.kind === 'failed' && missing.why === 'missing-tool', missing.kind);
  });
});

describe('Doppler', () => {
  it('refuses what it would read as a reference, before anything is sent', async () => {
    const programs = installFakePrograms(['doppler']);
    const connection = connectionTo('doppler', { container: 'shop/dev' });
    const request = { ...requestFor(connection, { container: 'shop/dev', name: 'KEY' }), value: `a-${'$'}{OTHER}-b` };
    const answer = await createSecretManagers({ environment: { PATH: programs.folder }, homeFolder: programs.folder }).store(request);
    assert.ok(answer.kind === 'failed' && answer.why === 'refused' && !answer.mayBeStored, answer.kind);
    assert.ok(programs.calls.every(({ args }) => args[1] !== 'set'));
  });
});

describe('Infisical', () => {
  it('signs in as a machine, where it is one', async () => {
    const server = await startFakeInfisical();
    toEnd.push(server.close);
    const container = `${server.project}/dev`;
    const connection = connectionTo('infisical', { container });
    const environment = { INFISICAL_API_URL: `${server.url}/api`, ...machineIdentity };
    const request = requestFor(connection, { container, name: '/shop/KEY' });
    assert.equal((await createSecretManagers({ environment }).store(request)).kind, 'stored');
    assert.ok(server.held.has('/shop KEY'));
    const wrong = { ...environment, INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET: 'wrong' };
    const refused = await createSecretManagers({ environment: wrong }).store(request);
    assert.ok(refused.kind === 'failed' && refused.why === 'not-signed-in', refused.kind);
  });
});

describe('AWS', () => {
  it('tells of a secret that is scheduled for deletion', async () => {
    const server = await startFakeAws();
    toEnd.push(server.close, setEnvironment(server.environment));
    server.deleted.add('app/KEY');
    const connection = connectionTo('aws-secrets-manager', { endpoint: server.url, container: 'eu-central-1' });
    const request = requestFor(connection, { container: 'eu-central-1', name: 'app/KEY' });
    const answer = await createSecretManagers({}).store(request);
    assert.ok(answer.kind === 'failed' && answer.why === 'refused' && !answer.mayBeStored, answer.kind);
    assert.match(formatPhrase(answer.reason), /deleted secret app\/KEY/);
    assert.equal((await createSecretManagers({}).describe(request)).kind, 'absent');
  });

  it('says how to sign in, with the profile', async () => {
    const folder = temporaryFolder({ config: '[profile other]\n' });
    const restore = setEnvironment({
      AWS_CONFIG_FILE: `${folder}/config`,
      AWS_SHARED_CREDENTIALS_FILE: `${folder}/none`,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ACCESS_KEY_ID: '',
      AWS_SECRET_ACCESS_KEY: '',
    });
    const connection = connectionTo('aws-secrets-manager', { container: 'eu-central-1', scope: 'other', endpoint: 'http://127.0.0.1:9' });
    const answer = await createSecretManagers({}).store(requestFor(connection, { container: 'eu-central-1', name: 'app/KEY' }));
    restore();
    assert.ok(answer.kind === 'failed', answer.kind);
    assert.equal(answer.why, 'not-signed-in', formatPhrase(answer.reason));
    assert.match(formatPhrase(answer.reason), /aws sso login --profile other/);
  });
});

describe('what a program says', () => {
  const signedOut = [
    'ERROR: (gcloud.auth.print-access-token) You do not currently have an active account selected.',
    'Please run:',
    '',
    '  $ gcloud auth login',
    '',
    'to obtain new credentials.',
    '',
    'If you have already logged in with a different account, run:',
    '  $ gcloud config set account ACCOUNT',
  ];

  it('is understood as a whole, and told from the error on', async () => {
    const connection = connectionTo('google-secret-manager', { container: 'shop-dev' });
    const request = requestFor(connection, { container: 'shop-dev', name: 'KEY' });
    const answer = await createSecretManagers({
      environment: { PATH: failingProgram('gcloud', signedOut) },
      homeFolder: temporaryFolder(),
    }).read(request);
    assert.ok(answer.kind === 'failed' && answer.why === 'not-signed-in', answer.kind);
    const other = failingProgram('doppler', ['Updating …', 'Doppler Error: Config is locked', 'Try again.']);
    const locked = await createSecretManagers({ environment: { PATH: other }, homeFolder: temporaryFolder() }).read(
      requestFor(connectionTo('doppler', { container: 'shop/dev' }), { container: 'shop/dev', name: 'KEY' }),
    );
    assert.ok(locked.kind === 'failed' && locked.why === 'refused', locked.kind);
    assert.equal(formatPhrase(locked.reason), 'Doppler (doppler) refused it: Config is locked Try again');
  });

  it('never holds the value, even where a program quotes it', async () => {
    const folder = failingProgram('op', [`[ERROR] 2026/03/01 10:00:00 cannot parse "${value}" of 429 characters`]);
    const connection = connectionTo('1password', { container: 'Shop' });
    const answer = await createSecretManagers({ environment: { PATH: folder }, homeFolder: temporaryFolder() }).store(
      requestFor(connection, { container: 'Shop', name: 'KEY' }),
    );
    assert.ok(answer.kind === 'failed');
    assert.ok(!formatPhrase(answer.reason).includes(value.slice(0, 8)));
  });
});

function failingProgram(name: string, says: readonly string[]): string {
  const folder = temporaryFolder({
    [name]: `#!${process.execPath}\nprocess.stderr.write(${JSON.stringify(`${says.join('\n')}\n`)});process.exit(1);\n`,
  });
  chmodSync(join(folder, name), 0o755);
  return folder;
}
