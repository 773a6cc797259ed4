// Calls of the helpers that our own fixes write.

import { quote, type ReferenceSyntax } from './manager-reference.ts';
import { vaultPath } from './written-references.ts';

const helperNeedles: readonly string[] = [
  ...['getSecret(', 'GetSecret(', 'readSecret(', 'get_secret', 'read_secret', 'secrets.Get(', 'secrets.MustGet(', 'secretmanager.MustGet('],
  ...[
    'secrets.get(',
    'Secrets.get(',
    'SecretReader.get(',
    'Secrets::get(',
    'SecretReader::get(',
    'Secrets.Get(',
    'Secrets.GetAsync(',
    'SecretReader.Get(',
    'SecretReader.GetAsync(',
  ],
  ...['secrets::must_get(', 'secrets::get(', 'secret_reader::must_get(', 'secret_reader::get('],
];

const helperImport =
  /\b(?:import|from|require|use|using|source|include)\b[^;\n]{0,300}(?:\b|_)(?:managed|manager|secrets?)(?:\b|_)|["'][\w./-]{1,200}\/secrets["']|\b(?:AppSecrets|ManagedSecrets|SecretReader)(?:\.|::)[gG]et(?:Async)?\(|\b(?:app_secrets|managed_secrets|secret_reader)::(?:must_)?get\(|key-hygiene-helper:/i;

/** Not a method of something, nor where the helper is declared. */
const helperCall = String.raw`(?<![\w.>]|function\s|def\s)(?:[gG]etSecret|readSecret|(?:get|read)_secret|(?:[\w.]{0,60}\.)?(?:AppSecrets|ManagedSecrets|SecretReader)(?:\.|::)[gG]et(?:Async)?|(?:app_secrets|managed_secrets|secret_reader)::(?:must_)?get|[sS]ecret(?:s|manager)(?:\.|::)(?:[gG]et|MustGet|get_secret|[gG]etSecret))`;

const helperName = String.raw`(?<place>(?<name>(?!op:\/\/)[\w/+=.@:# -]{1,200}))`;

export const helperCalls: readonly ReferenceSyntax[] = [
  {
    // The helpers that our own fixes write: only Vault's names look like this.
    manager: 'vault',
    needles: helperNeedles,
    onlyIf: helperImport,
    patterns: [
      pattern(
        String.raw`${helperCall}\(\s{0,99}${quote}(?<place>(?<name>(?<path>[\w-]{1,60}/[\w./-]{1,200})#(?<field>[\w.-]{1,100})))${quote}`,
      ),
      pattern(
        String.raw`\$\((?:get|read)_secret\s{1,9}["']?(?<place>(?<name>(?<path>[\w-]{1,60}/[\w./-]{1,200})#(?<field>[\w.-]{1,100})))`,
      ),
    ],
    addressOf: ({ path = '', field }) => vaultPath(path, field),
  },
  {
    // The same: the file that imports one does not say which manager it reads.
    needles: helperNeedles,
    onlyIf: helperImport,
    patterns: [
      pattern(String.raw`${helperCall}\(\s{0,99}${quote}${helperName}${quote}`),
      pattern(String.raw`\$\((?:get|read)_secret\s{1,9}["']?(?<place>(?<name>(?!op:\/\/)[\w/+=.@:-]{1,200}(?![\w#])))`),
    ],
  },
];

function pattern(text: string): RegExp {
  return new RegExp(text, 'dg');
}
