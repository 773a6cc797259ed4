// Groovy, and Gradle's scripts in it. https://groovy-lang.org/syntax.html#all-strings

import { slashComments } from './forms.ts';
import type { Language } from './language.ts';

const holes = [{ open: '${', close: '}' }];

export const groovy: Language = {
  id: 'groovy',
  title: 'Groovy',
  languageIds: ['groovy'],
  files: ['.groovy', '.gradle'],
  strings: [
    { open: '"""', close: '"""', escape: '\\', holes, sigil: '$', multiline: true },
    { open: "'''", close: "'''", escape: '\\', multiline: true },
    { open: '"', close: '"', escape: '\\', holes, sigil: '$' },
    { open: "'", close: "'", escape: '\\' },
  ],
  comments: slashComments,
  regexLiterals: true,
};
