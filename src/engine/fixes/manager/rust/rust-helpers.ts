// Rust: `crate::app_secrets::must_get("name").await` in async code, with a module of the crate's own that reads the manager.

import { rust } from '../../../languages/rust.ts';
import { phrase } from '../../../phrase.ts';
import type { ProjectFacts } from '../../../project/project-facts.ts';
import { type CodeView, viewCode } from '../../code-view.ts';
import { type Lookup, withheld } from '../../dialect.ts';
import type { FileEdits, TextEdit, Withheld } from '../../plan.ts';
import { usesOf } from '../../surroundings.ts';
import type { CallSite, HelperCall, HelperLanguage, HelperSource } from '../helper-language.ts';
import { helpersFor } from '../helper-mark.ts';
import { newFile } from '../new-file.ts';
import { addCommand, type Cargo, readCargo, refuseRuntime } from './cargo.ts';
import { declareModule, declares, folderOf, helperFolder, possibleRoots } from './crate-root.ts';
import { writeHelper } from './helper-text.ts';
import { refuseWaiting } from './refuse-waiting.ts';
import { rustSources } from './sources.ts';

const names: readonly string[] = ['app_secrets', 'managed_secrets', 'secret_reader'];

export const rustHelpers: HelperLanguage = {
  sources: rustSources,
  call,
  install: ({ context: { project } }, packages) => {
    const cargo = cargoOf(project);
    return cargo && addCommand(cargo, packages);
  },
  fileNames: names.map(name => `${name}.rs`),
  layout: path => [...new Set(['src', folderOf(path)])].flatMap(folder => names.flatMap(name => filesOf(folder, name))),
  roots: (path, project) => {
    const cargo = cargoOf(project);
    return cargo === undefined ? [] : possibleRoots(path, cargo);
  },
};

interface Root {
  readonly path: string;
  readonly view: CodeView;
}

function call(site: CallSite, source: HelperSource): HelperCall | Withheld {
  const { target, path, name, context, view } = site;
  const cargo = cargoOf(context.project);
  if (cargo === undefined)
    return withheld(phrase('There is no {0} in the project’s folder, so that nothing could be imported from it.', 'Cargo.toml'));
  if (path === cargo.build) return withheld(phrase('This runs when the program is built, and would build the value in.'));
  const reason = refuseRuntime(cargo);
  if (reason !== undefined) return withheld(reason);
  const roots = rootsOf(site, cargo);
  const [first] = roots;
  if (first === undefined)
    return withheld(phrase('Which crate this file is part of cannot be told: a helper could not be declared in it.'));
  if (roots.some(root => /#!\[no_std\]/.test(root.view.code)))
    return withheld(phrase('A crate without the standard library asks no manager.'));
  const folder = helperFolder(first.path);
  const known = knownHelper(site, roots, folder);
  const file = known ?? newHelper(site, roots, folder);
  if (file === undefined) return withheld(phrase('There is no free name for the file that would read the secret.'));
  const module = moduleOf(file);
  const lookup = (): Lookup => ({ expression: `crate::${module}::must_get("${name}").await`, isAtomic: true, needs: [] });
  const undeclared = roots.filter(root => !isDeclared(root, module));
  const made = known === undefined ? [newFile(file, writeHelper(target.address.manager, source, view.newline))] : [];
  const elsewhere = undeclared.filter(root => root.path !== path).map(root => declaration(root, file));
  const here = undeclared.filter(root => root.path === path).map((root): TextEdit => declareModule(root.view, root.path, file));
  return { kind: 'call', lookup, refusePlace: refuseWaiting, edits: here, also: [...made, ...elsewhere] };
}

/** A file may be compiled as a part of several crates. */
function rootsOf({ path, view, target }: CallSite, cargo: Cargo): readonly Root[] {
  const possible = possibleRoots(path, cargo);
  if (possible.includes(path)) return [{ path, view }];
  return possible
    .flatMap(candidate => (target.roots ?? []).filter(root => root.path === candidate))
    .map(root => ({ path: root.path, view: viewCode({ uri: root.path, languageId: 'rust', text: root.text }, rust) }))
    .filter(root => declares(root.path, root.view, path));
}

function knownHelper({ target, path }: CallSite, roots: readonly Root[], folder: string): string | undefined {
  return helpersFor(target.address.manager, target.helpers, /^pub async fn must_get\(name: &str\) -> String \{/m)
    .map(helper => helper.path)
    .find(
      file => file !== path && folderOf(file) === folder && roots.every(root => isDeclared(root, moduleOf(file)) || isFree(root, file)),
    );
}

function newHelper({ target, view }: CallSite, roots: readonly Root[], folder: string): string | undefined {
  const free = names.find(
    name =>
      filesOf(folder, name).every(file => !target.paths.includes(file)) &&
      roots.every(root => isFree(root, name)) &&
      usesOf(view, name, -1).length === 0,
  );
  return free === undefined ? undefined : join(folder, `${free}.rs`);
}

function declaration({ path, view }: Root, file: string): FileEdits {
  return { path, text: view.text, edits: [declareModule(view, path, file)] };
}

function isDeclared({ view }: Root, module: string): boolean {
  return new RegExp(String.raw`\bmod\s+${module}\s*;`).test(view.code);
}

function isFree({ view }: Root, file: string): boolean {
  return usesOf(view, moduleOf(file), -1).length === 0;
}

function cargoOf(project: ProjectFacts | undefined): Cargo | undefined {
  return readCargo(project?.manifests['Cargo.toml']);
}

function moduleOf(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.rs$/, '');
}

/** Either of which would be the module. */
function filesOf(folder: string, name: string): readonly string[] {
  return [join(folder, `${name}.rs`), join(folder, `${name}/mod.rs`)];
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
