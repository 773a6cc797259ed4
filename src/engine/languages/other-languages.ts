// Programming languages of which strings and comments are known, but no environment lookup is written.

import type { Language } from './language.ts';

export const otherLanguages: readonly Language[] = [
  {
    id: 'bat',
    title: 'Batch',
    languageIds: ['bat'],
    files: ['.bat', '.cmd'],
    strings: [],
    comments: [
      { open: 'rem ', at: 'line' },
      { open: '::', at: 'line' },
    ],
  },
];
