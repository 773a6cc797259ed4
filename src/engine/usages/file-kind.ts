// What a file is for, from its name: environment files and configuration hold values by profession, code does not.

import { languageOf } from '../languages/catalogue.ts';
import type { SourceText } from '../text.ts';

/** `environment`: `.env` and its kin, also those in JSON. `template`: `.env.example`, names without values. `config`: YAML, JSON, INI … */
export type FileKind = 'environment' | 'template' | 'config' | 'code';

export function fileKindOf({ uri, languageId }: Pick<SourceText, 'uri' | 'languageId'>): FileKind {
  if (last?.uri !== uri || last.languageId !== languageId) last = { uri, languageId, kind: readKind({ uri, languageId }) };
  return last.kind;
}

/** The last answer: whoever looks at a text asks about it several times. */
let last: { readonly uri: string; readonly languageId: string; readonly kind: FileKind } | undefined;

function readKind(source: Pick<SourceText, 'uri' | 'languageId'>): FileKind {
  const path = source.uri.includes('?') || source.uri.includes('#') ? source.uri.replace(/[?#].*$/, '') : source.uri;
  if (path.endsWith('.json') && localSettings.test(path)) return 'environment';
  const language = languageOf(source)?.id ?? '';
  if (language === 'dotenv') return template.test(path) ? 'template' : 'environment';
  return (configurationFormats.has(language) || namedConfiguration.test(path)) && !/\.ipynb$/i.test(path) ? 'config' : 'code';
}

/** https://learn.microsoft.com/azure/azure-functions/functions-develop-local#local-settings-file */
const localSettings = /(?:^|[/\\])local\.settings\.json$/;

const template = /[./_-](?:example|sample|template|dist|defaults)(?:\.env)?$/i;

const configurationFormats: ReadonlySet<string> = new Set(['json', 'jsonc', 'yaml', 'toml', 'ini', 'properties', 'xml', 'dockerfile']);

const namedConfiguration = /(?:\.tfvars|(?:^|[/\\])(?:\.pgpass|\.curlrc|\.s3cfg|\.boto|\.my\.cnf|\.dockercfg|\.aws[/\\]credentials))$/i;
