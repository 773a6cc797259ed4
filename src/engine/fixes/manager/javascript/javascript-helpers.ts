// JavaScript and TypeScript: `await getSecret('name')`, where something can be awaited, and nowhere else.

import { phrase } from '../../../phrase.ts';
import { frameworkOf } from '../../../project/framework.ts';
import { packagesOf } from '../../../project/packages.ts';
import type { ProjectFacts } from '../../../project/project-facts.ts';
import type { CodeView } from '../../code-view.ts';
import { type Lookup, withheld } from '../../dialect.ts';
import { localNameOf } from '../../dialects/javascript-imports.ts';
import { relativeModule, withoutExtension } from '../../dialects/module-path.ts';
import type { FileEdits, Withheld } from '../../plan.ts';
import type { RefusePlace } from '../../plan-environment-fix.ts';
import { usesOf } from '../../surroundings.ts';
import type { CallSite, HelperCall, HelperLanguage, HelperSource } from '../helper-language.ts';
import { helpersFor } from '../helper-mark.ts';
import { newFile } from '../new-file.ts';
import { helperExtension, helperLayout, helperModule, helperNames, newHelperPath } from './helper-place.ts';
import { writeHelper } from './helper-text.ts';
import { canWaitAtTop, type ModuleKind, moduleKindOf } from './module-kind.ts';
import { javascriptSources } from './sources.ts';

export const javascriptHelpers: HelperLanguage = {
  sources: javascriptSources,
  call,
  install: ({ target, context: { project } }, packages) => {
    const missing = packages.filter(name => project === undefined || !packagesOf(project).has(name));
    return missing.length === 0 ? undefined : `${installer(project, target.paths)} ${missing.join(' ')}`;
  },
  fileNames: helperNames,
  layout: helperLayout,
};

function call(site: CallSite, source: HelperSource): HelperCall | Withheld {
  const { view, path, name, context } = site;
  if (hasNoNode(site)) return withheld(phrase('What reads secret managers needs Node.js, and this platform is another one.'));
  // The compiler of TypeScript writes what the platform takes.
  const kind = view.language.id === 'typescript' ? 'esm' : moduleKindOf(view, path, context.project);
  const helper = findHelper(site, kind) ?? newHelper(site, source, kind);
  if (helper === undefined) return withheld(phrase('There is no free name for the file that would read the secret.'));
  const known = kind === 'esm' ? importedName(view, path, helper.path) : requiredName(view, path, helper.path);
  const local = known ?? freeName(view);
  const imported = local === 'getSecret' ? local : `getSecret${kind === 'esm' ? ' as ' : ': '}${local}`;
  const needs =
    known === undefined ? [`${kind === 'esm' ? 'import' : 'require'} ${imported}=${helperModule(site, helper.path, kind)}`] : [];
  const lookup = (quote: string): Lookup => ({ expression: `await ${local}(${quote}${name}${quote})`, isAtomic: false, needs });
  return { kind: 'call', lookup, refusePlace: refuseWaiting(site), ...(helper.also && { also: [helper.also] }) };
}

function hasNoNode({ view, context: { project } }: CallSite): boolean {
  const framework = project && frameworkOf(project);
  return framework === 'cloudflare-workers' || framework === 'deno' || /\bDeno\s*\./.test(view.code);
}

/** Never by making a function async: that would change everyone who calls it. */
function refuseWaiting({ path, context: { project } }: CallSite): RefusePlace {
  return (view, { span }) => {
    const waiting = view.syntax?.waitingAt(span);
    if (waiting === undefined) return phrase('Whether something can be awaited there cannot be told.');
    if (waiting === 'async' || (waiting === 'top' && canWaitAtTop(view, path, project))) return undefined;
    return phrase(
      'A manager answers later, and nothing can be awaited there: start the program with the secret in its environment instead.',
    );
  };
}

interface Helper {
  readonly path: string;
  readonly also?: FileEdits;
}

/** Of the same kind of module, and not the file itself. */
function findHelper({ target, path, view }: CallSite, kind: ModuleKind): Helper | undefined {
  const declaration = kind === 'esm' ? /^export (?:async )?function getSecret\b/m : /^module\.exports = \{[^}]*\bgetSecret\b/m;
  const isTyped = view.language.id === 'typescript';
  return helpersFor(target.address.manager, target.helpers, declaration).find(
    helper => helper.path !== path && (isTyped || !/\.[mc]?ts$/.test(helper.path)),
  );
}

function newHelper(site: CallSite, source: HelperSource, kind: ModuleKind): Helper | undefined {
  const { view, target } = site;
  const isTyped = view.language.id === 'typescript';
  const path = newHelperPath(site, helperExtension(site, kind));
  if (path === undefined) return undefined;
  const style = { isTyped, kind, quote: usualQuote(view), newline: view.newline } as const;
  return { path, also: newFile(path, writeHelper(target.address.manager, source, style)) };
}

function importedName(view: CodeView, path: string, helper: string): string | undefined {
  const module = relativeModule(path, helper);
  return localNameOf(view, 'getSecret', name => withoutExtension(name) === module);
}

function requiredName({ text }: CodeView, path: string, helper: string): string | undefined {
  const module = relativeModule(path, helper);
  for (const [, names = '', name = ''] of text.matchAll(/^(?:const|let|var) \{([^{}]*)\} = require\(["']([^"']+)["']\)/gm)) {
    if (withoutExtension(name) !== module) continue;
    const [, local] = /(?:^|,)\s*getSecret(?:\s*:\s*(\w+))?\s*(?:,|$)/.exec(names) ?? [];
    if (/(?:^|[\s,])getSecret\b/.test(names)) return local ?? 'getSecret';
  }
  return undefined;
}

function freeName(view: CodeView): string {
  const candidates = ['getSecret', 'readSecret', 'getManagedSecret'];
  return candidates.find(name => usesOf(view, name, -1).length === 0) ?? 'getSecretFromManager';
}

function usualQuote({ tokens }: CodeView): string {
  const count = (open: string): number => tokens.filter(({ form }) => form?.open === open).length;
  return count('"') > count("'") ? '"' : "'";
}

/** https://docs.npmjs.com/cli · https://pnpm.io/cli/add · https://yarnpkg.com/cli/add · https://bun.com/docs/pm/cli/add */
const installers: Readonly<Record<string, string>> = { pnpm: 'pnpm add', yarn: 'yarn add', bun: 'bun add', npm: 'npm install' };

/** The one that the project names, else the one whose lock file is there: https://nodejs.org/api/packages.html#packagemanager */
function installer(project: ProjectFacts | undefined, paths: readonly string[]): string {
  const named = /"packageManager"\s*:\s*"(pnpm|yarn|bun|npm)@/.exec(project?.manifests['package.json'] ?? '')?.[1];
  const locks = [...(project?.entries ?? []), ...paths].map(path => path.slice(path.lastIndexOf('/') + 1));
  const found = Object.keys(installers).find(name =>
    locks.some(lock => lock === `${name}.lock` || lock === `${name}.lockb` || lock === `${name}-lock.yaml`),
  );
  return installers[named ?? found ?? 'npm'] ?? 'npm install';
}
