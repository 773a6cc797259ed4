// Tools that fill in variables where their TOML names them.

import { phrase } from '../../phrase.ts';
import { type ConfigValue, isUnclear } from './config-file.ts';
import { referenceFormat, setFor } from './reference-format.ts';
import { nameOf, pathOf } from './source-path.ts';
import { readToml } from './toml-file.ts';

/** https://supabase.com/docs/guides/local-development/managing-config#using-secrets-inside-configtoml */
export const supabase = referenceFormat({
  id: 'supabase',
  title: 'Supabase configuration',
  matches: source => /\/supabase\/config\.toml$/.test(pathOf(source)),
  read: readToml,
  reference: ({ variable }) => `env(${variable})`,
  refuse: place => {
    if (!isWhole(place)) return phrase('Supabase fills in whole values only: write {0} in the place of all of it.', 'env(NAME)');
    // https://github.com/supabase/cli/issues/2774
    return place.path.some(part => typeof part === 'number') ? phrase('Supabase fills in no values of lists.') : undefined;
  },
});

/** https://pipenv.pypa.io/en/latest/credentials.html#environment-variable-expansion */
export const pipfile = referenceFormat({
  id: 'pipfile',
  title: 'Pipfile',
  matches: source => nameOf(source) === 'pipfile',
  read: readToml,
  reference: ({ variable }) => `\${${variable}}`,
  refuse: ({ keys }) =>
    keys[0] === 'source' && keys.at(-1) === 'url'
      ? undefined
      : phrase('Pipenv fills in the addresses of sources only: name the package’s source there.'),
  next: setFor('pipenv'),
});

/** https://bun.com/docs/pm/scopes-registries */
export const bunfig = referenceFormat({
  id: 'bunfig',
  title: 'bunfig.toml',
  matches: source => nameOf(source) === 'bunfig.toml',
  read: readToml,
  reference: ({ variable }) => `$${variable}`,
  refuse: place => {
    const isKnown = place.keys[0] === 'install' && /^(?:token|password)$/.test(place.keys.at(-1) ?? '');
    if (!isKnown) return phrase('Bun fills in “token” and “password” of a registry: write them there, beside its “url”.');
    return isWhole(place) ? undefined : isUnclear;
  },
});

/** https://docs.influxdata.com/telegraf/v1/configuration/environment-variables/ */
export const telegraf = referenceFormat({
  id: 'telegraf',
  title: 'Telegraf configuration',
  matches: source =>
    /\/telegraf[\w.-]*\.(?:conf|toml)$|\/telegraf\.d\/[^/]+\.conf$/.test(pathOf(source)) &&
    /^\s*\[(?:agent\]|\[(?:inputs|outputs)\.)/m.test(source.text),
  read: readToml,
  reference: ({ variable, style }) => (style === 'plain' ? `\${${variable}}` : `\${${variable}:?${variable} is not set}`),
  next: setFor('Telegraf'),
});

function isWhole({ prefix, suffix }: ConfigValue): boolean {
  return prefix === '' && suffix === '';
}
