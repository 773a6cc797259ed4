// The packages a JavaScript project says it needs, and the scripts it runs, from its `package.json`.

import { isJson, type Json } from '../settings/value-reader.ts';
import type { ProjectFacts } from './project-facts.ts';

/** Names in `dependencies` and `devDependencies`. */
export function packagesOf(facts: ProjectFacts): ReadonlySet<string> {
  const known = packagesByFacts.get(facts);
  if (known !== undefined) return known;
  const manifest = readManifest(facts);
  const packages = new Set(['dependencies', 'devDependencies'].flatMap(field => Object.keys(objectIn(manifest, field))));
  packagesByFacts.set(facts, packages);
  return packages;
}

const packagesByFacts = new WeakMap<ProjectFacts, ReadonlySet<string>>();

function readManifest({ manifests }: ProjectFacts): Json {
  try {
    const manifest: unknown = JSON.parse(manifests['package.json'] ?? '{}');
    return isJson(manifest) ? manifest : {};
  } catch {
    // Half typed: then it says nothing yet.
    return {};
  }
}

function objectIn(manifest: Json, field: string): Json {
  const value = manifest[field];
  return isJson(value) ? value : {};
}
