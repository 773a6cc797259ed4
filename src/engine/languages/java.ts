// Java, text blocks included.

import { character, doubleQuoted, slashComments } from './forms.ts';
import type { Language } from './language.ts';

export const java: Language = {
  id: 'java',
  title: 'Java',
  languageIds: ['java'],
  files: ['.java'],
  strings: [doubleQuoted, { open: '"""', close: '"""', escape: '\\', multiline: true }, character],
  comments: slashComments,
};
