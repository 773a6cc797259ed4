// Every manager with its fake.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type FakeAws, startFakeAws } from './fake-aws.ts';
import { startFakeAzure } from './fake-azure.ts';
import { startFakeGoogle } from './fake-google.ts';
import { startFakeInfisical } from './fake-infisical.ts';
import { installFakePrograms } from './fake-programs.ts';
import type { FakeAnswer, FakeRequest, FakeServer } from './fake-server.ts';
import { startFakeVault } from './fake-vault.ts';
import { connectionTo, type FakeWorld, type NamedWorld, type WorldFault } from './manager-world.ts';

export const fakeWorlds: readonly NamedWorld<FakeWorld>[] = [
  { title: 'Vault, KV version 2', start: () => vaultWorld('secret') },
  { title: 'Vault, KV version 1', start: () => vaultWorld('kv1') },
  { title: 'AWS Secrets Manager', start: () => awsWorld('aws-secrets-manager', aws => aws.secrets) },
  { title: 'AWS Parameter Store', start: () => awsWorld('aws-parameter-store', aws => aws.parameters) },
  { title: 'Azure Key Vault', start: azureWorld },
  { title: 'Google Secret Manager', start: googleWorld },
  { title: 'Infisical', start: infisicalWorld },
  { title: '1Password', start: onePasswordWorld },
  { title: 'Doppler', start: dopplerWorld },
];

type Answers = Readonly<Record<Exclude<WorldFault, 'hang' | 'late' | 'cut' | 'garbage'>, FakeAnswer>>;

function serverFaults(
  server: FakeServer,
  isWrite: (request: FakeRequest) => boolean,
  answers: Answers,
  isOf: (fault: WorldFault, request: FakeRequest) => boolean = () => true,
) {
  return {
    writes: () => server.requests.filter(isWrite).length,
    fail(fault: WorldFault, on: 'writes' | 'everything', times?: number) {
      const isMechanical = fault === 'hang' || fault === 'late' || fault === 'cut' || fault === 'garbage';
      server.fail(isMechanical ? fault : answers[fault], on === 'writes' ? isWrite : request => isOf(fault, request), times);
    },
    heal: server.heal,
    vanish: server.close,
    close: server.close,
  };
}

function answersOf(error: (status: number) => unknown): Answers {
  const answer = (status: number, headers = {}): FakeAnswer => ({ status, body: error(status), headers });
  return {
    forbidden: answer(403),
    expired: answer(401),
    missing: answer(404),
    conflict: answer(409),
    busy: answer(429, { 'retry-after': '0' }),
    'busy for long': answer(429, { 'retry-after': '3600' }),
    broken: answer(500),
  };
}

async function vaultWorld(mount: 'secret' | 'kv1'): Promise<FakeWorld> {
  const server = await startFakeVault();
  const manager = 'vault';
  const answers = answersOf(status => ({ errors: [status === 403 ? '1 error occurred:\n\t* permission denied\n\n' : 'it went wrong'] }));
  return {
    connection: connectionTo(manager, { endpoint: server.url, container: mount }),
    deps: { environment: { VAULT_TOKEN: server.token } },
    address: name => ({ manager, container: mount, name: 'app/dev', field: name }),
    held: ({ name, field = '' }) =>
      (server.held.get(`${mount}/${name}`) ?? []).flatMap(fields => (fields && field in fields ? [String(fields[field])] : [])),
    ...serverFaults(
      server,
      ({ method }) => method === 'POST' || method === 'PATCH',
      {
        ...answers,
        expired: { status: 403, body: { errors: ['permission denied'] } },
        conflict: { status: 400, body: { errors: ['check-and-set parameter did not match the current version'] } },
      },
      (fault, { path }) => fault !== 'forbidden' || !path.endsWith('/lookup-self'),
    ),
  };
}

async function awsWorld(
  manager: 'aws-secrets-manager' | 'aws-parameter-store',
  held: (aws: FakeAws) => Map<string, string[]>,
): Promise<FakeWorld> {
  const server = await startFakeAws();
  const restore = setEnvironment(server.environment);
  const container = 'eu-central-1';
  const error = (type: string, status = 400, more = {}): FakeAnswer => ({
    status,
    body: { __type: type, Message: 'it went wrong' },
    headers: { 'content-type': 'application/x-amz-json-1.1', ...more },
  });
  const isStore = manager === 'aws-parameter-store';
  const faults = serverFaults(server, ({ headers }) => /Create|Put/.test(String(headers['x-amz-target'])), {
    forbidden: error('AccessDeniedException'),
    expired: error('ExpiredTokenException'),
    missing: error(isStore ? 'ParameterNotFound' : 'ResourceNotFoundException'),
    conflict: error(isStore ? 'ParameterAlreadyExists' : 'ResourceExistsException'),
    busy: error('ThrottlingException', 400, { 'retry-after': '0' }),
    'busy for long': error('ThrottlingException', 400, { 'retry-after': '3600' }),
    broken: error('InternalServiceError', 500),
  });
  return {
    connection: connectionTo(manager, { endpoint: server.url, container }),
    deps: {},
    address: name => ({ manager, container, name: `/app/dev/${name}` }),
    held: ({ name }) => held(server).get(name) ?? [],
    ...faults,
    close: () => {
      restore();
      return server.close();
    },
  };
}

