// Names of environment variables that build tools copy into what browsers download. A secret never gets such a name.

// https://nextjs.org/docs/app/guides/environment-variables#bundling-environment-variables-for-the-browser
// https://vite.dev/guide/env-and-mode.html#env-files · https://create-react-app.dev/docs/adding-custom-environment-variables/
// https://svelte.dev/docs/kit/$env-static-public · https://docs.expo.dev/guides/environment-variables/
// https://www.gatsbyjs.com/docs/how-to/local-development/environment-variables/ · https://nuxt.com/docs/guide/going-further/runtime-config
// https://cli.vuejs.org/guide/mode-and-env.html · https://storybook.js.org/docs/configure/environment-variables
const prefixes = [
  'NEXT_PUBLIC_',
  'VITE_',
  'REACT_APP_',
  'EXPO_PUBLIC_',
  'GATSBY_',
  'NUXT_PUBLIC_',
  'VUE_APP_',
  'NG_APP_',
  'NX_PUBLIC_',
  'STORYBOOK_',
  'SNOWPACK_PUBLIC_',
  'PREACT_APP_',
  'BUN_PUBLIC_',
  'PUBLIC_',
];

export function isPublicName(name: string): boolean {
  return prefixes.some(prefix => name.startsWith(prefix));
}

/** The name without what would publish it. */
export function withoutPublicPrefix(name: string): string {
  const prefix = prefixes.find(candidate => name.startsWith(candidate));
  return prefix === undefined ? name : withoutPublicPrefix(name.slice(prefix.length));
}
