// What the app or package is called that a file belongs to: the first part of a secret's name.

import { isJson } from '../settings/value-reader.ts';
import type { ProjectFacts } from './project-facts.ts';

/** Of its manifest, else of its folder. `folder`: URI or path of the workspace folder, for files without a project. */
export function appNameOf(project: ProjectFacts | undefined, folder: string): string {
  const manifests = project?.manifests ?? {};
  const told =
    packageName(manifests['package.json']) ??
    moduleName(manifests['go.mod']) ??
    tomlName(manifests['pyproject.toml'] ?? manifests['Cargo.toml']);
  return told ?? folderName(project?.folder ?? folder);
}

/** Without its scope. */
function packageName(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    const manifest: unknown = JSON.parse(text);
    const name = isJson(manifest) ? manifest['name'] : undefined;
    return typeof name === 'string' && name !== '' ? lastSegment(name) : undefined;
  } catch {
    // Half typed: the folder has a name, too.
    return undefined;
  }
}

function moduleName(text: string | undefined): string | undefined {
  const path = text === undefined ? undefined : /^module[ \t]+"?([^\s"]+)/m.exec(text)?.[1]?.replace(/\/v\d+$/, '');
  return path === undefined ? undefined : lastSegment(path);
}

/** Of `[project]` or `[package]`. */
function tomlName(text: string | undefined): string | undefined {
  const table = text === undefined ? undefined : /^\[(?:project|package)\][^[]*/m.exec(text)?.[0];
  return table === undefined ? undefined : /^name[ \t]*=[ \t]*["']([\w.-]+)["']/m.exec(table)?.[1];
}

function folderName(folder: string): string {
  const name = lastSegment(folder);
  return folder.includes('://') ? decodeURIComponent(name) : name;
}

function lastSegment(path: string): string {
  return path.replace(/\/+$/, '').split('/').at(-1) ?? '';
}
