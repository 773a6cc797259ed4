// Python: `get_secret("name")`, which every place that takes an expression takes.

import { phrase } from '../../../phrase.ts';
import type { ProjectFacts } from '../../../project/project-facts.ts';
import { type Lookup, withheld } from '../../dialect.ts';
import { importedNames } from '../../dialects/python-imports.ts';
import type { Withheld } from '../../plan.ts';
import { usesOf } from '../../surroundings.ts';
import type { CallSite, HelperCall, HelperLanguage, HelperSource } from '../helper-language.ts';
import { helpersFor } from '../helper-mark.ts';
import { newFile } from '../new-file.ts';
import { helperFolder, helperLayout, helperNames, join } from './helper-place.ts';
import { writeHelper } from './helper-text.ts';
import { pythonSources } from './sources.ts';

export const pythonHelpers: HelperLanguage = {
  sources: pythonSources,
  call,
  install: ({ context: { project } }, packages) => {
    const missing = packages.filter(name => !isNamed(project, name));
    return missing.length === 0 ? undefined : `${installer(project)} ${missing.join(' ')}`;
  },
  fileNames: helperNames,
  layout: helperLayout,
};

function call(site: CallSite, source: HelperSource): HelperCall | Withheld {
  const { view, target, path, name } = site;
  const { folder, moduleOf } = helperFolder(site);
  const inFolder = (file: string): boolean =>
    file !== path && file.startsWith(folder === '' ? '' : `${folder}/`) && file === join(folder, baseOf(file));
  const known = helpersFor(target.address.manager, target.helpers, /^def get_secret\(/m).find(helper => inFolder(helper.path));
  const file = known?.path ?? helperNames.map(base => join(folder, base)).find(free => free !== path && !target.paths.includes(free));
  if (file === undefined) return withheld(phrase('There is no free name for the file that would read the secret.'));
  const module = moduleOf(baseOf(file).replace(/\.py$/, ''));
  const imported = [...importedNames(view)].find(([, origin]) => origin === `${module}.get_secret`)?.[0];
  const local = imported ?? freeName(site);
  const needs = imported === undefined ? [`from ${module} import get_secret${local === 'get_secret' ? '' : ` as ${local}`}`] : [];
  const lookup = (quote: string): Lookup => ({ expression: `${local}(${quote}${name}${quote})`, isAtomic: true, needs });
  const made = known === undefined ? { also: [newFile(file, writeHelper(target.address.manager, source, view.newline))] } : {};
  return { kind: 'call', lookup, ...made };
}

function baseOf(path: string): string {
  return path.split('/').at(-1) ?? path;
}

function freeName({ view }: CallSite): string {
  return ['get_secret', 'read_secret', 'get_managed_secret'].find(name => usesOf(view, name, -1).length === 0) ?? 'get_secret_from_manager';
}

function isNamed(project: ProjectFacts | undefined, name: string): boolean {
  const named = new RegExp(String.raw`(?<![\w.-])${name.replaceAll('-', '[-_.]')}(?![\w-])`, 'i');
  return ['requirements.txt', 'pyproject.toml', 'Pipfile', 'setup.py'].some(file => named.test(project?.manifests[file] ?? ''));
}

/** https://docs.astral.sh/uv/concepts/projects/dependencies/ · https://python-poetry.org/docs/cli/#add · https://pdm-project.org/latest/usage/dependency/ */
function installer(project: ProjectFacts | undefined): string {
  const entries = project?.entries ?? [];
  const pyproject = project?.manifests['pyproject.toml'] ?? '';
  if (entries.includes('uv.lock') || /^\[tool\.uv\b/m.test(pyproject)) return 'uv add';
  if (entries.includes('poetry.lock') || /^\[tool\.poetry\b/m.test(pyproject)) return 'poetry add';
  if (entries.includes('pdm.lock')) return 'pdm add';
  return entries.includes('Pipfile') ? 'pipenv install' : 'pip install';
}
