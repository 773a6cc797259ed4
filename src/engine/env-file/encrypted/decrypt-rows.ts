// Opens the values of an encrypted environment file, and writes it in the clear again, as it was before where that can be told.

import { type Phrase, phrase } from '../../phrase.ts';
import { type Definition, readDefinitions } from '../../usages/read-definitions.ts';
import { quoteValue } from '../quote-value.ts';
import { type RowsChange, unclear, uniqueNames, withoutPublicKeys } from './encrypt-rows.ts';
import { removeHeader } from './header.ts';
import { readsAs } from './reads-as.ts';
import { isEncryptedValue, type OpenedValue, type ValueCipher } from './value-cipher.ts';

export interface OpenRowsRequest {
  readonly text: string;
  readonly privateKey: string;
  readonly cipher: ValueCipher;
  readonly breathe: () => Promise<void>;
}

export interface OpenedRow extends Definition {
  /** The value in the clear. In memory only. */
  readonly clear: string;
  readonly wasEncrypted: boolean;
}

export type OpenedRows =
  | { readonly kind: 'opened'; readonly rows: readonly OpenedRow[] }
  | { readonly kind: 'refused'; readonly reason: Phrase };

/** Every row or none: half a file would be taken for the whole of it. */
export async function openRows({ text, privateKey, cipher, breathe }: OpenRowsRequest): Promise<OpenedRows> {
  const rows: OpenedRow[] = [];
  for (const row of withoutPublicKeys(readDefinitions(text))) {
    if (!isEncryptedValue(row.value)) {
      rows.push({ ...row, clear: row.value, wasEncrypted: false });
      continue;
    }
    const opened = cipher.decrypt(privateKey, row.value);
    if (opened.kind !== 'opened') return { kind: 'refused', reason: whyClosed(row.name, opened) };
    rows.push({ ...row, clear: opened.value, wasEncrypted: true });
    await breathe();
  }
  return { kind: 'opened', rows };
}

export function whyClosed(name: string, { kind }: Exclude<OpenedValue, { kind: 'opened' }>): Phrase {
  return kind === 'malformed'
    ? phrase('The encrypted value of {0} is cut or damaged: take it from an older version of the file.', name)
    : phrase('{0} does not open with this private key: it was encrypted for another one, or changed since.', name);
}

/** `fileName`: without its folder. */
export async function decryptRows(request: OpenRowsRequest & { readonly fileName: string }): Promise<RowsChange> {
  const { text, fileName } = request;
  const opened = await openRows(request);
  if (opened.kind === 'refused') return opened;
  let written = '';
  let end = 0;
  const closed = opened.rows.filter(({ wasEncrypted }) => wasEncrypted);
  for (const row of closed) {
    const place = quotedSpan(text, row);
    const literal = literalFor(row, text.slice(place.start, row.valueSpan.start));
    if (typeof literal !== 'string') return { kind: 'refused', reason: phrase('{0}: {1}', row.name, literal.text) };
    written += text.slice(end, place.start) + literal;
    end = place.end;
  }
  const whole = removeHeader(written + text.slice(end), fileName);
  const isKept = readsAs(readDefinitions(whole), opened.rows, (now, was) => now.value === (was as OpenedRow).clear);
  return isKept ? { kind: 'changed', text: whole, names: uniqueNames(closed) } : { kind: 'refused', reason: unclear(fileName) };
}

/** With the quotes around the value, where there are some. */
function quotedSpan(text: string, { valueSpan: { start, end } }: Definition): Definition['valueSpan'] {
  const quote = text.charAt(start - 1);
  return /["'`]/.test(quote) && text.charAt(end) === quote ? { start: start - 1, end: end + 1 } : { start, end };
}

/** The quotes that the row has, so that readers which fill in `$NAME` do as they did; other ones where those cannot hold the value. */
function literalFor({ clear }: OpenedRow, quote: string): string | Phrase {
  const own = `${quote}${quote === '"' ? clear.replaceAll('\r', '\\r').replaceAll('\n', '\\n') : clear}${quote}`;
  const [row, ...others] = readDefinitions(`A=${own}\nB=b`);
  if (row?.value === clear && others.length === 1 && (quote !== '' || /^[\w./:@%+,=$!&|^?(){}[\]<>;*~ -]*$/.test(clear))) return own;
  const quoted = quoteValue(clear);
  return quoted.kind === 'refused' ? quoted.reason : quoted.text;
}
