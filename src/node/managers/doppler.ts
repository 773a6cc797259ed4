// Doppler, by its own program: the value comes on standard input. https://docs.doppler.com/docs/cli

import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { SecretAbsent, SecretFacts, SecretValue } from '../../engine/managers/secret-store.ts';
import { phrase } from '../../engine/phrase.ts';
import { asRecord } from './http-client.ts';
import { ManagerFailure, unreadable } from './manager-failure.ts';
import type { ManagerSession } from './manager-session.ts';
import { programFailure } from './program-failure.ts';
import { refuseReferences } from './refuse-references.ts';
import { runProgram } from './run-program.ts';
import type { OpenManager, SecretDriver } from './secret-driver.ts';

export const doppler: SecretDriver = {
  id: 'doppler',
  destinationOf: () => 'doppler',
  open: async (session, container) => new Doppler(session, container),
};

const signIn = {
  says: /log(?:ged)? ?in|provide a token|you must provide|invalid (?:auth|service) token|unauthorized|\b401\b|token.*expired/i,
  reason: phrase('Doppler is not signed in. Run “doppler login”, or set DOPPLER_TOKEN.'),
};

/** Its program reads lines of this length at most. */
const longestLine = 60_000;

class Doppler implements OpenManager {
  readonly #session: ManagerSession;
  readonly #container: string;
  #asked: Promise<readonly string[]> | undefined;

  constructor(session: ManagerSession, container: string) {
    this.#session = session;
    this.#container = container;
  }

  async describe(address: SecretAddress): Promise<SecretFacts | SecretAbsent> {
    return (await this.#known()).includes(address.name) ? { kind: 'there', address } : { kind: 'absent' };
  }

  /** Asked for a name that it does not know, its program fails like for everything else: names first. */
  async read({ name }: SecretAddress): Promise<SecretValue | SecretAbsent> {
    if (!(await this.#names()).includes(name)) return { kind: 'absent' };
    const { computed, raw } = asRecord(asRecord(await this.#ask(['secrets', 'get', name, '--json']))[name]);
    const value = computed ?? raw;
    if (typeof value !== 'string') throw unreadable(this.#session.whom);
    return { kind: 'value', value };
  }

  async create({ name }: SecretAddress, value: string): Promise<'created' | 'taken'> {
    if ((await this.#known()).includes(name)) return 'taken';
    await this.#set(name, value);
    return 'created';
  }

  async addVersion({ name }: SecretAddress, value: string): Promise<void> {
    await this.#set(name, value);
  }

  async list(): Promise<readonly SecretAddress[]> {
    return (await this.#names()).map(name => ({ manager: 'doppler', container: this.#container, name }));
  }

  /** Each run of its program takes a second: what was just asked is not asked again. */
  #known(): Promise<readonly string[]> {
    return this.#asked ?? this.#names();
  }

  #names(): Promise<readonly string[]> {
    this.#asked = this.#askNames();
    return this.#asked;
  }

  async #askNames(): Promise<readonly string[]> {
    return Object.keys(asRecord(await this.#ask(['secrets', '--only-names', '--json'])));
  }

  async #set(name: string, value: string): Promise<void> {
    // Words with `=` in them are values in its arguments, and a name is all that is said there.
    if (!/^[A-Za-z0-9_]+$/.test(name)) throw new ManagerFailure('refused', phrase('Doppler takes no name like {0}.', name));
    refuseReferences(value, this.#session.whom);
    if (value.split('\n').some(line => line.length > longestLine))
      throw new ManagerFailure('refused', phrase('The value is too long for {0}.', this.#session.whom));
    // Without `--silent` it prints what it stored; one line break at the end is taken for that of the terminal.
    const input = value.endsWith('\n') ? `${value}\n` : value;
    await this.#run(['secrets', 'set', name, '--silent', '--no-interactive'], { input, changes: true });
  }

  async #ask(args: readonly string[]): Promise<unknown> {
    const output = await this.#run(args);
    try {
      return JSON.parse(output);
    } catch {
      throw unreadable(this.#session.whom);
    }
  }

  async #run(args: readonly string[], more: { readonly input?: string; readonly changes?: boolean } = {}): Promise<string> {
    const session = this.#session;
    const [project = '', config = ''] = this.#container.split('/', 2);
    const place = [...(project ? ['--project', project] : []), ...(config ? ['--config', config] : [])];
    // Where nothing says which project, its program takes the one that was set up for the folder.
    const folder = this.#container === '' ? session.host.workspaceFolders()[0] : undefined;
    return session.patiently(async () => {
      const answer = await runProgram(session, {
        program: 'doppler',
        args: [...args, ...place, '--no-check-version'],
        ...more,
        ...(folder !== undefined && { folder }),
      });
      if (answer.code === 0) return answer.output;
      throw programFailure(session, answer, signIn, {
        changes: more.changes === true,
        place: /could not find requested|invalid (?:project|config)|must specify a (?:project|config)/i,
      });
    });
  }
}
