// The text of a `.env.keys` file: rows of private keys, which open the values that public keys lock.

import { readDefinitions } from '../../usages/read-definitions.ts';
import { append } from '../set-variable.ts';
import { isPrivateKeyName } from './key-names.ts';

export const privateKeyFileName = '.env.keys';

/** By file name, whatever the folder. */
export function isPrivateKeyFile(path: string): boolean {
  return /(?:^|[/\\])\.env\.keys$/i.test(path);
}

/** A row may hold several, with commas between them. */
export function readPrivateKeys(text: string): readonly string[] {
  return readDefinitions(text)
    .filter(({ name }) => isPrivateKeyName(name))
    .flatMap(({ value }) => value.split(','))
    .map(key => key.trim())
    .filter(key => key !== '');
}

/** No key is ever overwritten: one more of the same name stands behind a comma, as dotenvx reads it. */
export function addPrivateKey(text: string, name: string, privateKey: string, fileName: string): string {
  if (readPrivateKeys(text).includes(privateKey)) return text;
  const row = readDefinitions(text).findLast(definition => definition.name === name);
  if (row && row.value !== '') return `${text.slice(0, row.valueSpan.end)},${privateKey}${text.slice(row.valueSpan.end)}`;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const head = text === '' ? block.join(newline) + newline : text;
  return append(append(append(head, ''), `# ${fileName}`), `${name}=${privateKey}`);
}

const block = [
  '#/------------------!DOTENV_PRIVATE_KEYS!-------------------/',
  '#/ private decryption keys. DO NOT commit to source control /',
  '#/     [how it works](https://dotenvx.com/encryption)       /',
  '#/----------------------------------------------------------/',
];
