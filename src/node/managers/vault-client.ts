// Requests to a Vault or OpenBao server, signed in the way its own program would be.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { ManagerConnection } from '../../engine/managers/secret-store.ts';
import { phrase } from '../../engine/phrase.ts';
import { ask, asRecord, failureOf, type ManagerAnswer, type ManagerRequest } from './http-client.ts';
import { ManagerFailure } from './manager-failure.ts';
import type { ManagerSession } from './manager-session.ts';

const defaultAddress = 'https://127.0.0.1:8200';

export function vaultAddress({ endpoint }: ManagerConnection, environment: NodeJS.ProcessEnv): string {
  return endpoint || variableOf(environment, 'ADDR') || defaultAddress;
}

/** Where the manager's own program would look. https://openbao.org/docs/commands/#environment-variables */
function variableOf(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  return environment[`BAO_${name}`] || environment[`VAULT_${name}`] || undefined;
}

export class VaultClient {
  readonly session: ManagerSession;
  readonly #base: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #extraCa: string | undefined;

  private constructor(session: ManagerSession, token: string) {
    const { connection, environment } = session;
    const base = vaultAddress(connection, environment);
    if (!URL.canParse(base)) throw new ManagerFailure('refused', phrase('{0} is no address of a server.', base));
    const namespace = connection.scope || variableOf(environment, 'NAMESPACE');
    this.session = session;
    this.#base = base.replace(/\/+$/, '');
    this.#headers = { 'x-vault-token': token, 'x-vault-request': 'true', ...(namespace && { 'x-vault-namespace': namespace }) };
    this.#extraCa = variableOf(environment, 'CACERT');
  }

  static async signIn(session: ManagerSession): Promise<VaultClient> {
    const token = (await session.host.token(session.connection)) ?? variableOf(session.environment, 'TOKEN') ?? (await savedToken(session));
    if (!token) throw notSignedIn(session);
    return new VaultClient(session, session.keepSecret(token));
  }

  async ask(
    method: ManagerRequest['method'],
    path: string,
    more: Partial<ManagerRequest> = {},
    expected: readonly number[] = [],
  ): Promise<ManagerAnswer> {
    const request: ManagerRequest = {
      method,
      url: new URL(`${this.#base}/v1/${path}`),
      ...more,
      headers: { ...this.#headers, ...more.headers },
      ...(this.#extraCa !== undefined && { extraCa: this.#extraCa }),
    };
    const answer = await ask(this.session, request, [403, ...expected]);
    if (answer.status === 403 && !expected.includes(403)) throw await this.#whyForbidden(answer, path);
    return answer;
  }

  /** Vault says the same to a token that has expired and to one that lacks a policy. */
  async #whyForbidden(answer: ManagerAnswer, path: string): Promise<ManagerFailure> {
    const lookUp = { method: 'GET', url: new URL(`${this.#base}/v1/auth/token/lookup-self`), headers: this.#headers } as const;
    const itself = await ask(this.session, { ...lookUp, ...(this.#extraCa !== undefined && { extraCa: this.#extraCa }) }, [403]);
    if (itself.status === 403) return notSignedIn(this.session);
    const { whom } = this.session;
    const reason = phrase('{0} does not allow {1} with this token. Reading needs read there, storing create and update, too.', whom, path);
    return answer.said.includes('permission denied') ? new ManagerFailure('forbidden', reason) : failureOf(this.session, answer, false);
  }
}

function notSignedIn({ whom }: ManagerSession): ManagerFailure {
  const reason = phrase(
    'There is no valid token for {0}, or it has expired. Sign in with “bao login” or “vault login”, or set VAULT_TOKEN.',
    whom,
  );
  return new ManagerFailure('not-signed-in', reason);
}

/** What `vault login` and `bao login` leave. */
async function savedToken({ host }: ManagerSession): Promise<string | undefined> {
  try {
    return (await readFile(join(host.homeFolder, '.vault-token'), 'utf8')).trim();
  } catch {
    // None: the user signs in in another way, or not at all.
    return undefined;
  }
}

/** Slashes part a path, everything else is a name. */
export function pathOf(name: string): string {
  return name.split('/').filter(Boolean).map(encodeURIComponent).join('/');
}

export function fieldOf({ field }: SecretAddress): string {
  return field || 'value';
}

/** Folders end with a slash: they hold secrets and are none. */
export async function listBelow(client: VaultClient, root: string): Promise<readonly string[]> {
  const names: string[] = [];
  const open = [''];
  for (let folder = open.shift(); folder !== undefined && names.length < mostNames; folder = open.shift()) {
    const { status, body } = await client.ask('GET', `${root}/${pathOf(folder)}?list=true`, {}, [404]);
    const { keys } = asRecord(asRecord(body)['data']);
    if (status === 404 || !Array.isArray(keys)) continue;
    for (const key of keys.filter(item => typeof item === 'string')) (key.endsWith('/') ? open : names).push(folder + key);
  }
  return names;
}

const mostNames = 500;
