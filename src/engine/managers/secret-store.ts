// What can be asked of whoever talks to secret managers. The desktop answers from `node/managers/`; a browser has none.
// Expected outcomes are values; reasons never hold the secret.

import type { CancelToken } from '../cancel.ts';
import type { Phrase } from '../phrase.ts';
import type { ManagerId } from './manager-id.ts';
import type { SecretAddress } from './secret-address.ts';

/** How a manager is reached, as the user set it. No credentials: those come from where the manager's own tools keep them. */
export interface ManagerConnection {
  readonly manager: ManagerId;
  /** Server of Vault or Infisical, or another endpoint for the cloud's; empty for what the manager's own tools would take. */
  readonly endpoint: string;
  /** See {@link SecretAddress.container}; empty for the manager's own default. */
  readonly container: string;
  /** Vault's or OpenBao's namespace, AWS's profile, Azure's tenant: what else the manager's tools would be told. */
  readonly scope: string;
}

export type StoreFailureKind =
  | 'unreachable'
  | 'timed-out'
  | 'cancelled'
  | 'certificate'
  | 'not-signed-in'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'server-error'
  | 'unreadable-answer'
  | 'missing-tool'
  | 'refused';

export interface StoreFailed {
  readonly kind: 'failed';
  readonly why: StoreFailureKind;
  /** What happened and what to do, for people. */
  readonly reason: Phrase;
  /** Whether the value may be in the manager all the same: it was sent, and what became of it could not be told. */
  readonly mayBeStored: boolean;
}

/** What a manager says of a secret without its value. */
export interface SecretFacts {
  readonly kind: 'there';
  readonly address: SecretAddress;
  readonly version?: string;
  /** Milliseconds since 1970. */
  readonly changed?: number;
}

export interface SecretAbsent {
  readonly kind: 'absent';
}

export interface SecretStored {
  readonly kind: 'stored';
  readonly address: SecretAddress;
  readonly version?: string;
  /** It held this very value before. */
  readonly already: boolean;
}

export interface SecretValue {
  readonly kind: 'value';
  /** In memory only. */
  readonly value: string;
}

export interface SecretRequest {
  readonly connection: ManagerConnection;
  readonly address: SecretAddress;
  readonly cancel: CancelToken;
}

export interface StoreSecretRequest extends SecretRequest {
  readonly value: string;
  /** `create`: never over an existing name. `new-version`: the user saw what is there and asked for it. */
  readonly mode: 'create' | 'new-version';
}

/** All of it: stored and read back, there already with another value, or why not. */
export interface SecretManagers {
  /** The host that requests go to, or the name of the program that is run. */
  destinationOf(connection: ManagerConnection): Promise<string>;
  describe(request: SecretRequest): Promise<SecretFacts | SecretAbsent | StoreFailed>;
  /** Stores, reads back and compares before it says `stored`. */
  store(request: StoreSecretRequest): Promise<SecretStored | SecretFacts | StoreFailed>;
  read(request: SecretRequest): Promise<SecretValue | SecretAbsent | StoreFailed>;
  /** Names in the connection's container, for completion and choice. */
  list(
    request: Omit<SecretRequest, 'address'>,
  ): Promise<{ readonly kind: 'names'; readonly addresses: readonly SecretAddress[] } | StoreFailed>;
}
