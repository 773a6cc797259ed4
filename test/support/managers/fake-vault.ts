// Plays Vault and OpenBao: KV version 2 at `secret/`, version 1 at `kv1/`, tokens, namespaces. Official clients work with it.

import { type FakeAnswer, type FakeRequest, type FakeServer, jsonOf, startFakeServer, type TlsFiles } from './fake-server.ts';

export interface FakeVault extends FakeServer {
  /** `secret/app` or `kv1/app`: its versions, the last one in force; `undefined` is a deleted one. */
  readonly held: Map<string, (Record<string, unknown> | undefined)[]>;
  /** The token that may do everything. */
  readonly token: string;
  /** Takes capabilities from the token: `PATCH`, `GET` … on paths that begin so. */
  deny(method: string, pathStart?: string): void;
}

export async function startFakeVault({
  token = 'root',
  tls,
}: {
  readonly token?: string;
  readonly tls?: TlsFiles;
} = {}): Promise<FakeVault> {
  const held: FakeVault['held'] = new Map();
  const denied: { readonly method: string; readonly pathStart: string }[] = [];
  const isDenied = ({ method, path }: FakeRequest): boolean =>
    denied.some(item => item.method === method && path.startsWith(`/v1/${item.pathStart}`));
  const server = await startFakeServer(request => {
    if (request.headers['x-vault-token'] !== token) return errors(403, 'permission denied');
    if (isDenied(request)) return errors(403, '1 error occurred:\n\t* permission denied\n\n');
    return answer(held, request);
  }, tls);
  return { ...server, held, token, deny: (method, pathStart = '') => denied.push({ method, pathStart }) };
}

function answer(held: FakeVault['held'], request: FakeRequest): FakeAnswer {
  const { path } = request;
  if (path === '/v1/auth/token/lookup-self') return { status: 200, body: { data: { policies: ['root'] } } };
  const mount = /^\/v1\/sys\/internal\/ui\/mounts\/(secret|kv1)(?:\/.*)?$/.exec(path)?.[1];
  if (mount) return { status: 200, body: { data: { type: 'kv', path: `${mount}/`, options: { version: mount === 'kv1' ? '1' : '2' } } } };
  // What a mount that does not exist gets.
  if (path.startsWith('/v1/sys/internal/ui/mounts/'))
    return errors(403, 'preflight capability check returned 403, please ensure client’s policies grant access to path');
  const [, kind, name = ''] = /^\/v1\/secret\/(data|metadata|subkeys)\/(.*)$/.exec(path) ?? [];
  if (kind === 'metadata' && isList(request)) return list(held, 'secret', decodeURIComponent(name));
  if (kind === 'subkeys' && request.method === 'GET') return subkeys(held.get(`secret/${decodeURIComponent(name)}`) ?? []);
  if (kind === 'data') return version2(held, `secret/${decodeURIComponent(name)}`, request);
  const plain = /^\/v1\/kv1\/(.*)$/.exec(path)?.[1];
  if (plain !== undefined && isList(request)) return list(held, 'kv1', decodeURIComponent(plain));
  if (plain !== undefined) return version1(held, `kv1/${decodeURIComponent(plain)}`, request);
  return errors(404, 'no handler for route');
}

function version2(held: FakeVault['held'], path: string, request: FakeRequest): FakeAnswer {
  const versions = held.get(path) ?? [];
  const now = versions.at(-1);
  if (request.method === 'GET') {
    if (versions.length === 0) return errors(404);
    return { status: now ? 200 : 404, body: { data: { data: now ?? null, metadata: metadataOf(versions) } } };
  }
  const isPatch = request.method === 'PATCH';
  if (!isPatch && request.method !== 'POST' && request.method !== 'PUT') return errors(405, 'unsupported operation');
  if (isPatch && request.headers['content-type'] !== 'application/merge-patch+json')
    return errors(415, 'PATCH requires Content-Type to be "application/merge-patch+json"');
  if (isPatch && !now) return errors(404);
  const { data, options } = jsonOf(request) as { data?: Record<string, unknown>; options?: { cas?: number } };
  if (!data) return errors(400, 'no data provided');
  if (options?.cas !== undefined && options.cas !== versions.length)
    return errors(400, 'check-and-set parameter did not match the current version');
  held.set(path, [...versions, isPatch ? { ...now, ...data } : data]);
  return { status: 200, body: { data: { version: versions.length + 1 } } };
}

// https://openbao.org/api-docs/secret/kv/kv-v2/#read-secret-subkeys
function subkeys(versions: readonly (Record<string, unknown> | undefined)[]): FakeAnswer {
  const now = versions.at(-1);
  if (versions.length === 0) return errors(404);
  const names = now && Object.fromEntries(Object.keys(now).map(name => [name, null]));
  return { status: now ? 200 : 404, body: { data: { subkeys: names ?? null, metadata: metadataOf(versions) } } };
}

function metadataOf(versions: readonly (Record<string, unknown> | undefined)[]): Readonly<Record<string, unknown>> {
  return {
    version: versions.length,
    created_time: '2026-03-01T10:00:00.123456789Z',
    deletion_time: versions.at(-1) ? '' : '2026-03-02T10:00:00Z',
  };
}

function version1(held: FakeVault['held'], path: string, request: FakeRequest): FakeAnswer {
  const now = held.get(path)?.at(-1);
  if (request.method === 'GET') return now ? { status: 200, body: { data: now } } : errors(404);
  if (request.method !== 'POST' && request.method !== 'PUT') return errors(405, 'unsupported operation');
  held.set(path, [jsonOf(request)]);
  return { status: 204 };
}

function isList({ method, query }: FakeRequest): boolean {
  return method === 'GET' && query.get('list') === 'true';
}

function list(held: FakeVault['held'], mount: string, folder: string): FakeAnswer {
  const start = folder === '' ? `${mount}/` : `${mount}/${folder.replace(/\/$/, '')}/`;
  const below = [...held.keys()].filter(path => path.startsWith(start)).map(path => path.slice(start.length));
  if (below.length === 0) return errors(404);
  return { status: 200, body: { data: { keys: [...new Set(below.map(path => /^[^/]+\/?/.exec(path)?.[0]))] } } };
}

function errors(status: number, ...messages: string[]): FakeAnswer {
  return { status, body: { errors: messages } };
}
