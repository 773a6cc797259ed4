// What package managers read to reach their registries: `${NAME}`.
// https://yarnpkg.com/configuration/yarnrc · https://pip.pypa.io/en/stable/reference/requirements-file-format/#using-environment-variables

import { phrase } from '../../phrase.ts';
import { readPlainRows } from './properties-file.ts';
import { referenceFormat, setFor } from './reference-format.ts';
import { nameOf, pathOf } from './source-path.ts';
import { readWords } from './word-file.ts';
import { readYaml } from './yaml-file.ts';

const reference = ({ variable }: { readonly variable: string }): string => `\${${variable}}`;

export const npmrc = referenceFormat({
  id: 'npmrc',
  title: '.npmrc',
  matches: source => nameOf(source) === '.npmrc',
  read: readPlainRows,
  reference,
  next: setFor('npm'),
});

export const yarnrc = referenceFormat({
  id: 'yarnrc',
  title: '.yarnrc.yml',
  matches: source => nameOf(source) === '.yarnrc.yml',
  read: readYaml,
  reference,
  next: setFor('Yarn'),
});

export const pipRequirements = referenceFormat({
  id: 'pip-requirements',
  title: 'requirements.txt',
  matches: source =>
    source.languageId === 'pip-requirements' ||
    /\/(?:[\w.-]*requirements[\w.-]*|constraints)\.(?:txt|in)$|\/requirements\/[^/]+\.(?:txt|in)$/.test(pathOf(source)),
  read: readWords,
  reference,
  refuse: (_, { variable }) =>
    /^[A-Z0-9_]+$/.test(variable) ? undefined : phrase('pip reads variables of capital letters, digits and underscores only.'),
  next: setFor('pip'),
});
