// Perl: quotes, quote-like operators with any mark, heredocs and documentation between the code.
// https://perldoc.perl.org/perlop#Quote-and-Quote-like-Operators

import { hashWordComment } from './forms.ts';
import type { Language, StringForm } from './language.ts';

const brackets = ['()', '[]', '{}', '<>'];
/** Marks that are seen in use; others are as often operators. */
const marks = ['//', '||', '!!', ',,', '~~', "''", '""', '@@', '%%'];

function operator(name: string, rest: Omit<StringForm, 'open' | 'close'>, gap = ''): StringForm[] {
  return [...brackets, ...(gap === '' ? [...marks, '##'] : ['//'])].map(pair => ({
    open: `${name}${gap}${pair.charAt(0)}`,
    close: pair.charAt(1),
    escape: '\\',
    multiline: true,
    ...rest,
  }));
}

const plain = { escapable: '\\' };
const expanding = { sigil: '$' };

export const perl: Language = {
  id: 'perl',
  title: 'Perl',
  languageIds: ['perl', 'perl6', 'raku'],
  files: ['.pl', '.pm', '.t', '.psgi', '.raku', 'cpanfile'],
  strings: [
    { open: '"', close: '"', escape: '\\', ...expanding, multiline: true },
    { open: "'", close: "'", escape: '\\', escapable: "'\\", multiline: true },
    { open: '`', close: '`', escape: '\\', ...expanding, multiline: true },
    ...operator('q', plain),
    ...operator('q', plain, ' '),
    ...operator('qq', expanding),
    ...operator('qq', expanding, ' '),
    ...operator('qx', expanding),
    ...operator('qw', { ...plain, holds: 'words' }),
    ...operator('qw', { ...plain, holds: 'words' }, ' '),
    ...operator('qr', { holds: 'pattern' }),
    ...operator('m', { holds: 'pattern' }),
    ...operator('s', { holds: 'pattern', parts: 2 }),
    ...operator('tr', { holds: 'pattern', parts: 2 }),
    ...operator('y', { holds: 'pattern', parts: 2 }),
  ],
  heredocs: [{ open: /<<~?(?<quote>["']?)(?<tag>[A-Z_a-z]\w*)\k<quote>/y, body: { escape: '\\', ...expanding }, literalQuotes: "'" }],
  comments: [
    hashWordComment,
    // https://perldoc.perl.org/perlpod
    ...['pod', 'head', 'over', 'item', 'encoding', 'begin', 'for'].map(name => ({
      open: `=${name}`,
      close: '\n=cut',
      at: 'line' as const,
    })),
    // Nothing ends what follows these.
    { open: '__END__\n', close: '\0', at: 'line' },
    { open: '__DATA__\n', close: '\0', at: 'line' },
  ],
  // `$'`, `$#list` and the like are variables, and so is `$s` before a brace.
  escapeInCode: '$',
  regexLiterals: true,
};
