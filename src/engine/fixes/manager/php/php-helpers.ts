// PHP: `AppSecrets::get('name')`, with a class of the project's own, found by Composer's PSR-4 where the project has that.

import { phrase } from '../../../phrase.ts';
import { type Lookup, withheld } from '../../dialect.ts';
import type { TextEdit, Withheld } from '../../plan.ts';
import { usesOf } from '../../surroundings.ts';
import type { CallSite, HelperCall, HelperLanguage, HelperSource } from '../helper-language.ts';
import { helpersFor } from '../helper-mark.ts';
import { newFile } from '../new-file.ts';
import { type Composer, readComposer } from './composer.ts';
import { writeHelper } from './helper-text.ts';
import { fromFolder, requireEdits } from './require-file.ts';
import { phpSources } from './sources.ts';

const names: readonly string[] = ['AppSecrets', 'ManagedSecrets', 'SecretReader'];
const folders: readonly string[] = ['src', 'app', 'lib'];

interface Helper {
  readonly file: string;
  readonly namespace: string;
}

export const phpHelpers: HelperLanguage = {
  sources: phpSources,
  call,
  install: (site, packages) => {
    const { text } = composerOf(site);
    const missing = packages.filter(name => !text.includes(`"${name}"`));
    return missing.length === 0 ? undefined : `composer require ${missing.join(' ')}`;
  },
  fileNames: names.map(name => `${name}.php`),
  layout: path => ['src', ...[...folders, folderOf(path)].flatMap(folder => names.map(name => join(folder, `${name}.php`)))],
};

function call(site: CallSite, source: HelperSource): HelperCall | Withheld {
  const { view, target, name } = site;
  const { manager } = target.address;
  const composer = composerOf(site);
  const known = knownHelper(site);
  const helper = known ?? newHelper(site, composer);
  if (helper === undefined) return withheld(phrase('There is no free name for the file that would read the secret.'));
  const own = namespaceOf(view.code);
  const type = classOf(helper.file);
  const expression = `${own === helper.namespace ? type : `\\${join(helper.namespace, type, '\\')}`}::get('${name}')`;
  const lookup = (): Lookup => ({ expression, isAtomic: true, needs: [] });
  const edits = loadEdits(site, helper, composer);
  if (known !== undefined) return { kind: 'call', lookup, edits };
  const needsAutoload = helper.namespace === '' && source.packages.length > 0;
  const text = writeHelper(manager, source, {
    name: type,
    own: helper.namespace,
    newline: view.newline,
    ...(needsAutoload && { autoload: fromFolder(helper.file, composer.autoload) }),
  });
  return { kind: 'call', lookup, edits, also: [newFile(helper.file, text)] };
}

function knownHelper({ view, target, path }: CallSite): Helper | undefined {
  const declared = /^final class \w+\r?\n\{[\s\S]*\n {4}public static function get\(string \$name\): string/m;
  return helpersFor(target.address.manager, target.helpers, declared)
    .map(({ path: file, text }) => ({ file, namespace: namespaceOf(text) }))
    .find(({ file, namespace }) => {
      const means = namespaceOf(view.code) !== namespace || mayMean(view.code, classOf(file), usesOf(view, classOf(file), -1).length);
      return file !== path && means;
    });
}

function newHelper(site: CallSite, { roots }: Composer): Helper | undefined {
  const { target, path } = site;
  const usable = roots.filter(({ folder }) => folders.includes(folder));
  const root = usable.find(({ folder }) => path.startsWith(`${folder}/`)) ?? usable[0];
  const folder = root?.folder ?? (target.paths.includes('src') ? 'src' : folderOf(path));
  const free = names.find(name => {
    const file = join(folder, `${name}.php`);
    return file !== path && !target.paths.includes(file) && usesOf(site.view, name, -1).length === 0;
  });
  return free === undefined ? undefined : { file: join(folder, `${free}.php`), namespace: root?.namespace ?? '' };
}

/** A class that Composer finds needs nothing where Composer has loaded the file itself, or a framework has. */
function loadEdits({ view, path }: CallSite, { file, namespace }: Helper, { roots, autoload, text }: Composer): readonly TextEdit[] {
  if (namespace === '') return requireEdits(view, path, file);
  const isFound = roots.some(({ folder }) => path.startsWith(`${folder}/`)) || namespaceOf(view.code) !== '';
  const isFramework = /"(?:laravel\/framework|symfony\/framework-bundle)"/.test(text);
  return isFound || isFramework || /\bautoload(?:_runtime)?\.php\b/.test(view.text) ? [] : requireEdits(view, path, autoload);
}

/** Whether the short name can be the helper's: it is called as one, or not there yet. */
function mayMean(code: string, type: string, uses: number): boolean {
  return uses === 0 || new RegExp(String.raw`(?<![\\\w])${type}::get\(`).test(code);
}

function composerOf({ context: { project } }: CallSite): Composer {
  return readComposer(project?.manifests['composer.json']);
}

function namespaceOf(code: string): string {
  return /(?:^|[;\s])namespace\s+([\w\\]+)\s*[;{]/.exec(code)?.[1] ?? '';
}

function classOf(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.php$/, '');
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

function join(folder: string, name: string, separator = '/'): string {
  return folder === '' ? name : `${folder}${separator}${name}`;
}
