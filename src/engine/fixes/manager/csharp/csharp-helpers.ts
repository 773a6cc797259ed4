// C#: `AppSecrets.Get("name")`, or `await AppSecrets.GetAsync("name")` in async methods where the library only answers later.

import { phrase } from '../../../phrase.ts';
import { type Lookup, withheld } from '../../dialect.ts';
import type { Withheld } from '../../plan.ts';
import type { RefusePlace } from '../../plan-environment-fix.ts';
import { usesOf } from '../../surroundings.ts';
import type { CallSite, HelperCall, HelperLanguage, HelperSource } from '../helper-language.ts';
import { helpersFor } from '../helper-mark.ts';
import { newFile } from '../new-file.ts';
import { answersLater, writeHelper } from './helper-text.ts';
import { csharpSources } from './sources.ts';

const names: readonly string[] = ['AppSecrets', 'ManagedSecrets', 'SecretReader'];

export const csharpHelpers: HelperLanguage = {
  sources: csharpSources,
  call,
  install: ({ context: { project } }, packages) => {
    const projects = Object.entries(project?.manifests ?? {}).flatMap(([name, text]) => (name.endsWith('.csproj') ? [text] : []));
    const needed = packages.filter(name => !isPartOfNet(name) || projects.some(isOldNet));
    const missing = needed.filter(name => !projects.some(text => text.includes(`"${name}"`)));
    return missing.length === 0 ? undefined : missing.map(name => `dotnet add package ${name}`).join(' && ');
  },
  fileNames: names.map(name => `${name}.cs`),
  layout: path => names.map(name => join(folderOf(path), `${name}.cs`)),
};

function call(site: CallSite, source: HelperSource): HelperCall | Withheld {
  const { view, target, path, name } = site;
  const { manager } = target.address;
  const own = namespaceOf(view.code);
  const later = answersLater(source);
  const known = knownType(site, later);
  const free = known ?? names.find(candidate => isFree(site, candidate));
  if (free === undefined) return withheld(phrase('There is no free name for the file that would read the secret.'));
  const expression = later ? `await ${free}.GetAsync("${name}")` : `${free}.Get("${name}")`;
  const lookup = (): Lookup => ({ expression, isAtomic: !later, needs: [] });
  const waits = later ? { refusePlace: refuseWaiting } : {};
  if (known !== undefined) return { kind: 'call', lookup, ...waits };
  const text = writeHelper(manager, source, { name: free, own, newline: view.newline });
  return { kind: 'call', lookup, ...waits, also: [newFile(join(folderOf(path), `${free}.cs`), text)] };
}

/** https://learn.microsoft.com/dotnet/standard/serialization/system-text-json/overview */
function isPartOfNet(name: string): boolean {
  return name.startsWith('System.');
}

/** The .NET Framework, and libraries that it may load. */
function isOldNet(project: string): boolean {
  return /<TargetFrameworks?>[^<]*\bnet(?:4\d|standard2)/.test(project) || /<TargetFrameworkVersion>/.test(project);
}

/** As the code has to call it: by its full name from another namespace, so that no `using` is touched. */
function knownType({ view, target, path }: CallSite, later: boolean): string | undefined {
  const own = namespaceOf(view.code);
  const declared = later ? /^ *public static async Task<string> GetAsync\(string name\)/m : /^ *public static string Get\(string name\)/m;
  return helpersFor(target.address.manager, target.helpers, declared)
    .filter(helper => helper.path !== path)
    .map(helper => {
      const type = (helper.path.split('/').at(-1) ?? '').replace(/\.cs$/, '');
      const other = namespaceOf(helper.text);
      const isFound = other === own && (usesOf(view, type, -1).length === 0 || new RegExp(String.raw`\b${type}\.Get`).test(view.code));
      return isFound ? type : `global::${other === '' ? type : `${other}.${type}`}`;
    })[0];
}

/** Never by blocking a thread for the answer, nor by making a method async: that would change everyone who calls it. */
const refuseWaiting: RefusePlace = (view, { span }) => {
  const waiting = view.syntax?.waitingAt(span);
  if (waiting === undefined) return phrase('Whether something can be awaited there cannot be told.');
  if (waiting === 'async') return undefined;
  return phrase('A manager answers later, and nothing can be awaited there: start the program with the secret in its environment instead.');
};

function isFree({ view, target, path }: CallSite, name: string): boolean {
  const file = join(folderOf(path), `${name}.cs`);
  return file !== path && !target.paths.includes(file) && usesOf(view, name, -1).length === 0;
}

function namespaceOf(code: string): string {
  return /^[ \t]*namespace[ \t]+([\w.]+)/m.exec(code)?.[1] ?? '';
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
