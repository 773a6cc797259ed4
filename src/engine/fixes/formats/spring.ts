// Spring Boot, Quarkus and Micronaut settings: `${NAME}` is a placeholder that the environment fills.
// https://docs.spring.io/spring-boot/reference/features/external-config.html#features.external-config.files.property-placeholders

import { readProperties } from './properties-file.ts';
import { referenceFormat, setFor } from './reference-format.ts';
import { nameOf } from './source-path.ts';
import { readYaml } from './yaml-file.ts';

const reference = ({ variable }: { readonly variable: string }): string => `\${${variable}}`;
const next = setFor('Spring');

export const springYaml = referenceFormat({
  id: 'spring-yaml',
  title: 'application.yml',
  matches: source => /^(?:application|bootstrap)(?:-[\w.-]+)?\.ya?ml$/.test(nameOf(source)),
  read: readYaml,
  reference,
  nests: true,
  next,
});

export const springProperties = referenceFormat({
  id: 'spring-properties',
  title: 'application.properties',
  matches: source => /^(?:application|bootstrap)(?:-[\w.-]+)?\.properties$/.test(nameOf(source)),
  read: readProperties,
  reference,
  nests: true,
  next,
});
