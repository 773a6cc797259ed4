// 1Password, by its own program: what it creates comes as JSON on standard input. One item a key; an item is never changed but for an
// explicit new version. https://developer.1password.com/docs/cli/item-create/

import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { SecretAbsent, SecretFacts, SecretValue } from '../../engine/managers/secret-store.ts';
import { phrase } from '../../engine/phrase.ts';
import { asRecord } from './http-client.ts';
import { ManagerFailure, notFound, unreadable } from './manager-failure.ts';
import type { ManagerSession } from './manager-session.ts';
import { programFailure } from './program-failure.ts';
import { runProgram } from './run-program.ts';
import type { OpenManager, SecretDriver } from './secret-driver.ts';

export const onePassword: SecretDriver = {
  id: '1password',
  destinationOf: () => 'op',
  open: async (session, vault) => new OnePassword(session, vault),
};

interface Item {
  readonly id: string;
  readonly title: string;
  readonly version: string | undefined;
  readonly changed: number | undefined;
}

const signIn = {
  says: /not (?:currently )?signed in|session expired|no accounts? configured|authorization (?:prompt|timeout|denied)|connecting to desktop app|service account token|unauthorized|\b401\b/i,
  reason: phrase('1Password is not signed in. Turn on its command line integration in the app’s developer settings, or run “op signin”.'),
};

class OnePassword implements OpenManager {
  readonly #session: ManagerSession;
  readonly #vault: string;
  #asked: Promise<readonly Item[]> | undefined;

  constructor(session: ManagerSession, vault: string) {
    this.#session = session;
    this.#vault = vault;
  }

  async describe(address: SecretAddress): Promise<SecretFacts | SecretAbsent> {
    const item = this.#findIn(await this.#known(), address);
    if (!item) return { kind: 'absent' };
    const { version, changed } = item;
    return { kind: 'there', address, ...(version !== undefined && { version }), ...(changed !== undefined && { changed }) };
  }

  async read(address: SecretAddress): Promise<SecretValue | SecretAbsent> {
    const item = await this.#find(address);
    const value = item && fieldOf(await this.#get(item), address)?.['value'];
    return typeof value === 'string' ? { kind: 'value', value } : { kind: 'absent' };
  }

  async create(address: SecretAddress, value: string): Promise<'created' | 'taken'> {
    // 1Password would make a second item of the same title.
    if (this.#findIn(await this.#known(), address)) return 'taken';
    const label = fieldName(address);
    const template = { title: address.name, category: 'API_CREDENTIAL', fields: [{ id: label, label, type: 'CONCEALED', value }] };
    await this.#run(['item', 'create', '-', ...this.#place()], { input: JSON.stringify(template), changes: true });
    return 'created';
  }

  async addVersion(address: SecretAddress, value: string): Promise<void> {
    const item = await this.#find(address);
    if (!item) throw notFound(phrase('{0} has no item {1}.', this.#session.whom, address.name));
    const whole = await this.#get(item);
    const field = fieldOf(whole, address);
    if (!field) throw notFound(phrase('The item {0} has no field {1}.', address.name, fieldName(address)));
    const fields = fieldsOf(whole).map(other => (other['id'] === field['id'] ? { ...other, value } : other));
    const input = JSON.stringify({ ...whole, fields });
    await this.#run(['item', 'edit', item.id, ...this.#place()], { input, changes: true });
  }

  async list(): Promise<readonly SecretAddress[]> {
    return (await this.#items()).map(({ title }) => ({ manager: '1password', container: this.#vault, name: title }));
  }

  async #find(address: SecretAddress): Promise<Item | undefined> {
    return this.#findIn(await this.#items(), address);
  }

  #findIn(items: readonly Item[], { name }: SecretAddress): Item | undefined {
    const found = items.filter(({ title, id }) => title === name || id === name);
    if (found.length > 1) {
      const reason = phrase(
        '{0} has {1} items called {2}. Rename the others there, or choose another name.',
        this.#session.whom,
        found.length,
        name,
      );
      throw new ManagerFailure('refused', reason);
    }
    return found[0];
  }

  /** Each run of its program takes a second: what was just asked is not asked again. */
  #known(): Promise<readonly Item[]> {
    return this.#asked ?? this.#items();
  }

  #items(): Promise<readonly Item[]> {
    this.#asked = this.#askItems();
    return this.#asked;
  }

  async #askItems(): Promise<readonly Item[]> {
    const items = await this.#run(['item', 'list', ...this.#place()]);
    if (!Array.isArray(items)) throw unreadable(this.#session.whom);
    return items.map(asRecord).flatMap(({ id, title, version, updated_at: changed }) =>
      typeof id === 'string' && typeof title === 'string'
        ? [
            {
              id,
              title,
              version: typeof version === 'number' ? String(version) : undefined,
              changed: typeof changed === 'string' ? Date.parse(changed) : undefined,
            },
          ]
        : [],
    );
  }

  async #get({ id }: Item): Promise<Readonly<Record<string, unknown>>> {
    return asRecord(await this.#run(['item', 'get', id, ...this.#place()]));
  }

  #place(): readonly string[] {
    const { scope } = this.#session.connection;
    return [...(this.#vault ? ['--vault', this.#vault] : []), ...(scope ? ['--account', scope] : []), '--format', 'json'];
  }

  async #run(args: readonly string[], more: { readonly input?: string; readonly changes?: boolean } = {}): Promise<unknown> {
    const session = this.#session;
    const { changes = false } = more;
    return session.patiently(async () => {
      const answer = await runProgram(session, { program: 'op', args, ...more });
      if (answer.code !== 0) throw programFailure(session, answer, signIn, { changes, place: /isn.t a vault|vault .*not found/i });
      try {
        return JSON.parse(answer.output);
      } catch {
        throw unreadable(session.whom, { mayHaveHappened: changes });
      }
    });
  }
}

function fieldName({ field }: SecretAddress): string {
  return field || 'credential';
}

function fieldsOf(item: Readonly<Record<string, unknown>>): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(item['fields']) ? item['fields'].map(asRecord) : [];
}

function fieldOf(item: Readonly<Record<string, unknown>>, address: SecretAddress): Readonly<Record<string, unknown>> | undefined {
  const name = fieldName(address);
  const fields = fieldsOf(item);
  return fields.find(({ id }) => id === name) ?? fields.find(({ label }) => label === name);
}
