// What a file is for, from its name: environment files and configuration hold values by profession, code does not.

import type { SourceText } from '../text.ts';

const environmentFile = /(?:^|\/)(?:\.env(?:\.[\w.-]+)?|\.envrc|[\w.-]+\.env)$/i;
const template = /\.(?:example|sample|template|dist|defaults)$|(?:^|\/)(?:example|sample|template)\.env$/i;
const configuration =
  /(?:\.(?:ya?ml|jsonc?|json5|toml|ini|cfg|conf|config|cnf|properties|props|plist|tfvars|xml|credentials)|(?:^|\/)(?:\.(?:npmrc|yarnrc|pypirc|netrc|pgpass|my\.cnf|dockercfg|gitconfig|curlrc|s3cfg|boto|aws\/credentials)|dockerfile(?:\.[\w-]+)?|containerfile|[\w.-]+\.dockerfile))$/i;
const configurationLanguages: ReadonlySet<string> = new Set(
  'yaml dockercompose github-actions-workflow json jsonc toml ini properties xml dockerfile'.split(' '),
);

/** `environment`: `.env` and its kin. `template`: `.env.example`, names without values. `config`: YAML, JSON, INI … */
export type FileKind = 'environment' | 'template' | 'config' | 'code';

export function fileKindOf({ uri, languageId }: Pick<SourceText, 'uri' | 'languageId'>): FileKind {
  const path = pathOf(uri);
  if (environmentFile.test(path) || languageId === 'dotenv') return template.test(path) ? 'template' : 'environment';
  return configuration.test(path) || configurationLanguages.has(languageId) ? 'config' : 'code';
}

/** The path with forward slashes, without a URI's query and fragment. */
export function pathOf(uri: string): string {
  const path = uri.includes('://') ? uri.replace(/[?#].*$/, '') : uri;
  return path.replaceAll('\\', '/');
}
