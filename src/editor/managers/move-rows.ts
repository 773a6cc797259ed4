// Rows of an environment file into a secret manager, one after the other. A row that cannot go stays, with the reason; between two
// rows the user can stop. Knows no windows, like `store-secret.ts`.

import type { CancelToken } from '../../engine/cancel.ts';
import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { ManagerConnection, SecretFacts, SecretManagers, SecretStored, StoreFailed } from '../../engine/managers/secret-store.ts';

export interface RowToMove {
  readonly name: string;
  /** In memory only. */
  readonly value: string;
  readonly address: SecretAddress;
}

export type RowOutcome =
  | { readonly row: RowToMove; readonly outcome: SecretStored | SecretFacts | StoreFailed }
  /** The user stopped before it, or the manager could not be used any more. */
  | { readonly row: RowToMove; readonly outcome: undefined };

export interface RowsOrder {
  readonly connection: ManagerConnection;
  readonly rows: readonly RowToMove[];
  readonly cancel: CancelToken;
  readonly onRow: (row: RowToMove) => void;
}

/** One outcome a row, in their order. */
export async function storeRows(managers: SecretManagers, { connection, rows, cancel, onRow }: RowsOrder): Promise<readonly RowOutcome[]> {
  const outcomes: RowOutcome[] = [];
  let isOver = false;
  for (const row of rows) {
    if (isOver || cancel.isCancellationRequested) {
      outcomes.push({ row, outcome: undefined });
      continue;
    }
    onRow(row);
    const { address, value } = row;
    const outcome = await managers.store({ connection, address, value, mode: 'create', cancel });
    outcomes.push({ row, outcome });
    // What is wrong with one name or value says nothing of the next; everything else would be the same again.
    isOver = outcome.kind === 'failed' && outcome.why !== 'refused';
  }
  return outcomes;
}

/** The one after which the rest was not tried. */
export function failureOf(outcomes: readonly RowOutcome[]): StoreFailed | undefined {
  const failures = outcomes.map(({ outcome }) => outcome).filter(outcome => outcome?.kind === 'failed');
  return failures.find(({ why }) => why !== 'refused');
}

export function movedRows(outcomes: readonly RowOutcome[]): readonly { readonly row: RowToMove; readonly stored: SecretStored }[] {
  return outcomes.flatMap(({ row, outcome }) => (outcome?.kind === 'stored' ? [{ row, stored: outcome }] : []));
}
