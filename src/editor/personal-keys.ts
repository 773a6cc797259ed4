// Personal keys of a workspace: in VS Code's secret storage, given to terminals and tasks as environment variables, never a file.
//
// VS Code saves terminals for its next start, each with the whole environment it was started with, in a database that anybody who reads
// the disk can read; marking a terminal as transient does not keep it out. So programs get the keys only where that is switched off.
// (A collection of environment variables is written to disk as well, unless it is not persistent.) At the log level Trace it writes
// the environment of each new terminal into a log, too.

import * as vscode from 'vscode';
import { mask } from '../engine/secret.ts';
import type { Boundary } from './commands.ts';
import { DisposableStore } from './disposables.ts';
import { secretKeys } from './ids.ts';
import type { PrivateKeys } from './private-keys.ts';
import { savesTerminals } from './settings.ts';

export interface PersonalKeysDeps {
  readonly secrets: vscode.SecretStorage;
  /** Of the workspace. Holds names of variables and public keys. */
  readonly memory: vscode.Memento;
  readonly environment: vscode.EnvironmentVariableCollection;
  /** Of encrypted environment files. */
  readonly privateKeys: PrivateKeys | undefined;
  readonly boundary: Boundary;
}

export interface PersonalKey {
  readonly name: string;
  readonly masked: string;
}

/** The private key of an encrypted environment file, which programs get under this name. */
interface Opener {
  readonly name: string;
  readonly publicKey: string;
}

export class PersonalKeys implements vscode.Disposable {
  readonly #deps: PersonalKeysDeps;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  /** By name, in memory as VS Code's own collection has them. */
  #values: ReadonlyMap<string, string> = new Map();
  /** By the collection of environment variables. */
  #isHeld = false;
  #last: Promise<unknown> = Promise.resolve();
  readonly onDidChange = this.#changed.event;

  constructor(deps: PersonalKeysDeps) {
    this.#deps = deps;
    // Before anything is put into it.
    deps.environment.persistent = false;
    const { id } = this;
    const load = deps.boundary.guard('personal keys', () => this.load());
    const give = deps.boundary.guardSync('personal keys', () => this.#giveOrTakeBack());
    this.#store.add(deps.secrets.onDidChange(({ key }) => key === id && load()));
    this.#store.add(vscode.workspace.onDidGrantWorkspaceTrust(load));
    this.#store.add(vscode.workspace.onDidChangeConfiguration(event => event.affectsConfiguration('terminal.integrated') && give()));
    this.#store.add(vscode.env.onDidChangeLogLevel(give));
    load();
  }

  /** Where the workspace's keys are in the secret storage; `undefined` without a folder. */
  get id(): string | undefined {
    const { workspaceFile, workspaceFolders } = vscode.workspace;
    const workspace = workspaceFile ?? workspaceFolders?.[0]?.uri;
    return workspace && `${secretKeys.personalKeys}.${workspace.toString()}`;
  }

  /** Whether terminals get them. */
  get isGiven(): boolean {
    return !savesTerminals() && !this.isLogged;
  }

  /** Whether VS Code logs the environment of every terminal that it starts. */
  get isLogged(): boolean {
    return vscode.env.logLevel === vscode.LogLevel.Trace;
  }

  /** By name. */
  all(): readonly PersonalKey[] {
    const names = [...this.#values].map(([name, value]) => ({ name, masked: mask(value) }));
    return names.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Reads the storage. In Restricted Mode there are none: a repository must not get at keys by being opened. */
  async load(): Promise<void> {
    const own = vscode.workspace.isTrusted ? await this.#read() : new Map<string, string>();
    const openers = vscode.workspace.isTrusted ? await this.#readOpeners(own) : [];
    this.#values = new Map([...own, ...openers]);
    this.#give();
    this.#changed.fire();
  }

  /** Whether it was read back. */
  keep(name: string, value: string): Promise<boolean> {
    return this.#change(async keys => {
      keys.set(name, value);
      await this.#write(keys);
      return (await this.#read()).get(name) === value;
    });
  }

  remove(name: string): Promise<boolean> {
    return this.#change(async keys => {
      const opener = this.#openers().find(other => other.name === name);
      if (opener)
        await this.#deps.memory.update(
          memoryOfOpeners,
          this.#openers().filter(other => other !== opener),
        );
      keys.delete(name);
      await this.#write(keys);
      return !(await this.#read()).has(name);
    });
  }

  /** Gives programs the private key of an encrypted file, which stays where it is kept. Whether terminals get it. */
  async giveOpener(name: string, publicKey: string): Promise<boolean> {
    const others = this.#openers().filter(opener => opener.publicKey !== publicKey);
    // dotenvx tries every variable that begins with DOTENV_PRIVATE_KEY: files of one name in two folders get along.
    const free = others.some(opener => opener.name === name) ? `${name}_${publicKey.slice(2, 10).toUpperCase()}` : name;
    await this.#deps.memory.update(memoryOfOpeners, [...others, { name: free, publicKey }]);
    await this.load();
    return this.isGiven;
  }

  dispose(): void {
    this.#store.dispose();
    this.#values = new Map();
  }

  /** One at a time: two keys kept at once would each forget the other. */
  async #change(run: (keys: Map<string, string>) => Promise<boolean>): Promise<boolean> {
    const result = this.#last.then(async () => run(new Map(await this.#read())));
    this.#last = result.catch(() => undefined); // Told to whoever asked.
    try {
      return await result;
    } finally {
      await this.load();
    }
  }

  async #read(): Promise<ReadonlyMap<string, string>> {
    const text = this.id === undefined ? undefined : await this.#deps.secrets.get(this.id);
    return new Map(Object.entries(text === undefined ? {} : (JSON.parse(text) as Readonly<Record<string, string>>)));
  }

  async #write(keys: ReadonlyMap<string, string>): Promise<void> {
    if (this.id === undefined) return;
    if (keys.size === 0) await this.#deps.secrets.delete(this.id);
    else await this.#deps.secrets.store(this.id, JSON.stringify(Object.fromEntries(keys)));
  }

  #openers(): readonly Opener[] {
    return this.#deps.memory.get<readonly Opener[]>(memoryOfOpeners, []);
  }

  async #readOpeners(own: ReadonlyMap<string, string>): Promise<readonly (readonly [string, string])[]> {
    const found: (readonly [string, string])[] = [];
    for (const { name, publicKey } of this.#openers()) {
      const value = own.has(name) ? undefined : await this.#deps.privateKeys?.keptInVsCode(publicKey);
      if (value !== undefined) found.push([name, value]);
    }
    return found;
  }

  /** What runs has them until it ends. */
  #giveOrTakeBack(): void {
    const had = this.#isHeld;
    this.#give();
    if (!had || this.#isHeld || !savesTerminals() || vscode.window.terminals.length === 0) return;
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'Terminals that are open may have personal keys, and VS Code saves their environment when it is closed. Close those terminals first.',
      ),
    );
  }

  #give(): void {
    const { environment } = this.#deps;
    environment.clear();
    this.#isHeld = this.#values.size > 0 && this.isGiven;
    if (!this.#isHeld) return;
    for (const [name, value] of this.#values) environment.replace(name, value);
    environment.description = vscode.l10n.t('Personal keys of this workspace: {0}', [...this.#values.keys()].join(', '));
  }
}

const memoryOfOpeners = 'personalKeys.openers';
