// The parts that actions on secret managers share.

import * as vscode from 'vscode';
import type { Abilities, LentToManagers } from '../abilities.ts';
import type { Engines } from '../engines.ts';
import type { ProjectReader } from '../project-reader.ts';
import { KnownHosts } from './known-hosts.ts';
import { ManagerTargets } from './manager-targets.ts';
import { managersOnUse } from './managers-on-use.ts';
import { SecretDesk } from './secret-desk.ts';
import { SignIn } from './sign-in.ts';

export interface SecretPartsDeps {
  readonly reach: Abilities['managers'];
  readonly secrets: vscode.SecretStorage;
  readonly globalState: vscode.Memento;
  readonly engines: Engines;
  readonly projects: ProjectReader;
  readonly log: vscode.LogOutputChannel;
}

export interface SecretParts {
  readonly desk: SecretDesk;
  readonly signIn: SignIn;
  /** The caller disposes it. */
  readonly targets: ManagerTargets;
}

export function createSecretParts({ reach, secrets, globalState, engines, projects, log }: SecretPartsDeps): SecretParts {
  const signIn = new SignIn({ secrets });
  const lent: LentToManagers = {
    token: connection => signIn.token(connection),
    workspaceFolders: () => (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath),
    log: line => log.debug(line),
  };
  const managers = reach && managersOnUse(() => reach(lent));
  const knownHosts = managers && new KnownHosts({ managers, memory: globalState });
  const desk = new SecretDesk({ engines, projects, signIn, reach: managers && knownHosts && { managers, knownHosts } });
  return { desk, signIn, targets: new ManagerTargets({ projects }) };
}
