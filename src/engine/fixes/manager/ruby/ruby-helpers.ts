// Ruby: `AppSecrets.get("name")`, with a file of the project's own that the code requires.

import { phrase } from '../../../phrase.ts';
import { type Lookup, withheld } from '../../dialect.ts';
import { relativeModule } from '../../dialects/module-path.ts';
import { headEdit } from '../../dialects/script-helper.ts';
import type { TextEdit, Withheld } from '../../plan.ts';
import type { CallSite, HelperCall, HelperLanguage, HelperSource } from '../helper-language.ts';
import { helpersFor } from '../helper-mark.ts';
import { newFile } from '../new-file.ts';
import { moduleName, writeHelper } from './helper-text.ts';
import { rubySources } from './sources.ts';

const names: readonly string[] = ['app_secrets', 'managed_secrets', 'secret_reader'];

export const rubyHelpers: HelperLanguage = {
  sources: rubySources,
  call,
  install: ({ context: { project } }, packages) => {
    const gemfile = project?.manifests['Gemfile'];
    const missing = packages.filter(name => !new RegExp(String.raw`\bgem[ (]+["']${name}["']`).test(gemfile ?? ''));
    if (missing.length === 0) return undefined;
    return `${gemfile === undefined ? 'gem install' : 'bundle add'} ${missing.join(' ')}`;
  },
  fileNames: names.map(name => `${name}.rb`),
  layout: path => ['lib', ...[folderOf(path), 'lib'].flatMap(folder => names.map(name => join(folder, `${name}.rb`)))],
};

function call(site: CallSite, source: HelperSource): HelperCall | Withheld {
  const { view, target, path, name } = site;
  const { manager } = target.address;
  const known = helpersFor(manager, target.helpers, /^ {2}def self\.get\(name\)/m).find(helper => helper.path !== path);
  const folder = target.paths.includes('lib') ? 'lib' : folderOf(path);
  const file = known?.path ?? names.map(each => join(folder, `${each}.rb`)).find(free => free !== path && !target.paths.includes(free));
  if (file === undefined) return withheld(phrase('There is no free name for the file that would read the secret.'));
  const type = moduleName(file);
  const lookup = (quote: string): Lookup => ({ expression: `${type}.get(${quote}${name}${quote})`, isAtomic: true, needs: [] });
  const made = known === undefined ? { also: [newFile(file, writeHelper(manager, source, type, view.newline))] } : {};
  return { kind: 'call', lookup, edits: requireEdits(site, file), ...made };
}

function requireEdits({ view, path }: CallSite, file: string): readonly TextEdit[] {
  const module = relativeModule(path, file).replace(/^\.\//, '').replace(/\.rb$/, '');
  if (new RegExp(String.raw`^[ \t]*require_relative[ (]*["'](?:\./)?${module}(?:\.rb)?["']`, 'm').test(view.text)) return [];
  const edit = headEdit(view, /^\s*require(?:_relative)?\b/, [`require_relative "${module}"`]);
  // Beside the lines of its kind, as they stand.
  const isBeside = /^\r?\n/.test(edit.newText);
  return [isBeside ? { span: edit.span, newText: `require_relative "${module}"${view.newline}` } : edit];
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
