import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { neverCancelled } from '../../../../src/engine/cancel.ts';
import { formatPhrase } from '../../../../src/engine/phrase.ts';
import type { SecretManagersDeps } from '../../../../src/node/managers/manager-session.ts';
import { createSecretManagers } from '../../../../src/node/managers/secret-managers.ts';
import { type FakeGoogle, startFakeGoogle } from '../../../support/managers/fake-google.ts';
import { type FakeServer, startFakeServer } from '../../../support/managers/fake-server.ts';
import { connectionTo } from '../../../support/managers/manager-world.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const value = ['Zk4q9Lm2', 'Xw7tRb5v'].join('');

describe('Google Secret Manager', () => {
  let server: FakeGoogle;
  let tokens: FakeServer;
  let signIns: URLSearchParams[];
  beforeEach(async () => {
    signIns = [];
    server = await startFakeGoogle();
    tokens = await startFakeServer(({ body }) => {
      signIns.push(new URLSearchParams(body));
      return { status: 200, body: { access_token: server.token, token_type: 'Bearer', expires_in: 3600 } };
    });
  });
  afterEach(async () => {
    await server.close();
    await tokens.close();
  });

  const request = () => {
    const address = { manager: 'google-secret-manager', container: server.project, name: 'OPENAI_API_KEY' } as const;
    const connection = connectionTo('google-secret-manager', { endpoint: server.url, container: server.project });
    return { connection, address, value, mode: 'create', cancel: neverCancelled } as const;
  };
  const managersWith = (deps: SecretManagersDeps) =>
    createSecretManagers({ environment: {}, homeFolder: temporaryFolder(), requestTimeout: 3000, ...deps });
  const signedIn = () => managersWith({ token: async () => server.token });

  it('continues a secret that was left without a value', async () => {
    server.held.set('OPENAI_API_KEY', []);
    const answer = await signedIn().store(request());
    assert.ok(answer.kind === 'stored' && !answer.already, answer.kind);
    assert.equal(server.held.get('OPENAI_API_KEY')?.length, 1);
  });

  it('continues its own when it was cut off between the secret and its value', async () => {
    server.fail('drop', ({ path }) => path.endsWith(':addVersion'), 1);
    const first = await signedIn().store(request());
    assert.ok(first.kind === 'failed' && !first.mayBeStored, first.kind);
    assert.equal((await signedIn().store(request())).kind, 'stored');
  });

  it('compares the checksum of what it reads', async () => {
    const body = { payload: { data: Buffer.from(value).toString('base64'), dataCrc32c: '1' } };
    server.fail({ status: 200, body }, ({ path }) => path.endsWith(':access'));
    const answer = await signedIn().read(request());
    assert.ok(answer.kind === 'failed' && answer.why === 'unreadable-answer', answer.kind);
  });

  it('signs in with the default credentials of a user', async () => {
    const credentials = {
      type: 'authorized_user',
      client_id: 'id',
      client_secret: 'cs',
      refresh_token: 'rt',
      token_uri: `${tokens.url}/token`,
    };
    const folder = temporaryFolder({ '.config/gcloud/application_default_credentials.json': JSON.stringify(credentials) });
    // Google’s library knows where users get theirs: what is sent there cannot be had here, but that it is asked can.
    let asked: object | undefined;
    const loadGoogleAuth = async () => ({
      googleAccessToken: async (given: object) => {
        asked = given;
        return server.token;
      },
    });
    assert.equal((await managersWith({ homeFolder: folder, loadGoogleAuth }).store(request())).kind, 'stored');
    assert.deepEqual(asked, credentials);
    assert.ok(server.requests.every(({ headers }) => headers['x-goog-user-project'] === server.project));
  });

  it('signs in with the key of a service account, by Google’s own library', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const credentials = {
      type: 'service_account',
      client_email: 'a@shop-dev.iam.gserviceaccount.com',
      private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      project_id: server.project,
    };
    const GOOGLE_APPLICATION_CREDENTIALS = join(temporaryFolder({ 'key.json': JSON.stringify(credentials) }), 'key.json');
    let token = '';
    const { googleAccessToken } = await import('../../../../src/node/managers/google-auth.ts');
    const original = globalThis.fetch;
    // The library sends a signed assertion to Google: here it is answered by our own server.
    globalThis.fetch = (input, init) =>
      original(String(input).startsWith('https://oauth2.googleapis.com/') ? `${tokens.url}/token` : input, init);
    try {
      token = (await googleAccessToken(credentials, ['https://www.googleapis.com/auth/cloud-platform'])) ?? '';
      assert.equal((await managersWith({ environment: { GOOGLE_APPLICATION_CREDENTIALS } }).store(request())).kind, 'stored');
    } finally {
      globalThis.fetch = original;
    }
    assert.equal(token, server.token);
    assert.ok(server.requests.every(({ headers }) => headers['x-goog-user-project'] === undefined));
    assert.equal(signIns[0]?.get('grant_type'), 'urn:ietf:params:oauth:grant-type:jwt-bearer');
  });

  it('says how to sign in, and which file it could not read', async () => {
    const nobody = await managersWith({}).store(request());
    assert.ok(nobody.kind === 'failed' && nobody.why === 'not-signed-in', nobody.kind);
    assert.match(formatPhrase(nobody.reason), /gcloud auth application-default login/);
    const wrong = await managersWith({ environment: { GOOGLE_APPLICATION_CREDENTIALS: '/nonexistent.json' } }).store(request());
    assert.ok(wrong.kind === 'failed' && wrong.why === 'not-signed-in', wrong.kind);
    assert.match(formatPhrase(wrong.reason), /GOOGLE_APPLICATION_CREDENTIALS/);
  });
});
