// How a value gets into a manager, whichever it is: look, create, read back, compare. What cannot be told is found out by reading,
// never by writing again.

import { setTimeout as wait } from 'node:timers/promises';
import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { SecretFacts, SecretStored, StoreFailed, StoreSecretRequest } from '../../engine/managers/secret-store.ts';
import { phrase } from '../../engine/phrase.ts';
import { failed, ManagerFailure } from './manager-failure.ts';
import type { OpenManager } from './secret-driver.ts';

/** Some managers answer reads from copies that lag behind a write. */
const readBackDelays = [0, 300, 900, 2000];

type Stored = SecretStored | SecretFacts | StoreFailed;

/** `reopen` gives the same manager for finding out what became of a value, whatever the user cancelled. */
export async function storeSecret(
  request: StoreSecretRequest,
  whom: string,
  manager: OpenManager,
  reopen: () => Promise<OpenManager>,
): Promise<Stored> {
  const { address, value, mode } = request;
  const before = await manager.read(address);
  if (before.kind === 'value') {
    if (before.value === value) return stored(manager, address, true);
    if (mode === 'create') return factsOf(manager, address);
  }
  let outcome: 'created' | 'taken';
  try {
    outcome = before.kind === 'absent' ? await manager.create(address, value) : await addVersion(manager, address, value);
  } catch (error) {
    if (!(error instanceof ManagerFailure) || !error.mayHaveHappened) throw error;
    return findOut(request, error, reopen);
  }
  return outcome === 'created' ? readBack(request, whom, reopen) : taken(manager, address, value);
}

async function addVersion(manager: OpenManager, address: SecretAddress, value: string): Promise<'created'> {
  await manager.addVersion(address, value);
  return 'created';
}

/** Somebody was faster. */
async function taken(manager: OpenManager, address: SecretAddress, value: string): Promise<Stored> {
  const now = await manager.read(address);
  return now.kind === 'value' && now.value === value ? stored(manager, address, true) : factsOf(manager, address);
}

/** Nobody knows whether the value arrived: the manager does. */
async function findOut(
  { address, value, mode }: StoreSecretRequest,
  failure: ManagerFailure,
  reopen: () => Promise<OpenManager>,
): Promise<Stored> {
  try {
    const manager = await reopen();
    const now = await manager.read(address);
    if (now.kind === 'value' && now.value === value) return await stored(manager, address, false);
    if (now.kind === 'value' && mode === 'create') return await factsOf(manager, address);
    // A request that is still on its way may arrive later; one that was answered or cut will not.
    return failed(failure, failure.why === 'timed-out' || failure.why === 'cancelled');
  } catch (error) {
    if (error instanceof ManagerFailure) return failed(failure, true);
    throw error;
  }
}

async function readBack({ address, value }: StoreSecretRequest, whom: string, reopen: () => Promise<OpenManager>): Promise<Stored> {
  try {
    const manager = await reopen();
    for (const delay of readBackDelays) {
      if (delay > 0) await wait(delay);
      const now = await manager.read(address);
      if (now.kind === 'absent') continue;
      return now.value === value ? await stored(manager, address, false) : altered(whom);
    }
    const reason = phrase('{0} said that the value is stored, but it could not be found there afterwards.', whom);
    return failed(new ManagerFailure('server-error', reason), true);
  } catch (error) {
    if (error instanceof ManagerFailure) return failed(error, true);
    throw error;
  }
}

function altered(whom: string): StoreFailed {
  const reason = phrase('{0} gave back another value than it was sent, so nothing else was changed. Look at the secret there.', whom);
  return failed(new ManagerFailure('refused', reason), true);
}

/** The value is there, whatever comes of asking for its version. */
async function stored(manager: OpenManager, address: SecretAddress, already: boolean): Promise<SecretStored> {
  const facts = await manager.describe(address).catch(ignoreFailure);
  const known = facts?.kind === 'there' ? facts : undefined;
  return { kind: 'stored', address, already, ...(known?.version !== undefined && { version: known.version }) };
}

async function factsOf(manager: OpenManager, address: SecretAddress): Promise<SecretFacts> {
  const facts = await manager.describe(address).catch(ignoreFailure);
  return facts?.kind === 'there' ? facts : { kind: 'there', address };
}

/** Version and date are extras: not everybody who may read a secret may also see them. */
function ignoreFailure(error: unknown): undefined {
  if (!(error instanceof ManagerFailure)) throw error;
}
