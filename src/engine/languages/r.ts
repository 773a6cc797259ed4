// R: two quotes, raw strings in any bracket, and names in backticks.
// https://stat.ethz.ch/R-manual/R-devel/library/base/html/Quotes.html

import { hashComment } from './forms.ts';
import type { Language, StringForm } from './language.ts';

const raw: readonly StringForm[] = ['r', 'R'].flatMap(letter =>
  ['"', "'"].flatMap(quote =>
    ['', '-', '--', '---'].flatMap(dashes =>
      ['()', '[]', '{}'].map(pair => ({
        open: `${letter}${quote}${dashes}${pair.charAt(0)}`,
        close: `${pair.charAt(1)}${dashes}${quote}`,
        multiline: true,
      })),
    ),
  ),
);

export const r: Language = {
  id: 'r',
  title: 'R',
  languageIds: ['r', 'rmd'],
  files: ['.r', '.rprofile'],
  strings: [
    { open: '"', close: '"', escape: '\\', multiline: true },
    { open: "'", close: "'", escape: '\\', multiline: true },
    { open: '`', close: '`', escape: '\\', holds: 'words' },
    ...raw,
  ],
  comments: [hashComment],
};
