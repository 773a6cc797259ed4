// What one secret manager must be able to do here. One file a manager, listed in `secret-managers.ts`; the order of the steps, the
// comparing and what an answer means for people are the same over all of them (`store-secret.ts`).

import type { ManagerId } from '../../engine/managers/manager-id.ts';
import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { ManagerConnection, SecretAbsent, SecretFacts, SecretValue } from '../../engine/managers/secret-store.ts';
import type { ManagerSession } from './manager-session.ts';

export interface SecretDriver {
  readonly id: ManagerId;
  /** The host that requests go to, or the name of the program that is run. Asks nobody. */
  destinationOf(connection: ManagerConnection, environment: NodeJS.ProcessEnv): string | Promise<string>;
  /** Signs in and finds out what the other calls need. `container` as in the address, where there is one. */
  open(session: ManagerSession, container: string): Promise<OpenManager>;
}

/** Throws `ManagerFailure` for everything that is not an answer. */
export interface OpenManager {
  describe(address: SecretAddress): Promise<SecretFacts | SecretAbsent>;
  read(address: SecretAddress): Promise<SecretValue | SecretAbsent>;
  /** Never over something. `taken`: the manager itself said that the name is in use. */
  create(address: SecretAddress, value: string): Promise<'created' | 'taken'>;
  /** Another version of what is there. */
  addVersion(address: SecretAddress, value: string): Promise<void>;
  list(): Promise<readonly SecretAddress[]>;
}
