// Which environment a file is for, told by its name or the folders it is in: .env.production, values-prod.yaml, envs/staging/app.json.

import { fileKindOf } from './file-kind.ts';

/** How people shorten them. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['prod', 'production'],
  ['production', 'production'],
  ['live', 'production'],
  ['stage', 'staging'],
  ['staging', 'staging'],
  ['preprod', 'staging'],
  ['uat', 'staging'],
  ['dev', 'development'],
  ['devel', 'development'],
  ['development', 'development'],
  ['local', 'local'],
  ['test', 'test'],
  ['testing', 'test'],
  ['qa', 'test'],
  ['ci', 'ci'],
  ['preview', 'preview'],
]);

/** Its full name; `undefined` for code, samples, and files for any environment. */
export function environmentNameOf(uri: string): string | undefined {
  const kind = fileKindOf({ uri, languageId: '' });
  if (kind === 'code' || kind === 'template') return undefined;
  if (/\/\.github\/workflows\/|\/\.gitlab-ci\.ya?ml$|\/\.circleci\//.test(uri)) return 'ci';
  const [file = '', folder = '', above = ''] = uri.toLowerCase().split('/').reverse();
  // The first word that says one: `.env.production.local` is production's, on this machine.
  const words = [...file.split(/[._-]/), stageFolders.has(above) ? folder : ''];
  return words.map(word => aliases.get(word)).find(name => name !== undefined);
}

/** What folders are called that hold one folder for each environment. A `dev` elsewhere may be anything. */
const stageFolders: ReadonlySet<string> = new Set(['env', 'envs', 'environments', 'overlays', 'stages', 'config', 'deploy', 'deployments']);
