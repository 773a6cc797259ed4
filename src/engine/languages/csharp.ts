// C#: regular, verbatim, interpolated and raw strings.
// https://learn.microsoft.com/dotnet/csharp/language-reference/builtin-types/reference-types#string-literals

import { character, doubleQuoted, slashComments } from './forms.ts';
import type { Language, StringForm } from './language.ts';

const hole = { open: '{', close: '}' };

function verbatim(open: string, interpolated: boolean): StringForm {
  return { open, close: '"', doubled: true, multiline: true, ...(interpolated && { holes: [hole] }) };
}

/** As many quotes at both ends as the text needs, and as many `$` as the braces of a hole. */
function raw(quotes: number): StringForm[] {
  const form: StringForm = { open: '"'.repeat(quotes), close: '"'.repeat(quotes), multiline: true };
  const interpolated = [1, 2, 3].map(signs => ({
    ...form,
    open: '$'.repeat(signs) + form.open,
    holes: [{ open: '{'.repeat(signs), close: '}'.repeat(signs) }],
  }));
  return [form, ...interpolated];
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
    ...[3, 4, 5, 6].flatMap(raw),
    character,
  ],
  comments: slashComments,
};
