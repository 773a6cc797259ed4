// One value into a secret manager: under a name that the user agreed to, to a host they know, never over what is there.
// Knows no windows: whoever calls it brings the questions (`store-dialogs.ts`), and tests answer them.

import type { CancelToken } from '../../engine/cancel.ts';
import { addressText } from '../../engine/managers/address-text.ts';
import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type {
  ManagerConnection,
  SecretFacts,
  SecretManagers,
  SecretStored,
  StoreFailed,
  StoreSecretRequest,
} from '../../engine/managers/secret-store.ts';

export interface StoreDialogs {
  /** Nothing when the user went back. */
  askName(proposed: string): Promise<SecretAddress | undefined>;
  /** Whether the user wants to send something there; asks only about places that they have not heard of. */
  mayUse(connection: ManagerConnection): Promise<boolean>;
  chooseForExisting(facts: SecretFacts): Promise<'another-name' | 'new-version' | undefined>;
  /** Whether to try it again. */
  afterFailure(failed: StoreFailed, address: SecretAddress): Promise<'again' | undefined>;
  /** Shows that something is going on, and lets the user cancel it. */
  busy<T>(address: SecretAddress, run: (cancel: CancelToken) => Promise<T>): Promise<T>;
}

export interface StoreSecretDeps {
  readonly managers: SecretManagers;
  readonly dialogs: StoreDialogs;
}

export interface StoreSecretOrder {
  readonly connection: ManagerConnection;
  readonly proposed: SecretAddress;
  readonly value: string;
}

/** What was stored and read back; nothing when the user stopped it or it could not be done, which they were told. */
export async function storeSecret(deps: StoreSecretDeps, order: StoreSecretOrder): Promise<SecretStored | undefined> {
  const { managers, dialogs } = deps;
  const { connection, value } = order;
  let proposed = order.proposed;
  for (;;) {
    const address = await dialogs.askName(addressText(proposed));
    // Asked before anything is said to the host: credentials go there with the first word.
    if (!address || !(await dialogs.mayUse(connection))) return undefined;
    const request = { connection, address, value };
    const outcome = await untilTold(deps, address, cancel => managers.store({ ...request, mode: 'create', cancel }));
    if (outcome?.kind !== 'there') return outcome;
    const choice = await dialogs.chooseForExisting(outcome);
    if (choice === undefined) return undefined;
    if (choice === 'new-version') {
      const added = await untilTold(deps, address, cancel => managers.store({ ...request, mode: 'new-version', cancel }));
      if (added?.kind !== 'there') return added;
    }
    proposed = address;
  }
}

type StoreOutcome = Awaited<ReturnType<SecretManagers['store']>>;

/** Tries until it is done or the user gives up. What arrived unheard the first time is found there the second. */
async function untilTold(
  { dialogs }: StoreSecretDeps,
  address: SecretAddress,
  send: (cancel: StoreSecretRequest['cancel']) => Promise<StoreOutcome>,
): Promise<Exclude<StoreOutcome, StoreFailed> | undefined> {
  for (;;) {
    const outcome = await dialogs.busy(address, send);
    if (outcome.kind !== 'failed') return outcome;
    if ((await dialogs.afterFailure(outcome, address)) === undefined) return undefined;
  }
}
