// Maven's settings and projects, and NuGet's configuration: XML whose tools fill in environment variables.
// https://maven.apache.org/settings.html#quick-overview
// https://learn.microsoft.com/nuget/reference/nuget-config-file#using-environment-variables

import { phrase } from '../../phrase.ts';
import { referenceFormat, setFor } from './reference-format.ts';
import { nameOf } from './source-path.ts';
import { readXml } from './xml-file.ts';

export const maven = referenceFormat({
  id: 'maven',
  title: 'Maven settings',
  matches: source =>
    (/^[\w-]*settings\.xml$/.test(nameOf(source)) && /<settings\b/.test(source.text)) ||
    (nameOf(source) === 'pom.xml' && /<project\b/.test(source.text)),
  read: readXml,
  reference: ({ variable }) => `\${env.${variable}}`,
  next: setFor('Maven'),
});

export const nuget = referenceFormat({
  id: 'nuget',
  title: 'NuGet configuration',
  matches: source => /^nuget(?:\.[\w-]+)?\.config$/.test(nameOf(source)),
  read: readXml,
  reference: ({ variable }) => `%${variable}%`,
  refuse: ({ keys }) =>
    keys.at(-1) === '@value' ? undefined : phrase('NuGet fills in environment variables in the attribute “value” only.'),
  meaningOf: written => (written.includes('%') ? undefined : written),
  next: setFor('NuGet'),
});
