// Compose files: `${NAME:?…}` wherever a value stands.
// https://docs.docker.com/reference/compose-file/interpolation/

import { phrase } from '../../phrase.ts';
import { referenceFormat } from './reference-format.ts';
import { nameOf } from './source-path.ts';
import { readYaml } from './yaml-file.ts';

export const dockerCompose = referenceFormat({
  id: 'docker-compose',
  title: 'Compose file',
  matches: source => source.languageId === 'dockercompose' || /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/.test(nameOf(source)),
  read: readYaml,
  reference: ({ variable, style }) => (style === 'plain' ? `\${${variable}}` : `\${${variable}:?${variable} is not set}`),
  nests: true,
  meaningOf: undoubleDollars,
  next: (variable, { keys }) =>
    keys.includes('build') && keys.includes('args')
      ? [phrase('Build arguments stay in the image: mount {0} as a build secret instead of passing it there.', variable)]
      : [],
});

/** `$$` is a dollar; any other one is a variable. */
function undoubleDollars(written: string): string | undefined {
  const halved = written.replaceAll('$$', '');
  return halved.includes('$') ? undefined : written.replaceAll('$$', () => '$');
}
