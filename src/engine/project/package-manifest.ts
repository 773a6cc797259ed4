// Files whose presence makes a folder a package of its own in a monorepo.

export const packageManifests: readonly string[] = [
  'package.json',
  'deno.json',
  'deno.jsonc',
  'wrangler.toml',
  'pyproject.toml',
  'requirements.txt',
  'Pipfile',
  'setup.py',
  'go.mod',
  'Cargo.toml',
  'composer.json',
  'Gemfile',
  'pom.xml',
  'build.gradle',
  'build.gradle.kts',
  'pubspec.yaml',
  'mix.exs',
  'Package.swift',
];

const names = new Set(packageManifests);

/** .NET names them after the project. */
const endings = ['csproj', 'fsproj', 'vbproj'];

export function isPackageManifest(name: string): boolean {
  return names.has(name) || endings.some(ending => name.endsWith(`.${ending}`));
}
