// What becomes of a row of an environment file whose value went to a secret manager.
//
// 1Password's `op run` puts values in the place of references, so the row keeps its name and gets one. The others fill in nothing: a
// reference there would be read as if it were the key. The row becomes a comment that tells where the value is, so a program that is
// started as before says that the variable is not set, and `doppler run` and its kin set it themselves.

import type { RowReplacement } from '../env-file/replace-rows.ts';
import { addressText } from './address-text.ts';
import type { Manager } from './manager.ts';
import type { SecretAddress } from './secret-address.ts';

export function rowReplacement(manager: Manager, name: string, address: SecretAddress): RowReplacement {
  const reference = manager.referenceTo?.(address);
  if (reference !== undefined && fillsInReferences(manager)) return { kind: 'reference', reference };
  return { kind: 'comment', text: `${name} is kept in ${manager.title}: ${reference ?? addressText(address)}` };
}

/** Whether the manager's own tool puts secrets in the place of references that it finds in an environment file. */
export function fillsInReferences({ referenceTo, injection }: Manager): boolean {
  return referenceTo !== undefined && injection?.includes('--env-file') === true;
}
