// Plays one Azure Key Vault: its secrets with versions, and what it keeps of deleted ones. The official client works with it, too, once
// it is told that this is no vault of Azure.

import { type FakeAnswer, type FakeRequest, type FakeServer, jsonOf, startFakeServer, type TlsFiles } from './fake-server.ts';

export interface FakeAzure extends FakeServer {
  readonly held: Map<string, string[]>;
  /** Names that were deleted softly. */
  readonly deleted: Set<string>;
  readonly token: string;
}

export async function startFakeAzure(tls?: TlsFiles): Promise<FakeAzure> {
  const held: FakeAzure['held'] = new Map();
  const deleted: FakeAzure['deleted'] = new Set();
  const token = 'azure-token';
  const server = await startFakeServer(request => {
    if (!request.headers.authorization?.startsWith('Bearer ')) return challenge();
    if (request.headers.authorization !== `Bearer ${token}`)
      return error(401, 'Unauthorized', 'AKV10000: Request is missing a Bearer or PoP token.');
    if (!/^(?:7\.\d|20\d\d-\d\d-\d\d)(?:-preview\.\d)?$/.test(request.query.get('api-version') ?? ''))
      return error(400, 'BadParameter', 'The request URI contains an invalid API version.');
    return answer({ held, deleted }, request);
  }, tls);
  return { ...server, held, deleted, token };
}

/** What clients are told before they have a token. */
function challenge(): FakeAnswer {
  const authenticate = 'Bearer authorization="https://login.microsoftonline.com/tenant", resource="https://vault.azure.net"';
  return {
    ...error(401, 'Unauthorized', 'AKV10000: Request is missing a Bearer or PoP token.'),
    headers: { 'www-authenticate': authenticate },
  };
}

const updated = 1_772_359_200;

function answer({ held, deleted }: Pick<FakeAzure, 'held' | 'deleted'>, request: FakeRequest): FakeAnswer {
  const { method, path, host } = request;
  const idOf = (name: string) => `https://${host}/secrets/${name}`;
  if (path === '/secrets') return { status: 200, body: { value: [...held.keys()].map(name => ({ id: idOf(name) })), nextLink: null } };
  const [, name = '', rest = ''] = /^\/secrets\/([^/]*)\/?(.*)$/.exec(path) ?? [];
  if (!/^[0-9a-zA-Z-]{1,127}$/.test(name)) return error(400, 'BadParameter', `The request URI contains an invalid name: ${name}`);
  const versions = held.get(name) ?? [];
  const bundle = (index: number) => ({
    id: `${idOf(name)}/${versionOf(index)}`,
    attributes: { enabled: true, created: updated, updated: updated + index },
  });
  if (method === 'GET' && rest === 'versions')
    return { status: 200, body: { value: versions.map((_, index) => bundle(index)), nextLink: null } };
  if (method === 'GET') {
    const value = versions.at(-1);
    if (value === undefined) return error(404, 'SecretNotFound', `A secret with (name/id) ${name} was not found in this key vault.`);
    return { status: 200, body: { value, ...bundle(versions.length - 1) } };
  }
  if (method !== 'PUT') return error(405, 'MethodNotAllowed', 'Method Not Allowed');
  if (deleted.has(name))
    return error(409, 'Conflict', `Secret ${name} is currently in a deleted but recoverable state, and its name cannot be reused`);
  const { value } = jsonOf(request);
  if (typeof value !== 'string') return error(400, 'BadParameter', 'The parameter value has an invalid value.');
  held.set(name, [...versions, value]);
  return { status: 200, body: { value, ...bundle(versions.length) } };
}

function versionOf(index: number): string {
  return String(index + 1).padStart(32, '0');
}

function error(status: number, code: string, message: string): FakeAnswer {
  return { status, body: { error: { code, message } } };
}
