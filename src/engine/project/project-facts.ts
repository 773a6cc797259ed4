// What a fix may know of the project around a file: the nearest folder that has a manifest, as plain data.

import { packageManifests } from './package-manifest.ts';

export interface ProjectFacts {
  /** URI or path of the project's folder, without a slash at the end. */
  readonly folder: string;
  /** Names of the files and folders directly in it. */
  readonly entries: readonly string[];
  /** Texts of the manifests and tool configurations in it, by name. */
  readonly manifests: Readonly<Record<string, string>>;
  /** Texts of the files below it in which projects declare what they read of the environment, or how they are compiled, by path from the folder on. */
  readonly sources?: Readonly<Record<string, string>>;
}

/** The manifests whose presence makes a folder a project, and which a reader brings along as far as they exist. */
export const manifestNames: readonly string[] = [
  ...packageManifests,
  'wrangler.json',
  'wrangler.jsonc',
  'app.json',
  'manifest.json',
  'manage.py',
  'DESCRIPTION',
];

/** Where those files usually are. */
export const sourceNames: readonly string[] = [
  ...['', 'src/', 'lib/', 'src/lib/', 'server/', 'src/server/', 'config/', 'src/config/', 'app/'].flatMap(folder =>
    ['env.ts', 'env.js', 'env.mjs', 'config.ts', 'env/server.ts'].map(name => folder + name),
  ),
  'src/config/index.ts',
  ...['', 'app/', 'src/', 'core/', 'app/core/', 'src/core/'].flatMap(folder => ['config.py', 'settings.py'].map(name => folder + name)),
  'config/services.php',
  // What its compiler makes of a module.
  'tsconfig.json',
  'config/environments/production.rb',
  'config/database.yml',
  'config/storage.yml',
  ...['', 'config/', 'internal/', 'internal/config/', 'pkg/config/'].flatMap(folder =>
    ['config.go', 'env.go', 'settings.go'].map(name => folder + name),
  ),
  'appsettings.json',
  ...['Web.config', 'web.config', 'App.config', 'app.config'],
];

/** Folders all of whose files with an ending are such files. */
export const sourceFolders: readonly { readonly path: string; readonly ending: string }[] = [
  { path: 'config/initializers', ending: '.rb' },
];

export function isSourcePath(path: string): boolean {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return sourceNames.includes(path) || sourceFolders.some(known => known.path === folder && path.endsWith(known.ending));
}
