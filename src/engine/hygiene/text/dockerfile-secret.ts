// Secrets that a Dockerfile takes as build arguments or sets as environment: both stay in the image.

import { phrase } from '../../phrase.ts';
import { isPlaceholderValue } from '../../usages/placeholder-value.ts';
import { isSecretName } from '../../usages/secret-name.ts';
import type { Sighting, TextCheck } from './text-check.ts';

export const dockerfileSecret: TextCheck = {
  id: 'dockerfile-secret',
  family: 'exposure',
  title: 'Secret in ARG or ENV of a Dockerfile',
  why: 'The values of `ARG` and `ENV` stay in the history and the settings of the image: whoever pulls it can read them. Mount what the build needs with `RUN --mount=type=secret`, and give the container the rest when it starts.',
  severity: 'warning',
  source: 'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
  files: /(?:docker|container)file/i,
  find: text => {
    if (text.languageId !== 'dockerfile') return [];
    return [...text.text.matchAll(instruction)].flatMap(({ index, groups, indices }): readonly Sighting[] => {
      const { word = '', name = '', value = '' } = groups ?? {};
      const [start, end] = indices?.groups?.['name'] ?? [index, index];
      const isSet = word.toUpperCase() === 'ENV';
      if (!isSecretName(name) || notSecret.test(name) || isHarmlessValue(value, isSet)) return [];
      return [
        {
          span: { start, end },
          names: [name],
          message: phrase(
            'The value of {0} stays in the image: mount it as a build secret, or give it to the container when it starts.',
            name,
          ),
        },
      ];
    });
  },
};

const instruction = /^[ \t]{0,40}(?<word>ARG|ENV)[ \t]{1,40}(?<name>[A-Za-z_]\w{0,99})(?:[= \t][ \t]{0,40}(?<value>[^\r\n]{0,400}))?/dgim;

/** Ids of public keys, by which packages are checked. */
const notSecret = /GPG|PGP|^APT_|_FINGERPRINT|HOST_KEY/i;

/** A path, a switch, or nothing, which the container's start fills in. An argument without a value is filled in by the build. */
function isHarmlessValue(value: string, isSet: boolean): boolean {
  const plain = value.trim().replace(/^(["'])(.*)\1$/, '$2');
  if (plain === '') return isSet;
  return /^(?:[./~]|https?:|true$|false$|\d{1,4}$)/i.test(plain) || (isPlaceholderValue(plain) && !plain.startsWith('$'));
}
