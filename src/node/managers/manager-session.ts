// One conversation with a manager: whom it is with, what must never be told of it, and how long it may take.

import { homedir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { CancelToken } from '../../engine/cancel.ts';
import type { ManagerConnection } from '../../engine/managers/secret-store.ts';
import type { AwsClients } from './aws-clients.ts';
import type { googleAccessToken } from './google-auth.ts';
import { hideValues } from './hide-values.ts';
import { cancelled, ManagerFailure } from './manager-failure.ts';

interface GoogleAuth {
  readonly googleAccessToken: typeof googleAccessToken;
}

/** What managers are talked to with. */
export interface SecretManagersDeps {
  /** AWS's own clients: a file of their own in the package, loaded when first used. */
  readonly loadAws?: () => Promise<AwsClients>;
  /** The same for signing in to Google. */
  readonly loadGoogleAuth?: () => Promise<GoogleAuth>;
  /** A token that the editor keeps or gets from an account of its own; without one the ecosystem's own sign-in is used. */
  readonly token?: (connection: ManagerConnection) => Promise<string | undefined>;
  /** Programs are never taken from these folders. */
  readonly workspaceFolders?: () => readonly string[];
  /** For a debug log: requests and exit codes, never a value, a token or an answer. */
  readonly log?: (line: string) => void;
  readonly environment?: NodeJS.ProcessEnv;
  readonly homeFolder?: string;
  /** Milliseconds for one request. */
  readonly requestTimeout?: number;
  /** Milliseconds for one run of a program, which may ask for a fingerprint. */
  readonly programTimeout?: number;
}

export type ManagerHost = Required<SecretManagersDeps>;

export function managerHost(deps: SecretManagersDeps): ManagerHost {
  return {
    loadAws: async () => (await import('./aws-clients.ts')).awsClients,
    loadGoogleAuth: () => import('./google-auth.ts'),
    token: async () => undefined,
    workspaceFolders: () => [],
    log: () => {},
    environment: process.env,
    homeFolder: homedir(),
    requestTimeout: 20_000,
    programTimeout: 30_000,
    ...deps,
  };
}

/** More patience than this is no help to somebody who waits. */
const longestWait = 20_000;
const mostTries = 4;

const cancelInterval = 50;

export class ManagerSession {
  readonly host: ManagerHost;
  readonly connection: ManagerConnection;
  readonly cancel: CancelToken;
  /** For people: the manager and where it is. */
  readonly whom: string;
  readonly #values: Set<string>;
  readonly #found = new Map<string, Promise<unknown>>();

  constructor(host: ManagerHost, connection: ManagerConnection, cancel: CancelToken, whom: string, values: Iterable<string> = []) {
    this.host = host;
    this.connection = connection;
    this.cancel = cancel;
    this.whom = whom;
    this.#values = new Set(values);
  }

  /** What is found out once in a conversation: a token, what kind of place it is. What failed is tried again. */
  once<T>(what: string, find: () => Promise<T>): Promise<T> {
    const known = this.#found.get(what) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const finding = find();
    this.#found.set(what, finding);
    finding.catch(() => this.#found.delete(what));
    return finding;
  }

  get environment(): NodeJS.ProcessEnv {
    return this.host.environment;
  }

  /** From now on nothing that is told holds this. */
  keepSecret(value: string): string {
    this.#values.add(value);
    return value;
  }

  /** What a manager said, fit to be told. */
  hide(said: string, longest?: number): string {
    return hideValues(said, this.#values, longest);
  }

  /** The same conversation after the user gave up on it: to find out what became of a value. */
  uncancelled(): ManagerSession {
    const { host, connection, whom } = this;
    const session = new ManagerSession(host, connection, { isCancellationRequested: false }, whom, this.#values);
    for (const [what, found] of this.#found) session.#found.set(what, found);
    return session;
  }

  /** An abort signal that follows the token and the clock. Always call `done`. */
  limit(milliseconds: number): { readonly signal: AbortSignal; readonly isTimedOut: () => boolean; readonly done: () => void } {
    const controller = new AbortController();
    let isTimedOut = false;
    const clock = setTimeout(() => {
      isTimedOut = true;
      controller.abort();
    }, milliseconds);
    const watch = setInterval(() => {
      if (this.cancel.isCancellationRequested) controller.abort();
    }, cancelInterval);
    const done = (): void => {
      clearTimeout(clock);
      clearInterval(watch);
    };
    return { signal: controller.signal, isTimedOut: () => isTimedOut, done };
  }

  /** Tries again what the manager was too busy for, within bounds. */
  async patiently<T>(attempt: () => Promise<T>): Promise<T> {
    const end = Date.now() + longestWait;
    for (let tries = 1; ; tries++) {
      this.refuseCancelled();
      try {
        return await attempt();
      } catch (error) {
        const delay = error instanceof ManagerFailure ? error.retryAfter : undefined;
        if (delay === undefined || tries === mostTries || Date.now() + delay > end) throw error;
        await this.#sleep(delay);
      }
    }
  }

  refuseCancelled(): void {
    if (this.cancel.isCancellationRequested) throw cancelled();
  }

  async #sleep(milliseconds: number): Promise<void> {
    for (let left = milliseconds; left > 0 && !this.cancel.isCancellationRequested; left -= cancelInterval)
      await wait(Math.min(left, cancelInterval));
  }
}
