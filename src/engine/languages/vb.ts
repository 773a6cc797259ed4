// Visual Basic: of .NET, and its older kin.
// https://learn.microsoft.com/dotnet/visual-basic/programming-guide/language-features/data-types/string-type

import type { Language } from './language.ts';

export const vb: Language = {
  id: 'vb',
  title: 'Visual Basic',
  languageIds: ['vb', 'vbnet'],
  files: ['.vb', '.vbs', '.bas'],
  strings: [
    { open: '"', close: '"', doubled: true, multiline: true },
    { open: '$"', close: '"', doubled: true, multiline: true, holes: [{ open: '{', close: '}' }] },
  ],
  comments: [{ open: "'" }, { open: 'rem ', at: 'word' }],
};
