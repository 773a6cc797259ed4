// YAML of other tools that fill in environment variables, each by its own reference.

import { phrase } from '../../phrase.ts';
import type { ConfigValue } from './config-file.ts';
import { referenceFormat, setFor } from './reference-format.ts';
import { nameOf, pathOf } from './source-path.ts';
import { readYaml } from './yaml-file.ts';

// https://www.serverless.com/framework/docs/guides/variables/environment-variables
export const serverless = referenceFormat({
  id: 'serverless',
  title: 'serverless.yml',
  matches: source => /^serverless(?:\.[\w-]+)?\.ya?ml$/.test(nameOf(source)),
  read: readYaml,
  reference: ({ variable }) => `\${env:${variable}}`,
  next: variable => [phrase('Set {0} where serverless runs, or let it read .env: “useDotenv: true” at the top.', variable)],
});

// https://docs.getdbt.com/reference/dbt-jinja-functions/env_var
export const dbtProfiles = referenceFormat({
  id: 'dbt-profiles',
  title: 'dbt profiles',
  matches: source => nameOf(source) === 'profiles.yml' && /^\s+outputs:/m.test(source.text),
  read: readYaml,
  reference: ({ variable, quote }) => (quote === "'" ? `{{ env_var("${variable}") }}` : `{{ env_var('${variable}') }}`),
  refuse: ({ prefix }) =>
    prefix.includes('{{') ? phrase('The value is inside an expression: write the whole expression anew.') : undefined,
  next: setFor('dbt'),
});

// https://guides.rubyonrails.org/configuring.html#configuring-a-database
export const railsYaml = referenceFormat({
  id: 'rails-yaml',
  title: 'Rails configuration',
  matches: source => /\/config\/(?:database|cable|storage|cache|queue|secrets)\.yml$/.test(pathOf(source)),
  read: readYaml,
  reference: ({ variable, style, quote }) => {
    const mark = quote === '"' ? "'" : '"';
    return style === 'plain' ? `<%= ENV[${mark}${variable}${mark}] %>` : `<%= ENV.fetch(${mark}${variable}${mark}) %>`;
  },
  refuse: ({ prefix }: ConfigValue) =>
    prefix.lastIndexOf('<%') > prefix.lastIndexOf('%>')
      ? phrase('The value is inside an expression: write the whole expression anew.')
      : undefined,
});

// https://symfony.com/doc/current/configuration.html#configuration-based-on-environment-variables
export const symfonyYaml = referenceFormat({
  id: 'symfony-yaml',
  title: 'Symfony configuration',
  matches: source => /\/config\/(?:packages\/.*|services)\.ya?ml$/.test(pathOf(source)),
  read: readYaml,
  reference: ({ variable }) => `%env(${variable})%`,
  // `%%` is a percent sign; a single one begins a parameter.
  meaningOf: written => (written.replaceAll('%%', '').includes('%') ? undefined : written.replaceAll('%%', '%')),
});

// https://opentelemetry.io/docs/collector/configuration/#environment-variables
export const openTelemetryCollector = referenceFormat({
  id: 'opentelemetry-collector',
  title: 'OpenTelemetry Collector configuration',
  matches: source => /\.ya?ml$/.test(nameOf(source)) && /^receivers:/m.test(source.text) && /^exporters:/m.test(source.text),
  read: readYaml,
  reference: ({ variable }) => `\${env:${variable}}`,
  next: setFor('The collector'),
});
