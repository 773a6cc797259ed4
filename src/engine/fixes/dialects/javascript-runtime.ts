// How the program around a file reads its environment: `process.env` in Node, other words on other platforms.

import { frameworkOf } from '../../project/framework.ts';
import { pathInProject } from '../../project/side.ts';
import type { CodeView } from '../code-view.ts';
import type { FileContext } from '../dialect.ts';
import { bracketsAround, usesOf } from '../surroundings.ts';
import { localNameOf } from './javascript-imports.ts';

interface Reading {
  readonly expression: string;
  /** An import it relies on: a name, and the module it comes from. */
  readonly imports?: { readonly name: string; readonly module: string };
  /** What it reads has to be a row of the worker's type. */
  readonly isBinding?: true;
  /** A build fails without the variable, so that the code need not check. */
  readonly isChecked?: true;
}

export interface Runtime {
  /** Reads a variable at a place in the code. */
  readonly read: (variable: string, quote: string, at: number) => Reading;
  /** Reads the variable whose name is the value of an expression; where the platform can. */
  readonly readNamed?: (name: string) => string;
}

export function runtimeOf(view: CodeView, context: FileContext): Runtime {
  const framework = isCommonJs(view, context) ? undefined : context.project && frameworkOf(context.project);
  const path = (context.project && pathInProject(context.project, context.uri)) ?? '';
  const isConfiguration = /(?:^|\/)[^/]*\.config\.[mc]?[jt]s$|^scripts\//.test(path);
  if (framework === 'cloudflare-workers' && !isConfiguration && !usesProcess(view)) return worker(view);
  if (framework === 'sveltekit' && path.startsWith('src/') && !usesProcess(view)) return svelteKit(view);
  if (framework === 'astro' && path.startsWith('src/') && !usesProcess(view)) return astro;
  if (isDeno(view) || (framework === 'deno' && !usesProcess(view))) return deno;
  return /\bBun\.env\b/.test(view.code) && !usesProcess(view) ? bun : node;
}

const node: Runtime = { read: variable => ({ expression: `process.env.${variable}` }), readNamed: name => `process.env[${name}]` };

/** https://bun.com/docs/runtime/environment-variables */
const bun: Runtime = { read: variable => ({ expression: `Bun.env.${variable}` }), readNamed: name => `Bun.env[${name}]` };

/** https://docs.deno.com/runtime/reference/env_variables/ */
const deno: Runtime = {
  read: (variable, quote) => ({ expression: `Deno.env.get(${quote}${variable}${quote})` }),
  readNamed: name => `Deno.env.get(${name})`,
};

/** Its files are not loaded into `process.env`: https://docs.astro.build/en/guides/environment-variables/ */
const astro: Runtime = { read: variable => ({ expression: `import.meta.env.${variable}` }) };

const staticModule = '$env/static/private';
const dynamicModule = '$env/dynamic/private';

/** A build fails on an import that is not set, and on one in code for browsers: https://svelte.dev/docs/kit/$env-static-private */
function svelteKit(view: CodeView): Runtime {
  const dynamic = localNameOf(view, 'env', module => module === dynamicModule);
  return {
    read: variable => {
      if (dynamic !== undefined) return { expression: `${dynamic}.${variable}` };
      const known = localNameOf(view, variable, module => module === staticModule);
      if (known !== undefined) return { expression: known, isChecked: true };
      if (isFree(view, variable)) return { expression: variable, imports: { name: variable, module: staticModule }, isChecked: true };
      const env = freeName(view, 'privateEnv');
      return { expression: `${env}.${variable}`, imports: { name: `env as ${env}`, module: dynamicModule } };
    },
  };
}

const workersModule = 'cloudflare:workers';

/** What a handler was given, else the import: https://developers.cloudflare.com/workers/runtime-apis/bindings/ */
function worker(view: CodeView): Runtime {
  const imported = localNameOf(view, 'env', module => module === workersModule);
  return {
    read: (variable, _quote, at) => {
      const given = givenEnvironment(view, at) ?? imported;
      if (given !== undefined) return { expression: `${given}.${variable}`, isBinding: true };
      const env = isFree(view, 'env') ? 'env' : freeName(view, 'workerEnv');
      return {
        expression: `${env}.${variable}`,
        imports: { name: env === 'env' ? env : `env as ${env}`, module: workersModule },
        isBinding: true,
      };
    },
  };
}

/** `env` of `fetch(request, env)` and `onRequest({ env })`; `c.env` where the handler's code speaks of it already. */
function givenEnvironment(view: CodeView, at: number): string | undefined {
  const { code } = view;
  for (const { open, index } of bracketsAround(view, at)) {
    if (open !== '{') continue;
    const head = /\(([^()]*)\)\s*(?::[^{}=]*)?(?:=>\s*)?$/.exec(code.slice(Math.max(0, index - 400), index));
    const parameters = head?.[1] ?? '';
    if (/(?:^|[\s{,])env(?=\s*(?:[,}:?]|$))/.test(parameters)) return 'env';
    const context = /^\s*(c|ctx|context)\s*(?::|,|$)/.exec(parameters)?.[1];
    if (context !== undefined && code.includes(`${context}.env.`)) return `${context}.env`;
  }
  return undefined;
}

/** Scripts beside the program: `require` cannot be mixed with the imports that the platforms below rely on. */
function isCommonJs({ code }: CodeView, { uri }: FileContext): boolean {
  if (/\.c[jt]s$/.test(uri)) return true;
  if (/\.m[jt]s$/.test(uri) || /^(?:import|export)\b(?!\s*\()/m.test(code)) return false;
  return /\bmodule\.exports\b|^exports\.\w+\s*=|^(?:const|let|var)\s[^;=]*=\s*require\s*\(/m.test(code);
}

function isDeno({ code }: CodeView): boolean {
  return /\bDeno\s*\./.test(code) && !/\bprocess\s*\./.test(code);
}

function usesProcess({ code }: CodeView): boolean {
  return /\bprocess\s*\.\s*env\b/.test(code);
}

function isFree(view: CodeView, name: string): boolean {
  return usesOf(view, name, -1).length === 0;
}

function freeName(view: CodeView, name: string): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}${number}`;
    if (isFree(view, candidate)) return candidate;
  }
}
