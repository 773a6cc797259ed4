// A secret manager to store in, whichever it is: a fake of this process, or a real server that a script started.

import type { SecretAddress } from '../../../src/engine/managers/secret-address.ts';
import type { ManagerConnection, SecretManagers } from '../../../src/engine/managers/secret-store.ts';
import { createSecretManagers, type SecretManagersDeps } from '../../../src/node/managers/secret-managers.ts';

export interface ManagerWorld {
  readonly connection: ManagerConnection;
  readonly deps: Partial<SecretManagersDeps>;
  /** As this manager would name it. */
  address(name: string): SecretAddress;
  close(): Promise<void>;
}

/** What goes wrong, whichever way a manager is talked to. `late`, `cut` and `garbage` have stored, the others have not. */
export type WorldFault =
  | 'hang'
  | 'late'
  | 'cut'
  | 'garbage'
  | 'forbidden'
  | 'expired'
  | 'missing'
  | 'conflict'
  | 'busy'
  | 'busy for long'
  | 'broken';

/** One that can be looked into, and that fails when it is told to. */
export interface FakeWorld extends ManagerWorld {
  /** All versions, the last one in force. */
  held(address: SecretAddress): readonly string[];
  /** How often something was to be stored. */
  writes(): number;
  /** Fails once, or on and on; on all requests, or on those that store. */
  fail(fault: WorldFault, on: 'writes' | 'everything', times?: number): void;
  heal(): void;
  /** There is nobody to talk to any more. */
  vanish(): Promise<void>;
}

export interface NamedWorld<World extends ManagerWorld> {
  readonly title: string;
  start(): Promise<World>;
}

/** The product's own managers, in that world. */
export function managersIn({ deps }: ManagerWorld, more: Partial<SecretManagersDeps> = {}): SecretManagers {
  return createSecretManagers({
    homeFolder: '/nonexistent',
    environment: {},
    requestTimeout: 2000,
    programTimeout: 10_000,
    ...deps,
    ...more,
  });
}

export function connectionTo(manager: ManagerConnection['manager'], more: Partial<ManagerConnection> = {}): ManagerConnection {
  return { manager, endpoint: '', container: '', scope: '', ...more };
}
