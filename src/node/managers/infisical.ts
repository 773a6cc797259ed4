// Infisical. https://infisical.com/docs/api-reference/endpoints/secrets/create

import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { ManagerConnection, SecretAbsent, SecretFacts, SecretValue } from '../../engine/managers/secret-store.ts';
import { phrase } from '../../engine/phrase.ts';
import { ask, asRecord, type ManagerAnswer, type ManagerRequest } from './http-client.ts';
import { infisicalToken } from './infisical-token.ts';
import { ManagerFailure, refused, unreadable } from './manager-failure.ts';
import type { ManagerSession } from './manager-session.ts';
import { refuseReferences } from './refuse-references.ts';
import type { OpenManager, SecretDriver } from './secret-driver.ts';

export const infisical: SecretDriver = {
  id: 'infisical',
  destinationOf: (connection, environment) => {
    const address = infisicalAddress(connection, environment);
    return URL.canParse(address) ? new URL(address).host : address;
  },
  async open(session, container) {
    const base = infisicalAddress(session.connection, session.environment);
    if (!URL.canParse(base)) throw new ManagerFailure('refused', phrase('{0} is no address of a server.', base));
    const [project = '', environment = ''] = container.split('/', 2);
    if (!project || !environment)
      throw new ManagerFailure('refused', phrase('Say which project and environment of Infisical to use: “project id/environment”.'));
    return new Infisical(session, { base, project, environment }, await session.once('token', () => infisicalToken(session, base)));
  },
};

/** Its own program reads an address that ends with `/api`. */
function infisicalAddress({ endpoint }: ManagerConnection, environment: NodeJS.ProcessEnv): string {
  const address = endpoint || environment['INFISICAL_API_URL'] || environment['INFISICAL_SITE_URL'] || 'https://app.infisical.com';
  return address.replace(/\/+$/, '').replace(/\/api$/, '');
}

interface Place {
  readonly base: string;
  readonly project: string;
  readonly environment: string;
}

class Infisical implements OpenManager {
  readonly #session: ManagerSession;
  readonly #place: Place;
  readonly #token: string;

  constructor(session: ManagerSession, place: Place, token: string) {
    this.#session = session;
    this.#place = place;
    this.#token = token;
  }

  async describe(address: SecretAddress): Promise<SecretFacts | SecretAbsent> {
    const secret = await this.#get(address, false);
    if (!secret) return { kind: 'absent' };
    const { version, updatedAt } = secret;
    const changed = typeof updatedAt === 'string' ? Date.parse(updatedAt) : Number.NaN;
    return {
      kind: 'there',
      address,
      ...(version !== undefined && { version: String(version) }),
      ...(!Number.isNaN(changed) && { changed }),
    };
  }

  async read(address: SecretAddress): Promise<SecretValue | SecretAbsent> {
    const secret = await this.#get(address, true);
    if (!secret) return { kind: 'absent' };
    const { secretValue: value } = secret;
    if (typeof value !== 'string') throw unreadable(this.#session.whom);
    return { kind: 'value', value };
  }

  async create(address: SecretAddress, value: string): Promise<'created' | 'taken'> {
    const { status, said } = await this.#write('POST', address, value, [400]);
    if (status !== 400) return 'created';
    if (!/already exist/i.test(said)) throw refused(this.#session.whom, said);
    return 'taken';
  }

  async addVersion(address: SecretAddress, value: string): Promise<void> {
    await this.#write('PATCH', address, value);
  }

  async list(): Promise<readonly SecretAddress[]> {
    const url = this.#url('', { ...this.#where('/'), recursive: 'true', viewSecretValue: 'false' });
    const { secrets } = asRecord((await this.#ask('GET', url)).body);
    return (Array.isArray(secrets) ? secrets.map(asRecord) : []).flatMap(({ secretKey, secretPath }) => {
      if (typeof secretKey !== 'string') return [];
      const folder = typeof secretPath === 'string' ? secretPath.replace(/\/+$/, '') : '';
      const container = `${this.#place.project}/${this.#place.environment}`;
      return [{ manager: 'infisical' as const, container, name: `${folder}/${secretKey}` }];
    });
  }

  async #get({ name }: SecretAddress, isValue: boolean): Promise<Readonly<Record<string, unknown>> | undefined> {
    const { folder, key } = partsOf(name);
    // References in it are left as they are: what was stored is compared with what is there.
    const query = { ...this.#where(folder), expandSecretReferences: 'false', viewSecretValue: String(isValue), includeImports: 'false' };
    const { status, body, said } = await this.#ask('GET', this.#url(`/${encodeURIComponent(key)}`, query), {}, [404]);
    if (status !== 404) return asRecord(asRecord(body)['secret']);
    if (/route .*not found/i.test(said)) throw tooOld(this.#session.whom);
    return undefined;
  }

  async #write(method: 'POST' | 'PATCH', { name }: SecretAddress, value: string, expected: readonly number[] = []): Promise<ManagerAnswer> {
    refuseReferences(value, this.#session.whom);
    const { folder, key } = partsOf(name);
    const { project: projectId, environment } = this.#place;
    // Infisical encodes line breaks for those who read it into a shell; programs get what was stored only without that.
    const body = { projectId, environment, secretPath: folder, secretValue: value, type: 'shared', skipMultilineEncoding: true };
    return this.#ask(method, this.#url(`/${encodeURIComponent(key)}`), { body }, expected);
  }

  #where(folder: string): Readonly<Record<string, string>> {
    const { project: projectId, environment } = this.#place;
    return { projectId, environment, secretPath: folder };
  }

  #url(path: string, query: Readonly<Record<string, string>> = {}): URL {
    const url = new URL(`${this.#place.base}/api/v4/secrets${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url;
  }

  #ask(
    method: ManagerRequest['method'],
    url: URL,
    more: Partial<ManagerRequest> = {},
    expected: readonly number[] = [],
  ): Promise<ManagerAnswer> {
    return ask(this.#session, { method, url, headers: { authorization: `Bearer ${this.#token}` }, ...more }, expected);
  }
}

/** `/shop/OPENAI_API_KEY` is `OPENAI_API_KEY` in the folder `/shop`. */
function partsOf(name: string): { readonly folder: string; readonly key: string } {
  const end = name.lastIndexOf('/');
  return { folder: end <= 0 ? '/' : name.slice(0, end), key: name.slice(end + 1) };
}

function tooOld(whom: string): ManagerFailure {
  return new ManagerFailure('refused', phrase('{0} is too old: it does not know version 4 of its API. Update it.', whom));
}
