// The head of an encrypted environment file: the public key that locks its values, in the block that dotenvx writes.

import { type Definition, readDefinitions } from '../../usages/read-definitions.ts';
import { isPublicKeyName, type KeyNames, keyNamesFor, keyNamesOf } from './key-names.ts';

export interface EncryptedHeader extends KeyNames {
  readonly publicKey: string;
}

/** `undefined` for a file without a public key: its values stand in the clear. */
export function readHeader(text: string): EncryptedHeader | undefined {
  const keys = readDefinitions(text).filter(({ name, value }) => isPublicKeyName(name) && value !== '');
  const name = keys[0]?.name;
  // Readers take the last row of a name.
  const key = keys.findLast(definition => definition.name === name);
  return key && { ...keyNamesOf(key.name), publicKey: key.value.toLowerCase() };
}

/** The same for a file that has none yet. */
export function headerFor(fileName: string, publicKey: string): EncryptedHeader {
  return { ...keyNamesFor(fileName), publicKey };
}

/** Above everything but a line that says what runs the file. With the line ends of the text. */
export function addHeader(text: string, fileName: string, header: EncryptedHeader): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const firstLine = /^\uFEFF?(?:#![^\n]*\n)?/.exec(text)?.[0] ?? '';
  return firstLine + blockOf(fileName, header).join(newline) + newline + text.slice(firstLine.length);
}

/** The text as it was before; nothing is taken but the block as it was written, else its row alone. */
export function removeHeader(text: string, fileName: string): string {
  const header = readHeader(text);
  const row = header && readDefinitions(text).find(({ name }) => name === header.publicKeyName);
  if (!header || !row) return text;
  for (const newline of ['\r\n', '\n']) {
    const block = blockOf(fileName, header).join(newline) + newline;
    if (text.includes(block)) return text.replace(block, () => '');
  }
  return withoutRow(text, row);
}

function blockOf(fileName: string, { publicKeyName, publicKey }: EncryptedHeader): readonly string[] {
  return [
    '#/-------------------[DOTENV_PUBLIC_KEY]--------------------/',
    '#/            public-key encryption for .env files          /',
    '#/       [how it works](https://dotenvx.com/encryption)     /',
    '#/----------------------------------------------------------/',
    `${publicKeyName}="${publicKey}"`,
    '',
    `# ${fileName}`,
  ];
}

function withoutRow(text: string, { nameSpan, valueSpan }: Definition): string {
  const start = text.lastIndexOf('\n', nameSpan.start) + 1;
  const end = text.indexOf('\n', valueSpan.end);
  return text.slice(0, start) + (end === -1 ? '' : text.slice(end + 1));
}
