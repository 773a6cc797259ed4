// Plays Google Secret Manager, version 1, by REST. The official clients work with it.

import { crc32c } from '../../../src/node/managers/crc32c.ts';
import { type FakeAnswer, type FakeRequest, type FakeServer, jsonOf, startFakeServer } from './fake-server.ts';

export interface FakeGoogle extends FakeServer {
  /** Values by name, in base64 as they came; a secret without a value has none. */
  readonly held: Map<string, string[]>;
  readonly token: string;
  readonly project: string;
}

/** `accepts`: what else than its token signs a client in. */
export async function startFakeGoogle(accepts: (authorization: string) => boolean = () => false): Promise<FakeGoogle> {
  const held: FakeGoogle['held'] = new Map();
  const [token, project] = ['google-token', 'shop-dev'];
  const server = await startFakeServer(request => {
    const { authorization = '' } = request.headers;
    if (authorization !== `Bearer ${token}` && !accepts(authorization))
      return error(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.');
    const rest = new RegExp(`^/v1/projects/${project}/secrets(.*)$`).exec(decodeURIComponent(request.path))?.[1];
    return rest === undefined
      ? error(403, 'PERMISSION_DENIED', 'Permission denied on resource project.')
      : answer(held, project, rest, request);
  });
  return { ...server, held, token, project };
}

function answer(held: FakeGoogle['held'], project: string, rest: string, request: FakeRequest): FakeAnswer {
  const nameOf = (id: string) => `projects/${project}/secrets/${id}`;
  if (rest === '' && request.method === 'POST') {
    const id = request.query.get('secretId') ?? '';
    if (!/^[A-Za-z0-9_-]{1,255}$/.test(id)) return error(400, 'INVALID_ARGUMENT', `Invalid secret id ${id}`);
    if (!('replication' in jsonOf(request))) return error(400, 'INVALID_ARGUMENT', 'Secret.replication must be provided.');
    if (held.has(id)) return error(409, 'ALREADY_EXISTS', `Secret [${nameOf(id)}] already exists.`);
    held.set(id, []);
    return { status: 200, body: { name: nameOf(id), createTime } };
  }
  if (rest === '') return { status: 200, body: { secrets: [...held.keys()].map(id => ({ name: nameOf(id) })) } };
  const [, id = '', action = ''] = /^\/([^/:]+)(.*)$/.exec(rest) ?? [];
  const versions = held.get(id);
  if (!versions) return error(404, 'NOT_FOUND', `Secret [${nameOf(id)}] not found.`);
  const version = (number: number) => ({ name: `${nameOf(id)}/versions/${number}`, createTime, state: 'ENABLED' });
  if (action === ':addVersion' && request.method === 'POST') {
    const { data = '', dataCrc32c } = (jsonOf(request)['payload'] ?? {}) as { data?: string; dataCrc32c?: string };
    if (dataCrc32c !== undefined && dataCrc32c !== sumOf(data)) return error(400, 'INVALID_ARGUMENT', 'The checksum does not match.');
    versions.push(data);
    return { status: 200, body: { ...version(versions.length), clientSpecifiedPayloadChecksum: dataCrc32c !== undefined } };
  }
  if (action === '/versions')
    return { status: 200, body: versions.length > 0 ? { versions: versions.map((_, index) => version(index + 1)) } : {} };
  const data = versions.at(-1);
  if (data === undefined) return error(404, 'NOT_FOUND', `Secret Version [${nameOf(id)}/versions/latest] not found.`);
  if (action === '/versions/latest') return { status: 200, body: version(versions.length) };
  if (action === '/versions/latest:access')
    return { status: 200, body: { name: version(versions.length).name, payload: { data, dataCrc32c: sumOf(data) } } };
  return error(404, 'NOT_FOUND', 'Method not found.');
}

const createTime = '2026-03-01T10:00:00.123456Z';

function sumOf(data: string): string {
  return String(crc32c(Buffer.from(data, 'base64')));
}

function error(code: number, status: string, message: string): FakeAnswer {
  return { status: code, body: { error: { code, status, message } } };
}
