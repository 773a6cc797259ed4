// Whether a manager has a secret: asked only where the user agreed to it. Knows no windows, as `store-secret.ts`.

import type { CancelToken } from '../../engine/cancel.ts';
import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { ManagerConnection, SecretAbsent, SecretFacts, SecretManagers, StoreFailed } from '../../engine/managers/secret-store.ts';

export interface DescribeDialogs {
  /** Whether the user wants the place to be asked; asks only about places that they have not heard of. */
  mayAsk(): Promise<boolean>;
  /** Shows that something is going on, and lets the user cancel it. */
  busy<T>(run: (cancel: CancelToken) => Promise<T>): Promise<T>;
  /** Tells why it could not be asked; whether to try it again. */
  afterFailure(failed: StoreFailed): Promise<'again' | undefined>;
}

export interface DescribeSecretDeps {
  readonly managers: Pick<SecretManagers, 'describe'>;
  readonly dialogs: DescribeDialogs;
}

export interface DescribeSecretOrder {
  readonly connection: ManagerConnection;
  readonly address: SecretAddress;
}

/** Nothing when the user stopped it, or it could not be told, which they were told. */
export async function describeSecret(
  { managers, dialogs }: DescribeSecretDeps,
  { connection, address }: DescribeSecretOrder,
): Promise<SecretFacts | SecretAbsent | undefined> {
  // Asked before anything is said to the host: credentials go there with the first word.
  if (!(await dialogs.mayAsk())) return undefined;
  for (;;) {
    const found = await dialogs.busy(cancel => managers.describe({ connection, address, cancel }));
    if (found.kind !== 'failed') return found;
    if (found.why === 'cancelled' || (await dialogs.afterFailure(found)) === undefined) return undefined;
  }
}
