// What a project is built with, as far as it decides how code reads its environment and where its values are kept.

import { packagesOf } from './packages.ts';
import type { ProjectFacts } from './project-facts.ts';

export type Framework =
  | 'angular'
  | 'astro'
  | 'browser-extension'
  | 'bun'
  | 'capacitor'
  | 'cloudflare-workers'
  | 'create-react-app'
  | 'deno'
  | 'electron'
  | 'expo'
  | 'flutter'
  | 'gatsby'
  | 'next'
  | 'node'
  | 'nuxt'
  | 'react-native'
  | 'remix'
  | 'sveltekit'
  | 'symfony'
  | 'vite'
  | 'vue-cli';

/** `undefined` where nothing tells: a plain Python, Go or Rust project, say. */
export function frameworkOf(facts: ProjectFacts): Framework | undefined {
  return marks.find(({ isMark }) => isMark(facts))?.framework;
}

/**
 * The environment file that the project's own tools read, and that they expect to stay out of git. `undefined` where no
 * tool has a say.
 */
export function environmentFileOf(facts: ProjectFacts): string | undefined {
  const framework = frameworkOf(facts);
  if (framework === 'cloudflare-workers') return workersFile(facts);
  return framework === undefined ? undefined : environmentFiles[framework];
}

interface Mark {
  readonly framework: Framework;
  readonly isMark: (facts: ProjectFacts) => boolean;
}

/** The first that fits wins: what is built upon another thing stands before it. */
const marks: readonly Mark[] = [
  { framework: 'next', isMark: needs('next') },
  { framework: 'sveltekit', isMark: needs('@sveltejs/kit') },
  { framework: 'nuxt', isMark: needs('nuxt', 'nuxt3', 'nuxt-nightly') },
  { framework: 'astro', isMark: needs('astro') },
  { framework: 'gatsby', isMark: needs('gatsby') },
  { framework: 'remix', isMark: needs('@remix-run/react', '@remix-run/dev', '@react-router/dev') },
  { framework: 'expo', isMark: needs('expo') },
  { framework: 'react-native', isMark: needs('react-native', '@nativescript/core') },
  { framework: 'browser-extension', isMark: facts => needs('wxt', 'plasmo', '@crxjs/vite-plugin')(facts) || isExtensionManifest(facts) },
  { framework: 'electron', isMark: needs('electron') },
  { framework: 'capacitor', isMark: needs('@capacitor/core', 'cordova', '@ionic/core') },
  { framework: 'angular', isMark: facts => facts.entries.includes('angular.json') || needs('@angular/core')(facts) },
  { framework: 'vue-cli', isMark: needs('@vue/cli-service') },
  { framework: 'create-react-app', isMark: needs('react-scripts') },
  { framework: 'cloudflare-workers', isMark: has('wrangler.toml', 'wrangler.json', 'wrangler.jsonc') },
  // Libraries and servers use Vite, too, for their tests: what it builds for browsers begins at a page.
  // https://vite.dev/guide/#index-html-and-project-root
  { framework: 'vite', isMark: facts => needs('vite')(facts) && facts.entries.includes('index.html') },
  { framework: 'deno', isMark: has('deno.json', 'deno.jsonc', 'deno.lock') },
  { framework: 'bun', isMark: has('bun.lock', 'bun.lockb', 'bunfig.toml') },
  { framework: 'node', isMark: has('package.json') },
  { framework: 'flutter', isMark: ({ manifests }) => /^\s+flutter:\s*$[\s\S]*?^\s+sdk:\s*flutter/m.test(manifests['pubspec.yaml'] ?? '') },
  { framework: 'symfony', isMark: ({ manifests }) => (manifests['composer.json'] ?? '').includes('"symfony/framework-bundle"') },
];

function needs(...names: readonly string[]): Mark['isMark'] {
  return facts => names.some(name => packagesOf(facts).has(name));
}

function has(...names: readonly string[]): Mark['isMark'] {
  return ({ entries }) => names.some(name => entries.includes(name));
}

/** https://developer.chrome.com/docs/extensions/reference/manifest */
function isExtensionManifest({ manifests }: ProjectFacts): boolean {
  return /"manifest_version"\s*:\s*[23]/.test(manifests['manifest.json'] ?? '');
}

const environmentFiles: Readonly<Partial<Record<Framework, string>>> = {
  // https://nextjs.org/docs/app/guides/environment-variables
  next: '.env.local',
  // https://vite.dev/guide/env-and-mode.html#env-files
  vite: '.env.local',
  sveltekit: '.env.local',
  astro: '.env.local',
  // https://nuxt.com/docs/4.x/guide/going-further/runtime-config: its command line reads `.env` alone.
  nuxt: '.env',
  // https://create-react-app.dev/docs/adding-custom-environment-variables/
  'create-react-app': '.env.local',
  // https://cli.vuejs.org/guide/mode-and-env.html
  'vue-cli': '.env.local',
  // https://docs.expo.dev/guides/environment-variables/
  expo: '.env.local',
  // https://www.gatsbyjs.com/docs/how-to/local-development/environment-variables/
  gatsby: '.env.development',
  // https://symfony.com/doc/current/configuration.html#overriding-environment-values-via-env-local
  symfony: '.env.local',
};

/** One of the two, and where both are there the first hides the second: https://developers.cloudflare.com/workers/local-development/environment-variables/ */
function workersFile({ entries }: ProjectFacts): string {
  return entries.includes('.env') && !entries.includes('.dev.vars') ? '.env' : '.dev.vars';
}
