// C#: regular, verbatim, interpolated and raw strings.
// https://learn.microsoft.com/dotnet/csharp/language-reference/builtin-types/reference-types#string-literals

import { character, doubleQuoted, slashComments } from './forms.ts';
import type { Language, StringForm } from './language.ts';

const hole = { open: '{', close: '}' };

function verbatim(open: string, interpolated: boolean): StringForm {
  return { open, close: '"', doubled: true, multiline: true, ...(interpolated && { holes: [hole] }) };
}

export const csharp: Language = {
  id: 'csharp',
  title: 'C#',
  languageIds: ['csharp'],
  files: ['.cs', '.csx'],
  strings: [
    doubleQuoted,
    { ...doubleQuoted, open: '$"', holes: [hole] },
    verbatim('@"', false),
    verbatim('$@"', true),
    verbatim('@$"', true),
    { open: '"""', close: '"""', multiline: true },
    { open: '$"""', close: '"""', multiline: true, holes: [hole] },
    { open: '$$"""', close: '"""', multiline: true, holes: [{ open: '{{', close: '}}' }] },
    character,
  ],
  comments: slashComments,
};
