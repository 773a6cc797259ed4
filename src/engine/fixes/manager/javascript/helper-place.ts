// Where the helper of a JavaScript or TypeScript project goes, and how a file imports it.

import { type Framework, frameworkOf } from '../../../project/framework.ts';
import { importedModules } from '../../dialects/javascript-imports.ts';
import { extensionInUse, relativeModule } from '../../dialects/module-path.ts';
import type { CallSite } from '../helper-language.ts';
import { isModulePackage, type ModuleKind } from './module-kind.ts';

/** Of a workspace of several packages, which may be two folders up. */
const lockFiles: readonly string[] = ['../', '../../'].flatMap(folder =>
  ['pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb'].map(name => folder + name),
);

/** The first that is there. A framework may have one for what stays on the server. */
const folders: readonly string[] = ['src/lib', 'lib', 'src/utils', 'src/server', 'server', 'src/lib/server', 'src'];

const frameworkFolders: Readonly<Partial<Record<Framework, readonly string[]>>> = {
  // https://nuxt.com/docs/4.x/directory-structure/server
  nuxt: ['server/utils', 'server'],
  // https://reactrouter.com/explanation/code-splitting#removal-of-server-code
  remix: ['app/lib', 'app'],
};

const names: readonly string[] = ['secrets', 'secret-manager', 'managed-secrets'];

const helperExtensions: readonly string[] = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'];

export const helperNames: readonly string[] = ['', '.server'].flatMap(part =>
  names.flatMap(name => helperExtensions.map(extension => `${name}${part}.${extension}`)),
);

export function helperLayout(path: string): readonly string[] {
  const all = [...folders, ...Object.values(frameworkFolders).flat()];
  const own = /^(?:.*\/)?/.exec(path)?.[0] ?? '';
  const [, mark = '', letter = 'j'] = /\.([mc]?)([jt])sx?$/.exec(path) ?? [];
  const endings = [`.${mark}${letter}s`, `.server.${letter}s`, ...(letter === 'j' ? ['.cjs'] : [])];
  const files = names.flatMap(name => endings.map(ending => name + ending));
  return [...lockFiles, ...all, ...[own, ...all.map(folder => `${folder}/`)].flatMap(folder => files.map(file => folder + file))];
}

/** A path that nothing has yet. */
export function newHelperPath({ target, path, context: { project } }: CallSite, extension: string): string | undefined {
  const framework = project && frameworkOf(project);
  const own = (framework && frameworkFolders[framework]) ?? folders;
  const known = own.find(candidate => target.paths.includes(candidate)) ?? path.split('/').slice(0, -1).join('/');
  // What lies below it never gets into browsers: https://svelte.dev/docs/kit/server-only-modules
  const folder = framework === 'sveltekit' ? 'src/lib/server' : known;
  const suffix = framework === 'remix' ? `.server.${extension}` : `.${extension}`;
  const candidates = names.map(name => `${folder === '' ? '' : `${folder}/`}${name}${suffix}`);
  return candidates.find(candidate => candidate !== path && !target.paths.includes(candidate));
}

/** A file of the same kind of module as the one that imports it. */
export function helperExtension({ view, path, context: { project } }: CallSite, kind: ModuleKind): string {
  const letter = view.language.id === 'typescript' ? 't' : 'j';
  if (/\.[mc][jt]sx?$/.test(path)) return `${kind === 'esm' ? 'm' : 'c'}${letter}s`;
  if (letter === 'j' && kind === 'commonjs' && isModulePackage(project)) return 'cjs';
  return `${letter}s`;
}

/** The module's name as the file writes its own, else as whoever runs it needs it. */
export function helperModule({ view, path, context: { project } }: CallSite, helper: string, kind: ModuleKind): string {
  const module = relativeModule(path, helper);
  const written = /\.([mc]?)([jt])s$/.exec(helper);
  const [own = '', letter = '', type = ''] = written ?? [];
  const compiled = `.${letter}js`;
  const known = extensionInUse(importedModules(view));
  if (known !== undefined && (known !== '' || letter === '')) return module + (known === '' ? '' : /ts$/.test(known) ? own : compiled);
  if (kind === 'commonjs') return module + (letter === '' ? '' : compiled);
  if (letter !== '' || type === 'j') return module + compiled;
  const framework = project && frameworkOf(project);
  if (framework === 'bun') return module;
  return module + (isModulePackage(project) && (framework === undefined || framework === 'node') ? compiled : '');
}
