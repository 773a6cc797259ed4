// What the user is asked and told while a manager is asked whether it has a secret.

import * as vscode from 'vscode';
import { referenceText } from '../../engine/managers/address-text.ts';
import { managerOf } from '../../engine/managers/catalogue.ts';
import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { ManagerConnection } from '../../engine/managers/secret-store.ts';
import type { DescribeDialogs } from './describe-secret.ts';
import type { KnownHosts } from './known-hosts.ts';
import type { SignIn } from './sign-in.ts';
import { tellFailure } from './tell-failure.ts';

export interface DescribeDialogsDeps {
  readonly knownHosts: KnownHosts;
  readonly signIn: SignIn;
  readonly connection: ManagerConnection;
  readonly address: SecretAddress;
  /** The file with the reference. */
  readonly scope: vscode.Uri;
}

export function describeDialogs({ knownHosts, signIn, connection, address, scope }: DescribeDialogsDeps): DescribeDialogs {
  const title = vscode.l10n.t('Asking {0} …', managerOf(address.manager).title);
  const location = vscode.ProgressLocation.Notification;
  return {
    mayAsk: () => knownHosts.mayAsk(connection, address, scope),
    busy: async run => vscode.window.withProgress({ location, cancellable: true, title }, (_, token) => run(token)),
    afterFailure: failed => {
      const state = vscode.l10n.t('So it is not known whether {0} exists.', referenceText(address));
      return tellFailure({ connection, failed, state, signIn });
    },
  };
}