async function azureWorld(): Promise<FakeWorld> {
  const server = await startFakeAzure();
  const { folder } = installFakePrograms(['az']);
  const manager = 'azure-key-vault';
  return {
    connection: connectionTo(manager, { container: server.url }),
    deps: { environment: { PATH: folder }, homeFolder: folder },
    address: name => ({ manager, container: server.url, name: name.replaceAll('_', '-') }),
    held: ({ name }) => server.held.get(name) ?? [],
    ...serverFaults(
      server,
      ({ method }) => method === 'PUT',
      answersOf(status => ({ error: { code: `E${status}`, message: 'it went wrong' } })),
    ),
  };
}

async function googleWorld(): Promise<FakeWorld> {
  const server = await startFakeGoogle();
  const { folder } = installFakePrograms(['gcloud']);
  const manager = 'google-secret-manager';
  const answers = answersOf(status => ({ error: { code: status, message: 'it went wrong' } }));
  return {
    connection: connectionTo(manager, { endpoint: server.url, container: server.project }),
    deps: { environment: { PATH: folder }, homeFolder: folder },
    address: name => ({ manager, container: server.project, name }),
    held: ({ name }) => (server.held.get(name) ?? []).map(data => Buffer.from(data, 'base64').toString('utf8')),
    ...serverFaults(server, ({ method, path }) => method === 'POST' && path.endsWith(':addVersion'), answers),
  };
}

async function infisicalWorld(): Promise<FakeWorld> {
  const server = await startFakeInfisical();
  const manager = 'infisical';
  const container = `${server.project}/dev`;
  const answers = answersOf(status => ({ statusCode: status, message: 'it went wrong' }));
  return {
    connection: connectionTo(manager, { endpoint: server.url, container }),
    deps: { environment: { INFISICAL_TOKEN: server.token } },
    address: name => ({ manager, container, name: `/app/${name}` }),
    held: ({ name }) => server.held.get(name.replace(/\/([^/]+)$/, ' $1')) ?? [],
    ...serverFaults(server, ({ method }) => method !== 'GET', {
      ...answers,
      conflict: { status: 400, body: { message: 'Secret already exist' } },
    }),
  };
}

const onePasswordSays = {
  forbidden: '[ERROR] 2026/03/01 10:00:00 (403) Forbidden: You do not have permission to create items in this vault.',
  expired: '[ERROR] 2026/03/01 10:00:00 You are not currently signed in. Please run `op signin --help` for instructions',
  missing: '[ERROR] 2026/03/01 10:00:00 "Shop" isn\'t a vault in this account. Specify the vault with its ID or name.',
  conflict: '[ERROR] 2026/03/01 10:00:00 (409) Conflict: There was an internal conflict.',
  busy: '[ERROR] 2026/03/01 10:00:00 (429) Too Many Requests: You have reached the rate limit.',
  'busy for long': '[ERROR] 2026/03/01 10:00:00 (429) Too Many Requests: You have reached the rate limit.',
  broken: '[ERROR] 2026/03/01 10:00:00 (500) Internal Server Error',
};

function onePasswordWorld(): Promise<FakeWorld> {
  const address = (name: string) => ({ manager: '1password' as const, container: 'Shop', name, field: 'credential' });
  return programWorld('op', '1password', 'Shop', address, onePasswordSays, args => args[1] === 'create' || args[1] === 'edit');
}

const dopplerSays = {
  forbidden: 'Doppler Error: You do not have permission to write secrets in this config (403)',
  expired: 'Doppler Error: you must provide a token',
  missing: "Doppler Error: Could not find requested config 'dev'",
  conflict: 'Doppler Error: Conflict',
  busy: 'Doppler Error: Rate limit exceeded (429)',
  'busy for long': 'Doppler Error: Rate limit exceeded (429)',
  broken: 'Doppler Error: 500 Internal Server Error',
};

function dopplerWorld(): Promise<FakeWorld> {
  const address = (name: string) => ({ manager: 'doppler' as const, container: 'shop/dev', name });
  return programWorld('doppler', 'doppler', 'shop/dev', address, dopplerSays, args => args[1] === 'set');
}

async function programWorld(
  program: string,
  manager: '1password' | 'doppler',
  container: string,
  address: FakeWorld['address'],
  says: Readonly<Record<keyof Answers, string>>,
  isWrite: (args: readonly string[]) => boolean,
): Promise<FakeWorld> {
  const programs = installFakePrograms([program]);
  return {
    connection: connectionTo(manager, { container }),
    deps: { environment: { PATH: programs.folder }, homeFolder: programs.folder },
    address,
    held: ({ name }) => programs.held.get(name) ?? [],
    writes: () => programs.calls.filter(({ args }) => isWrite(args)).length,
    fail(fault, on, times = 1_000_000) {
      const isMechanical = fault === 'hang' || fault === 'late' || fault === 'cut' || fault === 'garbage';
      const write = on === 'writes';
      programs.fail(isMechanical ? { kind: fault, write, times } : { kind: 'says', says: says[fault], write, times });
    },
    heal: programs.heal,
    vanish: async () => rmSync(join(programs.folder, program)),
    close: async () => {},
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
