// Where a file of a project runs, told by its path: on servers and developers' machines, or with the people who use the program.

import { type Framework, frameworkOf } from './framework.ts';
import type { ProjectFacts } from './project-facts.ts';

/** `shared`: on both, but for the functions a framework takes out of what it sends. */
export type Side = 'server' | 'client' | 'shared';

/** `undefined` where the path does not tell. */
export function sideOf(facts: ProjectFacts, uri: string): Side | undefined {
  const path = pathInProject(facts, uri);
  if (path === undefined) return undefined;
  if (neverSent.test(path)) return 'server';
  const framework = frameworkOf(facts);
  const sides = framework === undefined ? [] : (sidesByFramework[framework] ?? []);
  return sides.find(([pattern]) => pattern.test(path))?.[1] ?? (webRoot.test(path) ? 'client' : undefined);
}

/** With forward slashes, from the project's folder on. */
export function pathInProject({ folder }: ProjectFacts, uri: string): string | undefined {
  return uri.startsWith(`${folder}/`) ? uri.slice(folder.length + 1) : undefined;
}

/** Servers, tools' configurations, scripts and tests: in every framework. */
const neverSent = new RegExp(
  [
    '(?:^|/)(?:server|backend|tests?|__tests__|e2e)/',
    '^(?:api|functions|netlify/(?:edge-)?functions|lambda|workers?|scripts?|tools|bin|prisma)/',
    String.raw`\.(?:server|config|setup|test|spec|e2e)\.[mc]?[jt]sx?$`,
    String.raw`^(?:server|gulpfile|Gruntfile|middleware|instrumentation|\.[^/]*rc)\.[mc]?[jt]s$`,
  ].join('|'),
);

const webRoot = /^(?:public|static|www)\//;

type PathSide = readonly [RegExp, Side];

const everywhere: readonly PathSide[] = [[/^/, 'client']];
const source: readonly PathSide[] = [[/^(?:src|app)\//, 'client']];

/** The first pattern that fits wins. */
const sidesByFramework: Readonly<Partial<Record<Framework, readonly PathSide[]>>> = {
  // https://nextjs.org/docs/app/getting-started/project-structure
  next: [
    [/^(?:src\/)?app\/(?:.*\/)?(?:route|page|layout|template|loading|not-found|default|sitemap|robots)\.[jt]sx?$/, 'server'],
    [/^(?:src\/)?pages\/api\//, 'server'],
    [/^(?:src\/)?(?:middleware|proxy|instrumentation)\.[jt]s$/, 'server'],
    [/^(?:src\/)?instrumentation-client\.[jt]s$/, 'client'],
    [/^(?:src\/)?app\/(?:.*\/)?(?:error|global-error)\.[jt]sx?$/, 'client'],
    [/^(?:src\/)?pages\//, 'shared'],
  ],
  // https://svelte.dev/docs/kit/routing · https://svelte.dev/docs/kit/server-only-modules
  sveltekit: [
    [/(?:^|\/)\+server\.[jt]s$|^src\/lib\/server\//, 'server'],
    [/(?:^|\/)\+(?:page|layout)\.[jt]s$|^src\/hooks\.client\.[jt]s$|^src\/hooks\.[jt]s$/, 'client'],
  ],
  // https://nuxt.com/docs/4.x/directory-structure
  nuxt: [
    [/^(?:modules|layers\/[^/]+\/server)\//, 'server'],
    [/^(?:(?:src|app)\/)?(?:pages|components|composables|layouts|middleware|plugins|stores|store|utils)\//, 'client'],
    [/^app\//, 'client'],
  ],
  // https://docs.astro.build/en/guides/endpoints/ · https://docs.astro.build/en/guides/framework-components/
  astro: [
    [/^src\/(?:pages|actions|content|middleware)(?:\/|\.)/, 'server'],
    [/^src\/components\/.*\.[jt]sx$|^src\/scripts\//, 'client'],
  ],
  // https://www.gatsbyjs.com/docs/reference/functions/ · https://www.gatsbyjs.com/docs/reference/gatsby-project-structure/
  gatsby: [
    [/^src\/api\/|^gatsby-(?:node|config|ssr)\.[mc]?[jt]sx?$/, 'server'],
    [/^(?:src\/|gatsby-browser\.)/, 'client'],
  ],
  // https://reactrouter.com/start/framework/route-module
  remix: [
    [/^app\/entry\.server\./, 'server'],
    [/^app\/entry\.client\.|^app\/components\//, 'client'],
    [/^app\/(?:routes\/|root\.)/, 'shared'],
  ],
  // https://docs.expo.dev/router/web/api-routes/
  expo: [[/\+api\.[jt]sx?$/, 'server'], ...everywhere],
  'react-native': everywhere,
  'browser-extension': everywhere,
  capacitor: source,
  electron: [[/(?:^|\/)(?:renderer|preload)(?:\/|\.)/, 'client']],
  // https://angular.dev/reference/configs/file-structure
  angular: source,
  'vue-cli': source,
  // https://create-react-app.dev/docs/proxying-api-requests-in-development/
  'create-react-app': [[/^src\/setup(?:Proxy|Tests)\.[jt]s$/, 'server'], ...source],
  // https://vite.dev/guide/ssr.html
  vite: [[/(?:^|\/)entry-server\./, 'server'], ...source],
  // https://docs.flutter.dev/
  flutter: [[/^lib\//, 'client']],
};
