// Encrypts rows of an environment file in place: comments, order, quotes and line ends stay. Nothing is given back that does not
// open again to what it was made of.

import { type Phrase, phrase } from '../../phrase.ts';
import { type Definition, readDefinitions } from '../../usages/read-definitions.ts';
import { addHeader, type EncryptedHeader, readHeader } from './header.ts';
import { isPublicKeyName } from './key-names.ts';
import { readsAs } from './reads-as.ts';
import { encryptedPrefix, isEncryptedValue, type ValueCipher } from './value-cipher.ts';

export interface EncryptRowsRequest {
  readonly text: string;
  /** Without its folder. */
  readonly fileName: string;
  /** Variables whose rows are to be encrypted, each of its rows. */
  readonly names: ReadonlySet<string>;
  /** Of the file, or to be written into it. */
  readonly header: EncryptedHeader;
  /** To open what was written. */
  readonly privateKey: string;
  readonly cipher: ValueCipher;
  /** Lets others have their turn: a row takes some milliseconds. */
  readonly breathe: () => Promise<void>;
}

export type RowsChange =
  | { readonly kind: 'changed'; readonly text: string; readonly names: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: Phrase };

export async function encryptRows(request: EncryptRowsRequest): Promise<RowsChange> {
  const { text, fileName, names, header, privateKey, cipher, breathe } = request;
  if (cipher.publicKeyOf(privateKey) !== header.publicKey) return refused(phrase('The private key is not the one of {0}.', fileName));
  const before = readDefinitions(text);
  const rows = before.filter(row => names.has(row.name) && isEncryptable(row));
  let written = '';
  let end = 0;
  for (const { value, valueSpan } of rows) {
    const encrypted = cipher.encrypt(header.publicKey, value);
    const opened = encrypted === undefined ? undefined : cipher.decrypt(privateKey, encrypted);
    if (opened?.kind !== 'opened' || opened.value !== value) return refused(phrase('{0} could not be encrypted.', fileName));
    written += text.slice(end, valueSpan.start) + encrypted;
    end = valueSpan.end;
    await breathe();
  }
  written += text.slice(end);
  const whole = readHeader(text) ? written : addHeader(written, fileName, header);
  const isKept = readsAs(withoutPublicKeys(readDefinitions(whole)), withoutPublicKeys(before), (now, was) =>
    isEncryptedValue(now.value) && !isEncryptedValue(was.value) ? names.has(was.name) : now.value === was.value,
  );
  return isKept ? { kind: 'changed', text: whole, names: uniqueNames(rows) } : refused(unclear(fileName));
}

/** A value that stands in the clear. Empty ones are placeholders, and public keys are public. */
export function isEncryptable({ name, value }: Pick<Definition, 'name' | 'value'>): boolean {
  return value !== '' && !value.startsWith(encryptedPrefix) && !isPublicKeyName(name);
}

export function unclear(fileName: string): Phrase {
  return phrase(
    '{0} is written in a way that cannot be changed safely: a quote is left open, or a row is not of the form NAME=value.',
    fileName,
  );
}

export function uniqueNames(rows: readonly Pick<Definition, 'name'>[]): readonly string[] {
  return [...new Set(rows.map(({ name }) => name))];
}

export function withoutPublicKeys(rows: readonly Definition[]): readonly Definition[] {
  return rows.filter(({ name }) => !isPublicKeyName(name));
}

function refused(reason: Phrase): RowsChange {
  return { kind: 'refused', reason };
}
