// Puts a value into `secrets.json`, the user secrets of a .NET project: `OpenAI:ApiKey` there is `OpenAI__ApiKey` in an environment.
// https://learn.microsoft.com/aspnet/core/security/app-secrets

import { applyEdits, modify, type ParseError, parse } from 'jsonc-parser';
import { phrase } from '../phrase.ts';
import { isJson, type Json } from '../settings/value-reader.ts';
import { formattingOf } from './set-local-setting.ts';
import type { SetVariable } from './set-variable.ts';

export const userSecretsFile = 'secrets.json';

/** The mark that .NET's own tool begins the file with. */
const byteOrderMark = '\uFEFF';

/** Comments, order, formatting and the byte order mark stay. */
export function setUserSecret(text: string, name: string, value: string): SetVariable {
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  const own = text.slice(mark.length);
  if (read(own) === undefined) return { kind: 'refused', reason: phrase('{0} is not valid JSON: mend it first.', userSecretsFile) };
  // .NET takes no notice of capitals.
  const known = [...readUserSecrets(own)].find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1];
  if (known !== undefined) return { kind: known === value ? 'same' : 'conflict' };
  const base = own.trim() === '' ? '{}\n' : own;
  const edits = modify(base, [name.replaceAll('__', ':')], value, { formattingOptions: formattingOf(base) });
  return { kind: 'written', text: mark + applyEdits(base, edits), exceptShells: false };
}

/** The values by the names they would have in an environment, however they are nested. */
export function readUserSecrets(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const collect = (settings: Json, path: string): void => {
    for (const [name, value] of Object.entries(settings)) {
      const full = path + name.replaceAll(':', '__');
      if (isJson(value)) collect(value, `${full}__`);
      else values.set(full, typeof value === 'string' ? value : JSON.stringify(value));
    }
  };
  collect(read(text.replace(byteOrderMark, '')) ?? {}, '');
  return values;
}

/** `undefined` when the text is not an object, or broken: then editing it would make things worse. */
function read(text: string): Json | undefined {
  if (text.trim() === '') return {};
  const errors: ParseError[] = [];
  const settings: unknown = parse(text, errors, { allowTrailingComma: true });
  return isJson(settings) && errors.length === 0 ? settings : undefined;
}
