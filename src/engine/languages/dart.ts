// Dart. https://dart.dev/language/built-in-types#strings

import { nestingSlashComments } from './forms.ts';
import type { Language, StringForm } from './language.ts';

const holes = [{ open: '${', close: '}' }];

function quoted(quote: string, multiline: boolean): StringForm[] {
  return [
    { open: quote, close: quote, escape: '\\', holes, sigil: '$', multiline },
    { open: `r${quote}`, close: quote, multiline },
  ];
}

export const dart: Language = {
  id: 'dart',
  title: 'Dart',
  languageIds: ['dart'],
  files: ['.dart'],
  strings: [...quoted("'''", true), ...quoted('"""', true), ...quoted("'", false), ...quoted('"', false)],
  comments: nestingSlashComments,
};
