// A project as a reader of folders would tell it, from the packages it needs and the files in its folder.

import { manifestNames, type ProjectFacts } from '../../src/engine/project/project-facts.ts';

export function projectWith(packages: readonly string[], files: Readonly<Record<string, string>> = {}): ProjectFacts {
  const dependencies = Object.fromEntries(packages.map(name => [name, '*']));
  const all = { 'package.json': JSON.stringify({ name: 'sample', dependencies }), ...files };
  const manifests = Object.fromEntries(Object.entries(all).filter(([name]) => manifestNames.includes(name)));
  return { folder: 'file:///project', entries: Object.keys(all).sort(), manifests };
}
