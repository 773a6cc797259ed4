// Where the helper of a Python file goes, and the module it is then: in the package the file belongs to, else beside the file.

import type { CallSite } from '../helper-language.ts';

/** Never `secrets`: beside a script it would hide the standard library's module of that name from everything that runs. */
const names: readonly string[] = ['app_secrets', 'secret_manager', 'managed_secrets'];

export const helperNames: readonly string[] = names.map(name => `${name}.py`);

export function helperLayout(path: string): readonly string[] {
  return foldersAbove(path).flatMap(folder => ['__init__.py', ...helperNames].map(name => join(folder, name)));
}

export interface HelperFolder {
  readonly folder: string;
  /** The module of a helper in that folder, as the file imports it. */
  readonly moduleOf: (name: string) => string;
}

export function helperFolder({ view: { code }, target, path }: CallSite): HelperFolder {
  const own = folderOf(path);
  const isPackage = (folder: string): boolean => folder !== '' && target.paths.includes(join(folder, '__init__.py'));
  const folders = foldersAbove(path);
  const isRelative = /^[ \t]*from[ \t]+\./m.test(code);
  const root = own.replace(/^src\//, '').split('/')[0] ?? '';
  const isAbsolute = root !== '' && new RegExp(String.raw`^[ \t]*(?:from|import)[ \t]+${root}\.`, 'm').test(code);
  // Run by its path, a file finds what lies beside it, and not its package.
  const isScript = !isRelative && !isAbsolute && /^if[ \t]+__name__\s*==/m.test(code);
  if (isScript || !(isPackage(own) || isRelative || isAbsolute)) return { folder: own, moduleOf: name => name };
  const outside = folders.findIndex(folder => !isPackage(folder));
  const top = isPackage(own) ? (folders[outside === -1 ? folders.length - 1 : outside - 1] ?? own) : own;
  if (isRelative) return { folder: top, moduleOf: name => '.'.repeat(depth(own) - depth(top) + 1) + name };
  const dotted = isPackage(own) ? (top.split('/').at(-1) ?? '') : own.replace(/^src\//, '').replaceAll('/', '.');
  return { folder: top, moduleOf: name => `${dotted}.${name}` };
}

/** From the file's own upwards; the last is the project's. */
function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return [...parts.map((_, index) => parts.slice(0, parts.length - index).join('/')), ''];
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

function depth(folder: string): number {
  return folder === '' ? 0 : folder.split('/').length;
}

export function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
