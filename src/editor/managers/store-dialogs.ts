// What the user is asked and told while a value goes to a secret manager. None of it holds the value.

import * as vscode from 'vscode';
import { addressText, readAddress } from '../../engine/managers/address-text.ts';
import type { Manager } from '../../engine/managers/manager.ts';
import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { ManagerConnection, SecretFacts, StoreFailed } from '../../engine/managers/secret-store.ts';
import { translate } from '../convert.ts';
import type { KnownHosts } from './known-hosts.ts';
import type { SignIn } from './sign-in.ts';
import type { StoreDialogs } from './store-secret.ts';
import { tellFailure } from './tell-failure.ts';

export interface StoreDialogsDeps {
  readonly knownHosts: KnownHosts;
  readonly signIn: SignIn;
  readonly manager: Manager;
  readonly connection: ManagerConnection;
  /** The file whose settings say where the value goes. */
  readonly scope: vscode.Uri;
}

export function storeDialogs({ knownHosts, signIn, manager, connection, scope }: StoreDialogsDeps): StoreDialogs {
  return {
    askName: proposed => askName(manager, connection, proposed),
    mayUse: () => knownHosts.mayUse(connection, scope),
    chooseForExisting: facts => chooseForExisting(manager, facts),
    afterFailure: (failed, address) => tellFailure({ connection, failed, state: stateAfter(failed, manager, address), signIn }),
    busy: async (address, run) =>
      vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          cancellable: true,
          title: vscode.l10n.t('Storing {0} in {1}…', addressText(address), manager.title),
        },
        (_, token) => run(token),
      ),
  };
}

/** As the manager will call it: a name that it would not take is said to be so while it is typed. */
async function askName(manager: Manager, { container }: ManagerConnection, proposed: string): Promise<SecretAddress | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Move to {0}', manager.title),
    prompt:
      container === ''
        ? vscode.l10n.t('Name of the secret')
        : vscode.l10n.t('Name of the secret ({0}: {1})', manager.containerTitle, container),
    value: proposed,
    valueSelection: [proposed.length, proposed.length],
    ignoreFocusOut: true,
    validateInput: text => tellAddress(manager, container, text),
  });
  const address = typed === undefined ? undefined : readAddress(manager, container, typed);
  return address === undefined || 'kind' in address ? undefined : address;
}

function tellAddress(manager: Manager, container: string, text: string): string | vscode.InputBoxValidationMessage | undefined {
  const address = readAddress(manager, container, text);
  if ('kind' in address) return translate(address.reason);
  const written = addressText(address);
  if (written === text.trim()) return undefined;
  const message = vscode.l10n.t('{0} will call it {1}.', manager.title, written);
  return { message, severity: vscode.InputBoxValidationSeverity.Info };
}

async function chooseForExisting(
  manager: Manager,
  { address, version, changed }: SecretFacts,
): Promise<'another-name' | 'new-version' | undefined> {
  const name = addressText(address);
  const another = vscode.l10n.t('Choose Another Name…');
  const add = vscode.l10n.t('Add New Version');
  const since = changed === undefined ? undefined : new Date(changed).toLocaleString(vscode.env.language);
  // Where no version is told there may be none, and then the old value would be gone.
  const hasVersions = version !== undefined;
  const detail = [
    tellFound(version, since),
    vscode.l10n.t('It is not overwritten.'),
    ...(hasVersions ? [vscode.l10n.t('A new version would be what every program that reads this secret gets from then on.')] : []),
  ].join(' ');
  const question = vscode.l10n.t('{0} has {1} already, with another value.', manager.title, name);
  const choices = hasVersions ? [another, add] : [another];
  const chosen = await vscode.window.showWarningMessage(question, { modal: true, detail: detail.trim() }, ...choices);
  if (chosen === another) return 'another-name';
  return chosen === add ? 'new-version' : undefined;
}

function tellFound(version: string | undefined, since: string | undefined): string {
  if (version === undefined) return since === undefined ? '' : vscode.l10n.t('It was changed at {0}.', since);
  return since === undefined ? vscode.l10n.t('It has version {0}.', version) : vscode.l10n.t('It has version {0}, of {1}.', version, since);
}

function stateAfter({ mayBeStored }: StoreFailed, manager: Manager, address: SecretAddress): string {
  return mayBeStored
    ? vscode.l10n.t('Nothing was replaced. The value may be in {0} as {1} all the same.', manager.title, addressText(address))
    : vscode.l10n.t('Nothing was replaced, and nothing was stored.');
}
