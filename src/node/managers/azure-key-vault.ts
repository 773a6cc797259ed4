// Azure Key Vault. It has no creating without overwriting, so it is asked first, and a write is a new version at worst.
// https://learn.microsoft.com/rest/api/keyvault/secrets/operation-groups

import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { SecretAbsent, SecretFacts, SecretValue } from '../../engine/managers/secret-store.ts';
import { phrase } from '../../engine/phrase.ts';
import { azureToken } from './azure-token.ts';
import { ask, asRecord, isLoopback, type ManagerAnswer, type ManagerRequest } from './http-client.ts';
import { ManagerFailure, refused, unreadable } from './manager-failure.ts';
import type { ManagerSession } from './manager-session.ts';
import type { OpenManager, SecretDriver } from './secret-driver.ts';

const apiVersion = '2025-07-01';

export const azureKeyVault: SecretDriver = {
  id: 'azure-key-vault',
  destinationOf: ({ endpoint, container }) => {
    const address = vaultAddress(endpoint || container);
    return URL.canParse(address) ? new URL(address).host : address;
  },
  async open(session, container) {
    const address = vaultAddress(session.connection.endpoint || container);
    const service = serviceOf(address);
    if (service === undefined)
      throw new ManagerFailure(
        'refused',
        phrase('{0} is no vault of Azure, so no sign-in is sent there. Set its name or its address.', address),
      );
    return new KeyVault(session, container || address, address, await session.once('token', () => azureToken(session, service)));
  },
};

/** A name stands for the vault of that name in Azure's public cloud. */
function vaultAddress(vault: string): string {
  return /^[A-Za-z0-9-]+$/.test(vault) ? `https://${vault}.vault.azure.net` : vault.replace(/\/+$/, '');
}

/**
 * What a token for the vault is for. A vault says it in its answers, too, but whoever answers must be a vault before a token is sent.
 * https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#dns-suffixes-for-object-identifiers
 */
function serviceOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname } = new URL(address);
  const service = /\.(vault\.azure\.net|vault\.azure\.cn|vault\.usgovcloudapi\.net)$/.exec(hostname)?.[1];
  if (service === undefined && isLoopback(hostname)) return 'https://vault.azure.net';
  return service && `https://${service}`;
}

class KeyVault implements OpenManager {
  readonly #session: ManagerSession;
  readonly #container: string;
  readonly #base: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(session: ManagerSession, container: string, base: string, token: string) {
    this.#session = session;
    this.#container = container;
    this.#base = base;
    this.#headers = { authorization: `Bearer ${session.keepSecret(token)}` };
  }

  async describe(address: SecretAddress): Promise<SecretFacts | SecretAbsent> {
    const { status, body } = await this.#ask('GET', `secrets/${encodeURIComponent(address.name)}/versions`, {}, [404]);
    const newest = valuesOf(body)
      .map(factsOf)
      .sort((a, b) => (b.changed ?? 0) - (a.changed ?? 0))[0];
    return status === 404 || !newest ? { kind: 'absent' } : { kind: 'there', address, ...newest };
  }

  async read({ name }: SecretAddress): Promise<SecretValue | SecretAbsent> {
    const { status, body, said } = await this.#ask('GET', `secrets/${encodeURIComponent(name)}`, {}, [403, 404]);
    if (status === 404) return { kind: 'absent' };
    if (status === 403) throw disabledOrForbidden(this.#session, said);
    const { value } = asRecord(body);
    if (typeof value !== 'string') throw unreadable(this.#session.whom);
    return { kind: 'value', value };
  }

  async create(address: SecretAddress, value: string): Promise<'created' | 'taken'> {
    if ((await this.read(address)).kind === 'value') return 'taken';
    await this.addVersion(address, value);
    return 'created';
  }

  async addVersion({ name }: SecretAddress, value: string): Promise<void> {
    const { status, said } = await this.#ask('PUT', `secrets/${encodeURIComponent(name)}`, { body: { value } }, [409]);
    if (status === 409) throw deletedOrBusy(this.#session, name, said);
  }

  async list(): Promise<readonly SecretAddress[]> {
    const names: SecretAddress[] = [];
    let next: string | undefined = 'secrets';
    while (next !== undefined && names.length < mostNames) {
      const { body }: ManagerAnswer = await this.#ask('GET', next);
      for (const { id } of valuesOf(body)) {
        const name = /\/secrets\/([^/]+)/.exec(String(id))?.[1];
        if (name !== undefined) names.push({ manager: 'azure-key-vault', container: this.#container, name });
      }
      const { nextLink } = asRecord(body);
      next = typeof nextLink === 'string' && nextLink.startsWith(`${this.#base}/`) ? nextLink.slice(this.#base.length + 1) : undefined;
    }
    return names;
  }

  #ask(
    method: ManagerRequest['method'],
    path: string,
    more: Partial<ManagerRequest> = {},
    expected: readonly number[] = [],
  ): Promise<ManagerAnswer> {
    const url = new URL(`${this.#base}/${path}`);
    if (!url.searchParams.has('api-version')) url.searchParams.set('api-version', apiVersion);
    return ask(this.#session, { method, url, headers: this.#headers, ...more }, expected);
  }
}

const mostNames = 500;

function valuesOf(body: unknown): readonly Readonly<Record<string, unknown>>[] {
  const { value } = asRecord(body);
  return Array.isArray(value) ? value.map(asRecord) : [];
}

/** Seconds since 1970; the version is the last part of the id. */
function factsOf({ id, attributes }: Readonly<Record<string, unknown>>): { readonly version?: string; readonly changed?: number } {
  const { updated } = asRecord(attributes);
  const version = /\/secrets\/[^/]+\/([^/]+)$/.exec(String(id))?.[1];
  return { ...(version !== undefined && { version }), ...(typeof updated === 'number' && { changed: updated * 1000 }) };
}

function deletedOrBusy({ whom }: ManagerSession, name: string, said: string): ManagerFailure {
  if (!/deleted/i.test(said)) return refused(whom, said);
  const reason = phrase('{0} still keeps the deleted secret {1}. Recover or purge it there, or choose another name.', whom, name);
  return new ManagerFailure('refused', reason);
}

function disabledOrForbidden({ whom }: ManagerSession, said: string): ManagerFailure {
  if (/disabled/i.test(said)) return refused(whom, said);
  const reason = phrase(
    '{0} does not allow it. Storing needs the role “Key Vault Secrets Officer”, and a network that the vault lets in.',
    whom,
  );
  return new ManagerFailure('forbidden', reason);
}
