// Java: `AppSecrets.get("name")`, with a class of the project's own beside the one that calls it.

import { phrase } from '../../../phrase.ts';
import { type Lookup, withheld } from '../../dialect.ts';
import type { Withheld } from '../../plan.ts';
import { usesOf } from '../../surroundings.ts';
import type { CallSite, HelperCall, HelperLanguage, HelperSource } from '../helper-language.ts';
import { helpersFor } from '../helper-mark.ts';
import type { ProjectFile } from '../manager-target.ts';
import { newFile } from '../new-file.ts';
import { writeHelper } from './helper-text.ts';
import { javaSources } from './sources.ts';

const names: readonly string[] = ['AppSecrets', 'ManagedSecrets', 'SecretReader'];

export const javaHelpers: HelperLanguage = {
  sources: javaSources,
  call,
  install: () => undefined,
  dependency: ({ context: { project } }, packages) => {
    const builds = ['pom.xml', 'build.gradle', 'build.gradle.kts'].map(file => project?.manifests[file] ?? '').join('\n');
    const missing = packages.filter(name => !builds.includes(name.split(':')[1] ?? name));
    return missing.length === 0 ? undefined : phrase('Add to the dependencies of the project: {0}', missing.join(', '));
  },
  fileNames: names.map(name => `${name}.java`),
  layout: path => names.map(name => join(folderOf(path), `${name}.java`)),
};

function call(site: CallSite, source: HelperSource): HelperCall | Withheld {
  const { view, target, path, name } = site;
  const { manager } = target.address;
  const own = packageOf(view.code);
  const helpers = helpersFor(manager, target.helpers, /^public final class \w+ \{[\s\S]*\n {4}public static String get\(String name\)/m);
  const known = helpers.find(helper => helper.path !== path && (packageOf(helper.text) !== '' || own === ''));
  if (known !== undefined) {
    const { type, isHere } = typeOf(known, own);
    if (!isHere || usesOf(view, type, -1).length === 0 || isCalled(view.code, type)) return { kind: 'call', lookup: lookupBy(type, name) };
  }
  const free = names.find(candidate => isFree(site, candidate));
  if (free === undefined) return withheld(phrase('There is no free name for the file that would read the secret.'));
  const helper = newFile(join(folderOf(path), `${free}.java`), writeHelper(manager, source, { name: free, own, newline: view.newline }));
  return { kind: 'call', lookup: lookupBy(free, name), also: [helper] };
}

function lookupBy(type: string, name: string): () => Lookup {
  return () => ({ expression: `${type}.get("${name}")`, isAtomic: true, needs: [] });
}

/** By its full name from another package, so that no import is touched. */
function typeOf({ path, text }: ProjectFile, own: string): { readonly type: string; readonly isHere: boolean } {
  const name = (path.split('/').at(-1) ?? path).replace(/\.java$/, '');
  const other = packageOf(text);
  return other === own ? { type: name, isHere: true } : { type: `${other}.${name}`, isHere: false };
}

function isCalled(code: string, type: string): boolean {
  return new RegExp(String.raw`\b${type}\.get\(`).test(code);
}

function isFree({ view, target, path }: CallSite, name: string): boolean {
  const file = join(folderOf(path), `${name}.java`);
  return file !== path && !target.paths.includes(file) && usesOf(view, name, -1).length === 0;
}

function packageOf(code: string): string {
  return /^[ \t]*package[ \t]+([\w.]+)[ \t]*;/m.exec(code)?.[1] ?? '';
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
