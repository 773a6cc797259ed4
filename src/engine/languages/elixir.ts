// Elixir: strings, charlists, their heredocs, and sigils with any mark.
// https://hexdocs.pm/elixir/syntax-reference.html

import { hashComment } from './forms.ts';
import type { Language, StringForm } from './language.ts';

const holes = [{ open: '#{', close: '}' }];
const marks = ['()', '[]', '{}', '<>', '//', '||', '""', "''"];

function sigil(letter: string, holds?: StringForm['holds']): StringForm[] {
  const kind = holds === undefined ? {} : { holds };
  // Capital letters take the text as it stands.
  const isRaw = letter === letter.toUpperCase();
  const reading = isRaw ? { escape: '\\', escapable: '' } : { escape: '\\', holes };
  const pairs = ['"""', "'''"].map(quotes => ({ open: `~${letter}${quotes}`, close: quotes }));
  const rest = marks.map(pair => ({ open: `~${letter}${pair.charAt(0)}`, close: pair.charAt(1) }));
  return [...pairs, ...rest].map(pair => ({ ...pair, ...reading, ...kind, multiline: true }));
}

export const elixir: Language = {
  id: 'elixir',
  title: 'Elixir',
  languageIds: ['elixir'],
  files: ['.ex', '.exs'],
  strings: [
    ...['"""', '"'].map(quote => ({ open: quote, close: quote, escape: '\\', holes, multiline: true })),
    ...["'''", "'"].map(quote => ({ open: quote, close: quote, escape: '\\', holes, multiline: true, holds: 'words' as const })),
    ...sigil('s'),
    ...sigil('S'),
    ...['c', 'C', 'w', 'W'].flatMap(letter => sigil(letter, 'words')),
    ...['r', 'R'].flatMap(letter => sigil(letter, 'pattern')),
    { open: '?', close: '', holds: 'character' },
  ],
  comments: [hashComment],
};
