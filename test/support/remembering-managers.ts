// Secret managers that keep secrets in memory and do what a test tells them to.
import type { SecretFacts, SecretManagers, SecretStored, StoreFailed, StoreSecretRequest } from '../../src/engine/managers/secret-store.ts';
import { phrase } from '../../src/engine/phrase.ts';

export class RememberingManagers implements SecretManagers {
  /** By name and field. */
  readonly secrets = new Map<string, string>();
  readonly calls: string[] = [];
  /** Answers of the next stores, before the usual ones. */
  readonly faults: StoreFailed[] = [];

  async destinationOf(): Promise<string> {
    return 'vault.example.com';
  }

  async describe(): Promise<never> {
    throw new Error('is not asked');
  }

  async read(): Promise<never> {
    throw new Error('is not asked');
  }

  async list(): Promise<never> {
    throw new Error('is not asked');
  }

  async store({ address, value, mode }: StoreSecretRequest): Promise<SecretStored | SecretFacts | StoreFailed> {
    const id = `${address.name}/${address.field ?? ''}`;
    this.calls.push(`${mode} ${id}`);
    const fault = this.faults.shift();
    if (fault?.mayBeStored) this.secrets.set(id, value);
    if (fault) return fault;
    const known = this.secrets.get(id);
    if (known === value) return { kind: 'stored', address, version: '1', already: true };
    if (known !== undefined && mode === 'create') return { kind: 'there', address, version: '3', changed: 0 };
    this.secrets.set(id, value);
    return { kind: 'stored', address, version: known === undefined ? '1' : '4', already: false };
  }
}

export function failure(why: StoreFailed['why'], mayBeStored = false): StoreFailed {
  return { kind: 'failed', why, reason: phrase('It did not work.'), mayBeStored };
}
