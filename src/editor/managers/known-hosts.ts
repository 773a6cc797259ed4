// Where secrets have been sent before. Before the first time the user is told where, once for each host, and can say no.

import * as vscode from 'vscode';
import { managerOf } from '../../engine/managers/catalogue.ts';
import { settingOfManager } from '../../engine/managers/connection-words.ts';
import type { ManagerConnection, SecretManagers } from '../../engine/managers/secret-store.ts';
import { isWorkspaceSetting } from '../settings.ts';

export interface KnownHostsDeps {
  readonly managers: SecretManagers;
  /** Goes with the person, not with the workspace: a repository must not bring answers along. */
  readonly memory: vscode.Memento;
}

const memoryKey = 'managers.knownHosts';

export class KnownHosts {
  readonly #deps: KnownHostsDeps;

  constructor(deps: KnownHostsDeps) {
    this.#deps = deps;
  }

  /** `scope`: the file or folder whose settings name the place. */
  async mayUse(connection: ManagerConnection, scope: vscode.Uri | undefined): Promise<boolean> {
    const { managers, memory } = this.#deps;
    const destination = await managers.destinationOf(connection);
    const place = placeOf(connection, destination);
    const known = memory.get<readonly string[]>(memoryKey, []);
    if (known.includes(place)) return true;
    if (!(await ask(connection, place, scope))) return false;
    await memory.update(memoryKey, [...memory.get<readonly string[]>(memoryKey, []), place]);
    return true;
  }
}

/** Google has one host for everybody: there the project says whose it is. */
function placeOf({ manager, container }: ManagerConnection, destination: string): string {
  return manager === 'google-secret-manager' ? `${destination}/projects/${container}` : destination;
}

/** These are reached through a program of theirs. */
const byProgram: ReadonlySet<string> = new Set(['1password', 'doppler']);

async function ask({ manager }: ManagerConnection, place: string, scope: vscode.Uri | undefined): Promise<boolean> {
  const { title } = managerOf(manager);
  const isProgram = byProgram.has(manager);
  const question = isProgram ? vscode.l10n.t('Hand a key to the program {0}?', place) : vscode.l10n.t('Send a key to {0}?', place);
  const what = isProgram
    ? vscode.l10n.t('This is how {0} is reached. Key Hygiene has not run it so far; it gets the key on its input.', title)
    : vscode.l10n.t(
        'This is where {0} is reached. Key Hygiene has sent nothing there so far; it gets the key and what you are signed in with.',
        title,
      );
  const workspace = vscode.l10n.t('The address comes from the settings of this workspace: go on only if you know it.');
  const once = vscode.l10n.t('You are asked once.');
  const detail = [what, ...(isWorkspaceSetting(settingOfManager[manager], scope) ? [workspace] : []), once].join(' ');
  const go = isProgram ? vscode.l10n.t('Run It') : vscode.l10n.t('Send');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, go)) === go;
}
