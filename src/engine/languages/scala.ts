// Scala: plain strings and the three interpolators of the standard library.
// https://docs.scala-lang.org/scala3/book/string-interpolation.html

import { character, doubleQuoted, nestingSlashComments } from './forms.ts';
import type { Language, StringForm } from './language.ts';

const holes = [{ open: '${', close: '}' }];

function interpolated(name: string, escaped: Pick<StringForm, 'escape'>): StringForm[] {
  return [
    { open: `${name}"""`, close: '"""', ...escaped, holes, sigil: '$', multiline: true },
    { open: `${name}"`, close: '"', ...escaped, holes, sigil: '$' },
  ];
}

export const scala: Language = {
  id: 'scala',
  title: 'Scala',
  languageIds: ['scala'],
  files: ['.scala', '.sc', '.sbt'],
  strings: [
    { open: '"""', close: '"""', multiline: true },
    doubleQuoted,
    ...interpolated('s', { escape: '\\' }),
    ...interpolated('f', { escape: '\\' }),
    ...interpolated('raw', {}),
    character,
  ],
  comments: nestingSlashComments,
};
