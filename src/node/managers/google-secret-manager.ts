// Google Secret Manager. A secret is made first and gets its value as a version: one that was left without is continued.
// https://cloud.google.com/secret-manager/docs/reference/rest

import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { SecretAbsent, SecretFacts, SecretValue } from '../../engine/managers/secret-store.ts';
import { phrase } from '../../engine/phrase.ts';
import { crc32c } from './crc32c.ts';
import { type GoogleSignIn, googleProject, googleSignIn } from './google-token.ts';
import { ask, asRecord, type ManagerAnswer, type ManagerRequest } from './http-client.ts';
import { ManagerFailure, unreadable } from './manager-failure.ts';
import type { ManagerSession } from './manager-session.ts';
import type { OpenManager, SecretDriver } from './secret-driver.ts';

const defaultEndpoint = 'https://secretmanager.googleapis.com';

export const googleSecretManager: SecretDriver = {
  id: 'google-secret-manager',
  destinationOf: ({ endpoint }) =>
    endpoint && URL.canParse(endpoint) ? new URL(endpoint).host : endpoint || new URL(defaultEndpoint).host,
  async open(session, container) {
    const project = container || (await googleProject(session));
    if (!project) throw new ManagerFailure('refused', phrase('Say which Google Cloud project to use, or set GOOGLE_CLOUD_PROJECT.'));
    return new GoogleSecrets(session, project, await session.once('token', () => googleSignIn(session, project)));
  },
};

class GoogleSecrets implements OpenManager {
  readonly #session: ManagerSession;
  readonly #project: string;
  readonly #base: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(session: ManagerSession, project: string, { token, quotaProject }: GoogleSignIn) {
    const endpoint = session.connection.endpoint || defaultEndpoint;
    if (!URL.canParse(endpoint)) throw new ManagerFailure('refused', phrase('{0} is no address of a server.', endpoint));
    this.#session = session;
    this.#project = project;
    this.#base = `${endpoint.replace(/\/+$/, '')}/v1/projects/${encodeURIComponent(project)}/secrets`;
    this.#headers = { authorization: `Bearer ${token}`, ...(quotaProject && { 'x-goog-user-project': quotaProject }) };
  }

  async describe(address: SecretAddress): Promise<SecretFacts | SecretAbsent> {
    const { status, body } = await this.#ask('GET', `/${this.#idOf(address)}/versions/latest`, {}, [404]);
    if (status === 404) return { kind: 'absent' };
    const { name, createTime } = asRecord(body);
    const version = /\/versions\/(\d+)$/.exec(String(name))?.[1];
    const changed = typeof createTime === 'string' ? Date.parse(createTime) : Number.NaN;
    return { kind: 'there', address, ...(version !== undefined && { version }), ...(!Number.isNaN(changed) && { changed }) };
  }

  async read(address: SecretAddress): Promise<SecretValue | SecretAbsent> {
    const { status, body } = await this.#ask('GET', `/${this.#idOf(address)}/versions/latest:access`, {}, [404]);
    if (status === 404) return { kind: 'absent' };
    const { data, dataCrc32c: sum } = asRecord(asRecord(body)['payload']);
    if (typeof data !== 'string') throw unreadable(this.#session.whom);
    const bytes = Buffer.from(data, 'base64');
    if (sum !== undefined && String(sum) !== String(crc32c(bytes))) throw unreadable(this.#session.whom);
    return { kind: 'value', value: bytes.toString('utf8') };
  }

  async create(address: SecretAddress, value: string): Promise<'created' | 'taken'> {
    const request = { body: { replication: { automatic: {} } } };
    const { status } = await this.#ask('POST', `?secretId=${this.#idOf(address)}`, request, [409]);
    // Nothing is lost by giving a secret its first version, whoever made it.
    if (status === 409 && (await this.#hasVersions(address))) return 'taken';
    await this.addVersion(address, value);
    return 'created';
  }

  async addVersion(address: SecretAddress, value: string): Promise<void> {
    const bytes = Buffer.from(value, 'utf8');
    const payload = { data: bytes.toString('base64'), dataCrc32c: String(crc32c(bytes)) };
    await this.#ask('POST', `/${this.#idOf(address)}:addVersion`, { body: { payload } });
  }

  async list(): Promise<readonly SecretAddress[]> {
    const names: SecretAddress[] = [];
    let next = '';
    do {
      const { body }: ManagerAnswer = await this.#ask('GET', `?pageSize=250${next && `&pageToken=${encodeURIComponent(next)}`}`);
      const { secrets, nextPageToken } = asRecord(body);
      for (const { name: id } of Array.isArray(secrets) ? secrets.map(asRecord) : []) {
        const name = /\/secrets\/([^/]+)$/.exec(String(id))?.[1];
        if (name !== undefined) names.push({ manager: 'google-secret-manager', container: this.#project, name });
      }
      next = typeof nextPageToken === 'string' ? nextPageToken : '';
    } while (next !== '' && names.length < mostNames);
    return names;
  }

  async #hasVersions(address: SecretAddress): Promise<boolean> {
    const { body } = await this.#ask('GET', `/${this.#idOf(address)}/versions?pageSize=1`);
    const { versions } = asRecord(body);
    return Array.isArray(versions) && versions.length > 0;
  }

  #idOf({ name }: SecretAddress): string {
    return encodeURIComponent(name);
  }

  #ask(
    method: ManagerRequest['method'],
    path: string,
    more: Partial<ManagerRequest> = {},
    expected: readonly number[] = [],
  ): Promise<ManagerAnswer> {
    return ask(this.#session, { method, url: new URL(this.#base + path), headers: this.#headers, ...more }, expected);
  }
}

const mostNames = 500;
