// What helps when a secret manager could not be reached or said no: the buttons of the message, most fitting first.

import type { ManagerId } from '../../engine/managers/manager-id.ts';
import type { StoreFailed } from '../../engine/managers/secret-store.ts';

export type FailureAction = 'sign-in' | 'copy-sign-in' | 'again' | 'settings' | 'log';

/** Nothing where the user stopped it themselves. */
export function actionsAfter({ why }: StoreFailed, manager: ManagerId): readonly FailureAction[] {
  switch (why) {
    case 'cancelled':
      return [];
    case 'not-signed-in':
      return [signInOf(manager), 'again', 'settings'];
    case 'forbidden':
    case 'not-found':
    case 'refused':
      return ['settings', 'again'];
    case 'unreachable':
    case 'timed-out':
    case 'certificate':
      return ['again', 'settings'];
    case 'missing-tool':
      return ['again'];
    case 'rate-limited':
    case 'server-error':
    case 'unreadable-answer':
      return ['again', 'log'];
  }
}

/** Of those that we can sign in to; the others have a command of their own. */
function signInOf(manager: ManagerId): FailureAction {
  return manager === 'vault' || manager === 'azure-key-vault' ? 'sign-in' : 'copy-sign-in';
}

/** The commands of the managers' own tools. Doc pages of each: “login”. */
export const signInCommands: Readonly<Partial<Record<ManagerId, string>>> = {
  'aws-secrets-manager': 'aws sso login',
  'aws-parameter-store': 'aws sso login',
  'google-secret-manager': 'gcloud auth application-default login',
  '1password': 'op signin',
  doppler: 'doppler login',
  infisical: 'infisical login',
};
