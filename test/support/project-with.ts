// A project as a reader of folders would tell it, from the packages it needs and the files in its folder.

import { isSourcePath, manifestNames, type ProjectFacts } from '../../src/engine/project/project-facts.ts';

export function projectWith(packages: readonly string[], files: Readonly<Record<string, string>> = {}): ProjectFacts {
  const dependencies = Object.fromEntries(packages.map(name => [name, '*']));
  const all = { 'package.json': JSON.stringify({ name: 'sample', dependencies }), ...files };
  const entries = [...new Set(Object.keys(all).map(name => name.split('/', 1)[0] ?? ''))].sort();
  return { folder: 'file:///project', entries, manifests: filesOf(all, isManifest), sources: filesOf(all, isSourcePath) };
}

function isManifest(path: string): boolean {
  return manifestNames.includes(path) || /^[^/]*\.(?:cs|fs|vb)proj$/.test(path);
}

function filesOf(files: Readonly<Record<string, string>>, isWanted: (path: string) => boolean): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => isWanted(name)));
}
