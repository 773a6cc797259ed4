// Julia: strings of one and of three quotes, commands, and literals that a macro reads.
// https://docs.julialang.org/en/v1/manual/strings/

import { character, hashComment } from './forms.ts';
import type { Language, StringForm } from './language.ts';

const holes = [{ open: '$(', close: ')' }];
const interpolated = { escape: '\\', holes, sigil: '$', multiline: true };
const quotes = ['"""', '"'];

function prefixed(prefix: string, rest: Omit<StringForm, 'open' | 'close'>): StringForm[] {
  return quotes.map(quote => ({ open: prefix + quote, close: quote, escape: '\\', multiline: true, ...rest }));
}

export const julia: Language = {
  id: 'julia',
  title: 'Julia',
  languageIds: ['julia'],
  files: ['.jl'],
  strings: [
    ...quotes.map(quote => ({ open: quote, close: quote, ...interpolated })),
    { open: '`', close: '`', ...interpolated, holds: 'words' },
    ...prefixed('raw', { escapable: '"' }),
    ...prefixed('b', { holds: 'bytes' }),
    ...prefixed('r', { holds: 'pattern', escapable: '' }),
    character,
  ],
  comments: [hashComment, { open: '#=', close: '=#', nests: true }],
};
