// Makefiles: values without quotes, and recipes that the shell reads.

import { hashWordComment } from './forms.ts';
import type { Language } from './language.ts';

export const makefile: Language = {
  id: 'makefile',
  title: 'Makefile',
  languageIds: ['makefile'],
  files: ['makefile', 'gnumakefile', '.mk', '.mak'],
  strings: [],
  comments: [hashWordComment],
  bareWords: true,
};
