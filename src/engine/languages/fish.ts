// fish: double quotes expand variables, single quotes do not; a word without quotes is a text, too.
// https://fishshell.com/docs/current/language.html#quotes

import { hashWordComment } from './forms.ts';
import type { Language } from './language.ts';

export const fish: Language = {
  id: 'fish',
  title: 'fish',
  languageIds: ['fish'],
  files: ['.fish'],
  strings: [
    { open: '"', close: '"', escape: '\\', escapable: '$"\\\n', holes: [{ open: '$(', close: ')' }], sigil: '$', multiline: true },
    { open: "'", close: "'", escape: '\\', escapable: "'\\", multiline: true },
  ],
  comments: [hashWordComment],
  escapeInCode: '\\',
  bareWords: true,
};
