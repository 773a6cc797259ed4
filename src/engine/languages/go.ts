// Go. https://go.dev/ref/spec#String_literals

import { character, doubleQuoted, slashComments } from './forms.ts';
import type { Language } from './language.ts';

export const go: Language = {
  id: 'go',
  title: 'Go',
  languageIds: ['go'],
  files: ['.go'],
  strings: [doubleQuoted, { open: '`', close: '`', multiline: true }, character],
  comments: slashComments,
};
