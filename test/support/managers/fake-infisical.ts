// Plays Infisical's API, version 4 of its secrets, for one project. https://infisical.com/docs/api-reference/endpoints/secrets/create

import { type FakeAnswer, type FakeRequest, type FakeServer, jsonOf, startFakeServer } from './fake-server.ts';

export interface FakeInfisical extends FakeServer {
  /** Values by `folder name`, the last one in force. */
  readonly held: Map<string, string[]>;
  readonly token: string;
  readonly project: string;
}

const clientSecret = ['universal', 'auth'].join('-');

/** For clients that sign in as a machine. */
export const machineIdentity = { INFISICAL_UNIVERSAL_AUTH_CLIENT_ID: 'id', INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET: clientSecret };

export async function startFakeInfisical(): Promise<FakeInfisical> {
  const held: FakeInfisical['held'] = new Map();
  const [token, project] = ['infisical-token', 'project-id'];
  const server = await startFakeServer(request => {
    if (request.path === '/api/v1/auth/universal-auth/login')
      return jsonOf(request)['clientSecret'] === clientSecret
        ? { status: 200, body: { accessToken: token, expiresIn: 7200, accessTokenMaxTTL: 7200, tokenType: 'Bearer' } }
        : error(401, 'Invalid credentials');
    if (request.headers.authorization !== `Bearer ${token}`) return error(401, 'Token missing');
    // The official libraries still ask for version 3.
    const key = /^\/api\/(?:v4\/secrets|v3\/secrets\/raw)(?:\/([^/]+))?$/.exec(decodeURIComponent(request.path))?.[1];
    if (!/^\/api\/v[34]\/secrets/.test(request.path)) return error(404, `Route ${request.method}:${request.path} not found`);
    return key === undefined ? list(held) : answer(held, project, key, request);
  });
  return { ...server, held, token, project };
}

function list(held: FakeInfisical['held']): FakeAnswer {
  const secrets = [...held.keys()].map(path => ({
    secretKey: path.split(' ')[1],
    secretPath: path.split(' ')[0],
    secretValueHidden: true,
  }));
  return { status: 200, body: { secrets, imports: [] } };
}

function answer(held: FakeInfisical['held'], project: string, key: string, request: FakeRequest): FakeAnswer {
  const isRead = request.method === 'GET';
  const asked = isRead ? Object.fromEntries(request.query) : jsonOf(request);
  if ((asked['projectId'] ?? asked['workspaceId']) !== project) return error(404, `Project with ID '${asked['projectId']}' not found`);
  if (asked['environment'] !== 'dev') return error(404, `Environment with slug '${asked['environment']}' not found`);
  const path = `${asked['secretPath']} ${key}`;
  const versions = held.get(path);
  const secret = (values: readonly string[]) => ({
    // Libraries insist on these, too.
    ...{ id: 'id', _id: 'id', workspace: project, environment: 'dev', type: 'shared', secretComment: '', tags: [] },
    createdAt: '2026-03-01T10:00:00.000Z',
    secretKey: key,
    secretValue: values.at(-1),
    version: values.length,
    updatedAt: '2026-03-01T10:00:00.000Z',
  });
  if (isRead) return versions ? { status: 200, body: { secret: secret(versions) } } : error(404, `Secret with name '${key}' not found`);
  const value = String(asked['secretValue']);
  if (request.method === 'POST' && versions) return error(400, 'Secret already exist');
  if (request.method === 'PATCH' && !versions) return error(404, `Secret with name '${key}' not found`);
  held.set(path, [...(versions ?? []), value]);
  return { status: 200, body: { secret: secret([...(versions ?? []), value]) } };
}

function error(statusCode: number, message: string): FakeAnswer {
  return { status: statusCode, body: { reqId: 'req-1', statusCode, message, error: 'Error' } };
}
