// What every action on secret managers needs: whether it may run at all, which manager is chosen, and what a secret would be called.

import * as vscode from 'vscode';
import { managerOf } from '../../engine/managers/catalogue.ts';
import { connectionTo, settingOfManager } from '../../engine/managers/connection-words.ts';
import type { NameParts } from '../../engine/managers/manager.ts';
import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { SecretAbsent, SecretFacts, SecretManagers, StoreFailed } from '../../engine/managers/secret-store.ts';
import { type Phrase, phrase } from '../../engine/phrase.ts';
import { appNameOf } from '../../engine/project/app-name.ts';
import { environmentNameOf } from '../../engine/usages/environment-name.ts';
import { folderOf, sourceUriOf } from '../documents.ts';
import type { Engines } from '../engines.ts';
import { commands, settingsSection } from '../ids.ts';
import type { ProjectReader } from '../project-reader.ts';
import { UserError } from '../user-error.ts';
import { type ChosenManager, chosenManager } from './chosen-manager.ts';
import { describeDialogs } from './describe-dialogs.ts';
import { describeSecret } from './describe-secret.ts';
import type { KnownHosts } from './known-hosts.ts';
import type { SignIn } from './sign-in.ts';
import { storeDialogs } from './store-dialogs.ts';
import type { StoreDialogs } from './store-secret.ts';
import { tellFailure } from './tell-failure.ts';

export interface SecretDeskDeps {
  readonly engines: Engines;
  readonly projects: ProjectReader;
  /** None in a browser. */
  readonly reach: { readonly managers: SecretManagers; readonly knownHosts: KnownHosts } | undefined;
  readonly signIn: SignIn;
}

/** A manager that can be used now. */
export interface OpenDesk extends ChosenManager {
  readonly managers: SecretManagers;
  readonly dialogs: StoreDialogs;
  /** Tells of a failure; whether the user wants to try again. `state`: what exists where now. */
  readonly askAgain: (failed: StoreFailed, state: string) => Promise<'again' | undefined>;
}

export class SecretDesk {
  readonly #deps: SecretDeskDeps;

  constructor(deps: SecretDeskDeps) {
    this.#deps = deps;
  }

  /** Whether this editor has what it takes. */
  get canStore(): boolean {
    return this.#deps.reach !== undefined;
  }

  /** Why nothing of it runs here. */
  refusal(): Phrase | undefined {
    if (!this.canStore) return phrase('Secret managers cannot be reached from this editor.');
    if (!vscode.workspace.isTrusted) return phrase('Secret managers are not used in Restricted Mode: trust this workspace first.');
    return undefined;
  }

  /** As the settings of the file say; nothing where none is chosen. */
  chosen(uri: vscode.Uri): ChosenManager | undefined {
    return chosenManager(this.#deps.engines, uri);
  }

  /** Lets the user choose where that has not been done; nothing when they do not. */
  async open(uri: vscode.Uri): Promise<OpenDesk | undefined> {
    const { managers, knownHosts } = this.#reach();
    const { signIn } = this.#deps;
    if (!isReady(this.chosen(uri))) await vscode.commands.executeCommand(commands.chooseManager, uri);
    const chosen = this.chosen(uri);
    if (!chosen || !isReady(chosen)) return undefined;
    const { manager, connection } = chosen;
    return {
      ...chosen,
      managers,
      dialogs: storeDialogs({ knownHosts, signIn, manager, connection, scope: uri }),
      askAgain: (failed, state) => tellFailure({ connection, failed, state, signIn }),
    };
  }

  /** What the manager of a reference says of its secret; nothing when the user stopped it, or was told why it cannot be known. */
  async describe(address: SecretAddress, uri: vscode.Uri): Promise<SecretFacts | SecretAbsent | undefined> {
    const { managers, knownHosts } = this.#reach();
    const connection = connectionTo(this.#deps.engines.forUri(uri).settings, address);
    if ((await managers.destinationOf(connection)) === '') throw new UserError(noPlace(address));
    const dialogs = describeDialogs({ knownHosts, signIn: this.#deps.signIn, connection, address, scope: uri });
    return describeSecret({ managers, dialogs }, { connection, address });
  }

  /** What the secret would be called; throws where the template makes no name that the manager takes. */
  async proposal(
    { manager, connection, secretName }: ChosenManager,
    document: vscode.TextDocument,
    variable: string,
  ): Promise<SecretAddress> {
    const address = manager.addressOf(connection.container, secretName, await this.#partsOf(document, variable));
    if ('kind' in address) throw new UserError(address.reason);
    return address;
  }

  #reach(): NonNullable<SecretDeskDeps['reach']> {
    const refusal = this.refusal();
    const { reach } = this.#deps;
    if (refusal || !reach) throw new UserError(refusal ?? phrase('Secret managers cannot be reached from this editor.'));
    return reach;
  }

  async #partsOf(document: vscode.TextDocument, variable: string): Promise<NameParts> {
    const project = await this.#deps.projects.factsFor(document);
    const folder = folderOf(document.uri)?.uri ?? vscode.Uri.joinPath(document.uri, '..');
    return { variable, app: appNameOf(project, folder.toString()), environment: environmentNameOf(sourceUriOf(document)) ?? '' };
  }
}

function isReady(chosen: ChosenManager | undefined): boolean {
  return chosen !== undefined && chosen.missing.length === 0;
}

/** An SDK's call does not say it, and what its program is told is not known here. */
function noPlace({ manager }: SecretAddress): Phrase {
  const { title, containerTitle } = managerOf(manager);
  const setting = `${settingsSection}.${settingOfManager[manager]}`;
  return phrase('Neither this code nor the setting “{2}” says which {1} of {0} has to be asked.', title, containerTitle, setting);
}
