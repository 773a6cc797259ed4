// What kind of module a JavaScript or TypeScript file is, and whether it can wait at its top.

import { frameworkOf } from '../../../project/framework.ts';
import type { ProjectFacts } from '../../../project/project-facts.ts';
import type { CodeView } from '../../code-view.ts';

export type ModuleKind = 'esm' | 'commonjs';

export function moduleKindOf({ code, language }: CodeView, path: string, project: ProjectFacts | undefined): ModuleKind {
  if (/\.m[jt]s$/.test(path)) return 'esm';
  if (/\.c[jt]s$/.test(path)) return 'commonjs';
  if (/^(?:import|export)\b(?!\s*\()/m.test(code)) return 'esm';
  if (/\bmodule\.exports\b|^exports\.\w+\s*=|(?<![\w$.])require\s*\(/m.test(code)) return 'commonjs';
  return language.id === 'typescript' || isModulePackage(project) ? 'esm' : 'commonjs';
}

/** https://nodejs.org/api/packages.html#type */
export function isModulePackage(project: ProjectFacts | undefined): boolean {
  return (
    /^\s*"type"\s*:\s*"module"/m.test(project?.manifests['package.json'] ?? '') ||
    /[{,]\s*"type"\s*:\s*"module"/.test(project?.manifests['package.json'] ?? '')
  );
}

/** Only where it is sure: what a build makes of a module may be one that cannot wait. */
export function canWaitAtTop(view: CodeView, path: string, project: ProjectFacts | undefined): boolean {
  if (moduleKindOf(view, path, project) !== 'esm') return false;
  const framework = project && frameworkOf(project);
  if (framework === 'bun') return true;
  if (framework !== undefined && framework !== 'node') return false;
  if (!/\.m[jt]s$/.test(path) && !isModulePackage(project)) return false;
  return view.language.id !== 'typescript' || compilesToModules(project?.sources?.['tsconfig.json'] ?? '');
}

/** https://www.typescriptlang.org/docs/handbook/release-notes/typescript-3-8.html#top-level-await */
function compilesToModules(configuration: string): boolean {
  const option = (name: string): string => new RegExp(String.raw`"${name}"\s*:\s*"(\w+)"`).exec(configuration)?.[1]?.toLowerCase() ?? '';
  const module = option('module');
  if (/^node(?:16|18|20|next)$/.test(module)) return true;
  return /^(?:es2022|esnext|preserve)$/.test(module) && /^(?:es20(?:1[7-9]|[2-9]\d)|esnext)$/.test(option('target'));
}
