// Code that is sent to browsers or phones: there a key is public, whatever it is read from.

import { type Phrase, phrase } from '../../phrase.ts';
import { clientReason } from '../../project/client-reason.ts';
import { type Framework, frameworkOf } from '../../project/framework.ts';
import { sideOf } from '../../project/side.ts';
import type { CodeView } from '../code-view.ts';
import type { FileContext } from '../dialect.ts';
import { bracketsAround } from '../surroundings.ts';
import { importedModules } from './javascript-imports.ts';

export function refuseClientCode(view: CodeView, context: FileContext): Phrase | undefined {
  if (/\.d\.[mc]?ts$/i.test(context.uri)) return phrase('A declaration file holds types only.');
  if (isClientCode(view, context)) return clientReason(context.project);
  if (declaresProcess(view)) return phrase('Something else is named “process” in this file.');
  return undefined;
}

/** In a file that runs on both sides, a key may stand only in what the framework takes out of what it sends. */
export function refuseSharedPlace(view: CodeView, at: number, { uri, project }: FileContext): Phrase | undefined {
  if (project === undefined || sideOf(project, uri) !== 'shared' || isServerCode(view)) return undefined;
  return isInServerFunction(view, at, frameworkOf(project)) ? undefined : clientReason(project);
}

function isClientCode(view: CodeView, { uri, project }: FileContext): boolean {
  if (clientFile.test(uri) || beginsWith(view, 'client')) return true;
  if (beginsWith(view, 'server')) return false;
  const side = project && sideOf(project, uri);
  if (side === 'server' || side === 'shared') return false;
  const framework = project && frameworkOf(project);
  if (side === 'client') return isInstalled(framework) || !isServerCode(view);
  const imported = importedModules(view).some(module => clientModule.test(module));
  return !isServerCode(view) && (imported || clientCall.test(view.code));
}

const clientFile = /\.client\.[mc]?[jt]sx?$|\.user\.js$|\.min\.js$/i;
const clientModule =
  /^(?:client-only|react-native|react-dom(?:\/client)?|react-native-.*|expo(?:-.*)?|@angular\/(?:core|platform-browser)|vue|svelte|jquery|preact|solid-js\/web)$/;

/** Nothing that runs in browsers can import these. */
const serverModule =
  /^(?:server-only|node:.*|(?:fs|fs\/promises|child_process|cluster|dgram|dns|http|https|http2|net|tls|worker_threads|readline)|next\/(?:server|headers)|express|fastify|koa|@nestjs\/.*|@hono\/node-server|@vercel\/node|@netlify\/functions|firebase-functions(?:\/.*)?|firebase-admin(?:\/.*)?|@trpc\/server(?:\/.*)?|pg|mysql2(?:\/promise)?|mongoose|@prisma\/client|dotenv(?:\/config)?|react-dom\/server|astro:env\/server|\$env\/(?:static|dynamic)\/private)$/;

// Members only a browser has: `document` alone is also a name for many other things.
const clientCall = new RegExp(
  `(?:^|[^\\w$.])(?:${[
    'window\\.(?:location|localStorage|document|navigator|addEventListener)\\b',
    'document\\.(?:getElementById|querySelector|createElement|addEventListener|body|cookie|head)\\b',
    '(?:local|session)Storage\\.(?:get|set)Item\\b',
    'use(?:State|Effect|LayoutEffect)\\s*\\(',
  ].join('|')})`,
);

/** https://react.dev/reference/rsc/use-client · https://react.dev/reference/rsc/use-server */
function beginsWith({ tokens, text, code }: CodeView, side: string): boolean {
  const first = tokens.find(({ kind }) => kind === 'string');
  if (first === undefined || code.slice(0, first.span.start).trim() !== '') return false;
  return text.slice(first.content.start, first.content.end) === `use ${side}`;
}

function isServerCode(view: CodeView): boolean {
  return importedModules(view).some(module => serverModule.test(module));
}

/** There the whole program lies with its users, and what it imports of Node lies there as well. */
function isInstalled(framework: Framework | undefined): boolean {
  return framework !== undefined && ['browser-extension', 'capacitor', 'electron', 'expo', 'react-native'].includes(framework);
}

/** https://nextjs.org/docs/pages/building-your-application/data-fetching · https://reactrouter.com/start/framework/route-module */
const serverFunctions: Readonly<Partial<Record<Framework, RegExp>>> = {
  next: exportOf('getServerSideProps|getStaticProps|getStaticPaths'),
  remix: exportOf('loader|action|headers|middleware'),
};

function exportOf(names: string): RegExp {
  return new RegExp(String.raw`^export\s+(?:async\s+)?(?:function\s+|const\s+)(?:${names})\b`);
}

function isInServerFunction(view: CodeView, at: number, framework: Framework | undefined): boolean {
  const pattern = framework === undefined ? undefined : serverFunctions[framework];
  if (pattern === undefined || bracketsAround(view, at).length === 0) return false;
  // Statements of a module begin where its lines begin.
  const start = [...view.code.slice(0, at).matchAll(/^[A-Za-z@]/gm)].at(-1)?.index ?? 0;
  return pattern.test(view.code.slice(start, at));
}

function declaresProcess({ code, text }: CodeView): boolean {
  const declared = /\b(?:const|let|var|function|class)\s+process\b|\bimport\s+\*\s+as\s+process\b/.exec(code);
  if (declared === null) return false;
  const rest = text.slice(declared.index, declared.index + 100);
  return !/require\(\s*["'](?:node:)?process["']|from\s*["'](?:node:)?process["']/.test(rest.split('\n', 1)[0] ?? '');
}
