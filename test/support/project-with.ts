// A project as a reader of folders would tell it, from the packages it needs and the files in its folder.

import { manifestNames, type ProjectFacts, sourceNames } from '../../src/engine/project/project-facts.ts';

export function projectWith(packages: readonly string[], files: Readonly<Record<string, string>> = {}): ProjectFacts {
  const dependencies = Object.fromEntries(packages.map(name => [name, '*']));
  const all = { 'package.json': JSON.stringify({ name: 'sample', dependencies }), ...files };
  const entries = [...new Set(Object.keys(all).map(name => name.split('/', 1)[0] ?? ''))].sort();
  return { folder: 'file:///project', entries, manifests: filesOf(all, manifestNames), sources: filesOf(all, sourceNames) };
}

function filesOf(files: Readonly<Record<string, string>>, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => names.includes(name)));
}
