// Puts a variable into `local.settings.json`, from which Azure Functions fills the environment on a developer's machine.
// https://learn.microsoft.com/azure/azure-functions/functions-develop-local#local-settings-file

import { applyEdits, type FormattingOptions, modify, type ParseError, parse } from 'jsonc-parser';
import { phrase } from '../phrase.ts';
import { isJson, type Json } from '../settings/value-reader.ts';
import type { SetVariable } from './set-variable.ts';

/** Comments, order and formatting stay. */
export function setLocalSetting(text: string, name: string, value: string): SetVariable {
  const settings = read(text);
  if (settings === undefined) return { kind: 'refused', reason: phrase('{0} is not valid JSON: mend it first.', localSettingsFile) };
  if (settings['IsEncrypted'] === true)
    return { kind: 'refused', reason: phrase('{0} is encrypted: “func settings add” puts {1} into it.', localSettingsFile, name) };
  const known = readLocalSettings(text).get(name);
  if (known !== undefined && known !== '') return { kind: known === value ? 'same' : 'conflict' };
  const base = text.trim() === '' ? '{\n  "IsEncrypted": false,\n  "Values": {}\n}\n' : text;
  const edits = modify(base, ['Values', name], value, { formattingOptions: formattingOf(base) });
  return { kind: 'written', text: applyEdits(base, edits), exceptShells: false };
}

/** The values by name. */
export function readLocalSettings(text: string): ReadonlyMap<string, string> {
  const values = read(text)?.['Values'];
  return new Map(isJson(values) ? Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string') : []);
}

export const localSettingsFile = 'local.settings.json';

/** `undefined` when the text is not an object, or broken: then editing it would make things worse. */
function read(text: string): Json | undefined {
  if (text.trim() === '') return {};
  const errors: ParseError[] = [];
  const settings: unknown = parse(text, errors, { allowTrailingComma: true });
  return isJson(settings) && errors.length === 0 ? settings : undefined;
}

/** As the file is indented. */
export function formattingOf(text: string): FormattingOptions {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return { insertSpaces: !indent.startsWith('\t'), tabSize: indent.startsWith('\t') ? 1 : indent.length, eol };
}
