// A secret manager for the helpers that fixes write: the official library of a program talks to a fake of this process.

import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import type { ManagerId } from '../../../src/engine/managers/manager-id.ts';
import type { SecretAddress } from '../../../src/engine/managers/secret-address.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type FakeAws, startFakeAws } from './fake-aws.ts';
import { type FakeAzure, startFakeAzure } from './fake-azure.ts';
import { startFakeGoogle } from './fake-google.ts';
import { startFakeGrpcGoogle } from './fake-google-grpc.ts';
import { machineIdentity, startFakeInfisical } from './fake-infisical.ts';
import { type FakeAnswer, type FakeRequest, type FakeServer, startFakeServer } from './fake-server.ts';
import { startFakeVault } from './fake-vault.ts';
import { selfSigned } from './self-signed.ts';
import { startTlsDetour } from './tls-detour.ts';

interface HelperWorld {
  /** Of the program: where the manager is, and who the program is. */
  readonly environment: Readonly<Record<string, string>>;
  address(variable: string): SecretAddress;
  hold(variable: string, value: string): void;
  /** The next read of a variable is refused. */
  refuseOnce(variable: string): void;
  /** How often the value of a variable was handed out. */
  reads(variable: string): number;
  close(): Promise<void>;
}

/** `packages`: a folder with Google's library for JavaScript. */
export type HelperWorlds = Readonly<Partial<Record<ManagerId, (packages: string) => Promise<HelperWorld>>>>;

export const helperWorlds: HelperWorlds = {
  vault: vaultWorld,
  'aws-secrets-manager': () => awsWorld('aws-secrets-manager', aws => aws.secrets),
  'aws-parameter-store': () => awsWorld('aws-parameter-store', aws => aws.parameters),
  'azure-key-vault': azureWorld,
  'google-secret-manager': googleWorld,
  infisical: infisicalWorld,
};

/** The same for languages whose library of Google speaks REST. */
export const restWorlds: HelperWorlds = { ...helperWorlds, 'google-secret-manager': googleRestWorld };

/** The same for those that heed no proxy. */
export const directWorlds: HelperWorlds = { ...helperWorlds, 'azure-key-vault': azureDirectWorld };

/** In the words of each of them. */
const refusal: FakeAnswer = {
  status: 403,
  body: {
    __type: 'AccessDeniedException',
    errors: ['permission denied'],
    error: { code: 'Forbidden', message: 'denied' },
    message: 'denied',
  },
  headers: { 'x-amzn-errortype': 'AccessDeniedException' },
};

function serverPart(server: FakeServer, isRead: (request: FakeRequest, variable: string) => boolean) {
  return {
    refuseOnce: (variable: string) => server.fail(refusal, request => isRead(request, variable), 1),
    reads: (variable: string) => server.requests.filter(request => isRead(request, variable)).length,
    close: server.close,
  };
}

/** What is refused once is in an engine of version 1. */
async function vaultWorld(): Promise<HelperWorld> {
  const server = await startFakeVault();
  const isOld = (variable: string): boolean => variable.startsWith('FLAKY');
  return {
    environment: { VAULT_ADDR: server.url, VAULT_TOKEN: server.token },
    address: variable => ({ manager: 'vault', container: isOld(variable) ? 'kv1' : 'secret', name: `app/${variable}`, field: 'value' }),
    hold: (variable, value) => server.held.set(`${isOld(variable) ? 'kv1' : 'secret'}/app/${variable}`, [{ value }]),
    ...serverPart(server, ({ path }, variable) => path === `/v1/${isOld(variable) ? 'kv1' : 'secret/data'}/app/${variable}`),
  };
}

async function awsWorld(manager: ManagerId, held: (aws: FakeAws) => Map<string, string[]>): Promise<HelperWorld> {
  const server = await startFakeAws();
  return {
    environment: server.environment,
    address: variable => ({ manager, container: '', name: `/app/${variable}` }),
    hold: (variable, value) => held(server).set(`/app/${variable}`, [value]),
    ...serverPart(server, ({ body }, variable) => body.includes(`/app/${variable}"`)),
  };
}

async function azureWorld(): Promise<HelperWorld> {
  const server = await startFakeAzure();
  const host = 'sample.vault.azure.net';
  const detour = await startTlsDetour({ host, port: portOf(server.url), protocol: 'http/1.1' });
  const world = await azureAt(server, `https://${host}`, detour.environment);
  return {
    ...world,
    async close() {
      detour.close();
      await world.close();
    },
  };
}

