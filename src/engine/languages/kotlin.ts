// Kotlin. https://kotlinlang.org/docs/strings.html

import { character, nestingSlashComments } from './forms.ts';
import type { Language, StringForm } from './language.ts';

/** As many `$` before the quotes as before the brace of a hole: https://kotlinlang.org/docs/strings.html#multi-dollar-string-interpolation */
function template(signs: number): StringForm[] {
  const prefix = signs === 1 ? '' : '$'.repeat(signs);
  const holes = [{ open: `${'$'.repeat(signs)}{`, close: '}' }];
  return [
    { open: `${prefix}"""`, close: '"""', holes, sigil: '$', multiline: true },
    { open: `${prefix}"`, close: '"', escape: '\\', holes, sigil: '$' },
  ];
}

export const kotlin: Language = {
  id: 'kotlin',
  title: 'Kotlin',
  languageIds: ['kotlin', 'kotlinscript'],
  files: ['.kt', '.kts'],
  strings: [...[1, 2, 3].flatMap(template), character],
  comments: nestingSlashComments,
};
