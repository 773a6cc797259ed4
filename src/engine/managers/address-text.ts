// How people see and type the address of a secret: one line, without the container.

import { type Phrase, phrase } from '../phrase.ts';
import type { Manager } from './manager.ts';
import type { SecretAddress } from './secret-address.ts';

/** `shop/dev/OPENAI_API_KEY`. Reading it gives the same address again. */
export function addressText({ manager, name, field }: SecretAddress): string {
  // A path's last step is the field in Vault; elsewhere the usual field goes without saying.
  if (manager === 'vault') return `${name}/${field ?? 'value'}`;
  return field === undefined || (manager === '1password' && field === 'credential') ? name : `${name}#${field}`;
}

/** The same of a reference, which may mean all of a secret. */
export function referenceText(address: SecretAddress): string {
  return address.field === undefined ? address.name : addressText(address);
}

/** What a person typed, in the manager's letters; or what is wrong with it. */
export function readAddress(manager: Manager, container: string, typed: string): ReturnType<Manager['addressOf']> {
  const text = typed.trim();
  if (text === '') return { kind: 'refused', reason: needsName };
  return manager.addressOf(container, '{NAME}', { variable: text, app: '', environment: '' });
}

const needsName: Phrase = phrase('A secret needs a name.');
