// A secret manager to store in, whichever it is: a fake of this process, or a real server that a script started.

import type { SecretAddress } from '../../../src/engine/managers/secret-address.ts';
import type { ManagerConnection, SecretManagers } from '../../../src/engine/managers/secret-store.ts';
import { createSecretManagers, type SecretManagersDeps } from '../../../src/node/managers/secret-managers.ts';
import type { FakeRequest, FakeServer } from './fake-server.ts';

export interface ManagerWorld {
  readonly connection: ManagerConnection;
  readonly deps: Partial<SecretManagersDeps>;
  /** As this manager would name it. */
  address(name: string): SecretAddress;
  close(): Promise<void>;
}

/** One that can be looked into, and that fails when it is told to. */
export interface FakeWorld extends ManagerWorld {
  readonly server: FakeServer;
  /** All versions, the last one in force. */
  held(address: SecretAddress): readonly string[];
  /** Whether a request stores a value. */
  isWrite(request: FakeRequest): boolean;
  /** What the manager says when it has no such right, when the sign-in is over. */
  readonly forbidden: Parameters<FakeServer['fail']>[0];
  readonly expired: Parameters<FakeServer['fail']>[0];
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
