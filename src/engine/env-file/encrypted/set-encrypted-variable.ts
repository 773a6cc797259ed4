// Puts a variable into an encrypted environment file. The public key suffices: whoever may add a value need not read the others.

import { phrase } from '../../phrase.ts';
import { type Definition, readDefinitions } from '../../usages/read-definitions.ts';
import { putVariable, type SetVariable } from '../set-variable.ts';
import type { EncryptedHeader } from './header.ts';
import { isPublicKeyName } from './key-names.ts';
import { readsAs } from './reads-as.ts';
import { isEncryptedValue, type ValueCipher } from './value-cipher.ts';

export interface SetEncryptedRequest {
  readonly text: string;
  readonly header: EncryptedHeader;
  readonly name: string;
  readonly value: string;
  /** A person has asked for another value in the place of the one that is there. */
  readonly mayReplace: boolean;
  readonly cipher: ValueCipher;
}

export function setEncryptedVariable({ text, header, name, value, mayReplace, cipher }: SetEncryptedRequest): SetVariable {
  if (value === '') return { kind: 'refused', reason: phrase('There is no value to store.') };
  if (isEncryptedValue(value))
    return { kind: 'refused', reason: phrase('The value is encrypted already: readers would take it for what it says.') };
  if (isPublicKeyName(name)) return { kind: 'refused', reason: phrase('{0} is the key of the file: it is not set by hand.', name) };
  const encrypted = cipher.encrypt(header.publicKey, value);
  if (encrypted === undefined) return { kind: 'refused', reason: phrase('{0} of the file is not a public key.', header.publicKeyName) };
  const literal = literalOf(encrypted, value);
  const known = readDefinitions(text).findLast(row => row.name === name);
  if (mayReplace && known !== undefined && known.value !== '') return replaceRow(text, known, encrypted, value);
  return putVariable(text, name, encrypted, { kind: 'quoted', text: literal, exceptShells: false });
}

/** Once it is open, dotenvx fills in `$NAME` and runs `$(…)` of a value, unless single quotes stand around it. */
function literalOf(encrypted: string, value: string): string {
  return value.includes('$') ? `'${encrypted}'` : encrypted;
}

function replaceRow(text: string, row: Definition, encrypted: string, value: string): SetVariable {
  const before = readDefinitions(text);
  const { start, end } = row.valueSpan;
  const isQuoted = /["'`]/.test(text.charAt(start - 1));
  // Other quotes than the value needs give way, too.
  const outer = isQuoted && value.includes('$') ? 1 : 0;
  const written = isQuoted && outer === 0 ? encrypted : literalOf(encrypted, value);
  const after = text.slice(0, start - outer) + written + text.slice(end + outer);
  const isKept = readsAs(readDefinitions(after), before, (now, was) =>
    was.valueSpan.start === start ? now.value === encrypted : now.value === was.value,
  );
  return isKept
    ? { kind: 'written', text: after, exceptShells: false }
    : { kind: 'refused', reason: phrase('The environment file is written in a way that {0} cannot be changed in safely.', row.name) };
}
