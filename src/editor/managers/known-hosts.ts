// Where secrets have been sent before, and who was asked about them. Before the first time the user is told where, once for each host,
// and can say no.

import * as vscode from 'vscode';
import { referenceText } from '../../engine/managers/address-text.ts';
import { managerOf } from '../../engine/managers/catalogue.ts';
import { settingOfManager } from '../../engine/managers/connection-words.ts';
import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { ManagerConnection, SecretManagers } from '../../engine/managers/secret-store.ts';
import { isWorkspaceSetting } from '../settings.ts';

export interface KnownHostsDeps {
  readonly managers: SecretManagers;
  /** Goes with the person, not with the workspace: a repository must not bring answers along. */
  readonly memory: vscode.Memento;
}

const sentMemory = 'managers.knownHosts';
const askedMemory = 'managers.askedHosts';

export class KnownHosts {
  readonly #deps: KnownHostsDeps;

  constructor(deps: KnownHostsDeps) {
    this.#deps = deps;
  }

  /** Whether a key may be sent. `scope`: the file or folder whose settings name the place. */
  async mayUse(connection: ManagerConnection, scope: vscode.Uri | undefined): Promise<boolean> {
    const place = await this.#placeOf(connection);
    return this.#known(sentMemory).includes(place) || this.#ask(sentMemory, place, sendingTo(connection, place), connection, scope);
  }

  /** Whether a name may be asked about: where keys may be sent, too, but not the other way round. */
  async mayAsk(connection: ManagerConnection, address: SecretAddress, scope: vscode.Uri): Promise<boolean> {
    const place = await this.#placeOf(connection);
    const known = [...this.#known(sentMemory), ...this.#known(askedMemory)];
    return known.includes(place) || this.#ask(askedMemory, place, askingAbout(connection, place, address), connection, scope);
  }

  /** Google has one host for everybody: there the project says whose it is. */
  async #placeOf(connection: ManagerConnection): Promise<string> {
    const destination = await this.#deps.managers.destinationOf(connection);
    return connection.manager === 'google-secret-manager' ? `${destination}/projects/${connection.container}` : destination;
  }

  #known(memoryKey: string): readonly string[] {
    return this.#deps.memory.get<readonly string[]>(memoryKey, []);
  }

  async #ask(
    memoryKey: string,
    place: string,
    question: Question,
    { manager }: ManagerConnection,
    scope: vscode.Uri | undefined,
  ): Promise<boolean> {
    const settings = vscode.l10n.t('The address comes from the settings of this workspace: go on only if you know it.');
    const once = vscode.l10n.t('You are asked once.');
    const origin = question.origin ?? (isWorkspaceSetting(settingOfManager[manager], scope) ? settings : undefined);
    const detail = [question.what, ...(origin === undefined ? [] : [origin]), once].join(' ');
    if ((await vscode.window.showWarningMessage(question.text, { modal: true, detail }, question.go)) !== question.go) return false;
    await this.#deps.memory.update(memoryKey, [...this.#known(memoryKey), place]);
    return true;
  }
}

interface Question {
  readonly text: string;
  readonly what: string;
  readonly go: string;
  /** Where the address comes from, when that is not the settings. */
  readonly origin?: string | undefined;
}

/** These are reached through a program of theirs. */
const byProgram: ReadonlySet<string> = new Set(['1password', 'doppler']);

function sendingTo({ manager }: ManagerConnection, place: string): Question {
  const { title } = managerOf(manager);
  if (byProgram.has(manager)) {
    return {
      text: vscode.l10n.t('Hand a key to the program {0}?', place),
      what: vscode.l10n.t('Key Hygiene reaches {0} through it, and has not run it so far. It will get the key on its input.', title),
      go: vscode.l10n.t('Run It'),
    };
  }
  return {
    text: vscode.l10n.t('Send a key to {0}?', place),
    what: vscode.l10n.t(
      'Key Hygiene reaches {0} there, and has sent nothing to it so far. It will get the key and what you are signed in with.',
      title,
    ),
    go: vscode.l10n.t('Send'),
  };
}

function askingAbout({ manager, endpoint }: ManagerConnection, place: string, address: SecretAddress): Question {
  const { title } = managerOf(manager);
  const text = vscode.l10n.t('Ask {0} whether it has {1}?', place, referenceText(address));
  if (byProgram.has(manager)) {
    const what = vscode.l10n.t(
      'Key Hygiene reaches {0} through it, and has not run it so far. It will get the name of the secret, and no key.',
      title,
    );
    return { text, what, go: vscode.l10n.t('Run It') };
  }
  return {
    text,
    what: vscode.l10n.t(
      'Key Hygiene reaches {0} there, and has asked nothing so far. It will get the name of the secret and what you are signed in with, and no key.',
      title,
    ),
    go: vscode.l10n.t('Ask'),
    // Only there the reference itself says which host it is.
    origin:
      manager === 'azure-key-vault' && address.container !== '' && endpoint === ''
        ? vscode.l10n.t('The address comes from the code of this workspace: go on only if you know it.')
        : undefined,
  };
}