async function azureDirectWorld(): Promise<HelperWorld> {
  const tls = selfSigned();
  const server = await startFakeAzure(tls);
  const authority = path.join(temporaryFolder({ 'authority.pem': tls.cert }), 'authority.pem');
  return azureAt(server, `https://localhost:${portOf(server.url)}`, { SSL_CERT_FILE: authority });
}

/** Signed in as a program on Azure is: by the platform's own address for tokens. */
async function azureAt(server: FakeAzure, vault: string, environment: Readonly<Record<string, string>>): Promise<HelperWorld> {
  const tokens = await startFakeServer(({ query, headers }) => ({
    status: headers['x-identity-header'] === 'here' && query.get('api-version') === '2019-08-01' ? 200 : 400,
    body: { access_token: server.token, expires_on: '4102444800', resource: query.get('resource'), token_type: 'Bearer' },
  }));
  return {
    environment: {
      ...environment,
      AZURE_KEY_VAULT_URL: vault,
      IDENTITY_ENDPOINT: `${tokens.url}/token`,
      IDENTITY_HEADER: 'here',
    },
    address: variable => ({ manager: 'azure-key-vault', container: vault, name: variable }),
    hold: (variable, value) => server.held.set(variable, [value]),
    ...serverPart(
      server,
      ({ path, headers }, variable) => new RegExp(`^/secrets/${variable}/?$`).test(path) && headers.authorization !== undefined,
    ),
    async close() {
      await Promise.all([server.close(), tokens.close()]);
    },
  };
}

const googleHost = 'secretmanager.googleapis.com';

/** A file with a service account's key, which signs by itself. */
function serviceAccount(project: string): string {
  const account = {
    type: 'service_account',
    project_id: project,
    private_key_id: 'a',
    private_key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
    client_email: `reader@${project}.example.com`,
    token_uri: 'https://oauth2.googleapis.com/token',
  };
  return path.join(temporaryFolder({ 'account.json': JSON.stringify(account) }), 'account.json');
}

async function googleRestWorld(): Promise<HelperWorld> {
  const server = await startFakeGoogle(authorization => /^Bearer [\w-]+\.[\w-]+\.[\w-]+$/.test(authorization));
  const { project } = server;
  const detour = await startTlsDetour({ host: googleHost, port: portOf(server.url), protocol: 'http/1.1' });
  return {
    environment: { ...detour.environment, GOOGLE_APPLICATION_CREDENTIALS: serviceAccount(project), GOOGLE_CLOUD_PROJECT: project },
    address: variable => ({ manager: 'google-secret-manager', container: project, name: variable }),
    hold: (variable, value) => server.held.set(variable, [Buffer.from(value).toString('base64')]),
    ...serverPart(server, (request, variable) => request.path.endsWith(`/secrets/${variable}/versions/latest:access`)),
    async close() {
      detour.close();
      await server.close();
    },
  };
}

async function googleWorld(packages: string): Promise<HelperWorld> {
  const server = await startFakeGrpcGoogle(packages);
  const detour = await startTlsDetour({ host: googleHost, port: server.port, protocol: 'h2' });
  const file = serviceAccount('sample-project');
  return {
    environment: { ...detour.environment, GOOGLE_APPLICATION_CREDENTIALS: file, GOOGLE_CLOUD_PROJECT: 'sample-project' },
    address: variable => ({ manager: 'google-secret-manager', container: 'sample-project', name: variable }),
    hold: (variable, value) => server.held.set(variable, value),
    refuseOnce: server.refuseOnce,
    reads: variable => server.requests.filter(name => name === `projects/sample-project/secrets/${variable}/versions/latest`).length,
    async close() {
      detour.close();
      server.close();
    },
  };
}

async function infisicalWorld(): Promise<HelperWorld> {
  const server = await startFakeInfisical();
  return {
    environment: { ...machineIdentity, INFISICAL_API_URL: server.url, INFISICAL_PROJECT_ID: server.project, INFISICAL_ENVIRONMENT: 'dev' },
    address: variable => ({ manager: 'infisical', container: `${server.project}/dev`, name: `/app/${variable}` }),
    hold: (variable, value) => server.held.set(`/app ${variable}`, [value]),
    ...serverPart(server, ({ path }, variable) => path.endsWith(`/${variable}`)),
  };
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}
