// F#: regular, verbatim, triple-quoted and interpolated strings.
// https://learn.microsoft.com/dotnet/fsharp/language-reference/strings

import { character } from './forms.ts';
import type { Language, StringForm } from './language.ts';

const holes = [{ open: '{', close: '}' }];
const regular: StringForm = { open: '"', close: '"', escape: '\\', multiline: true };
const verbatim: StringForm = { open: '@"', close: '"', doubled: true, multiline: true };
const triple: StringForm = { open: '"""', close: '"""', multiline: true };

export const fsharp: Language = {
  id: 'fsharp',
  title: 'F#',
  languageIds: ['fsharp'],
  files: ['.fs', '.fsx', '.fsi'],
  strings: [
    triple,
    { ...triple, open: '$"""', holes },
    { ...triple, open: '$$"""', holes: [{ open: '{{', close: '}}' }] },
    verbatim,
    { ...verbatim, open: '$@"', holes },
    { ...verbatim, open: '@$"', holes },
    regular,
    { ...regular, open: '$"', holes },
    character,
  ],
  // `(*)` is the operator of multiplication.
  comments: [{ open: '//' }, { open: '(*', close: '*)', nests: true, notBefore: ')' }],
};
