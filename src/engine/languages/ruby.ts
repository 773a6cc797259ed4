// Ruby: quotes, percent literals and heredocs.
// https://docs.ruby-lang.org/en/3.4/syntax/literals_rdoc.html

import { hashComment } from './forms.ts';
import type { Language, StringForm } from './language.ts';

const holes = [{ open: '#{', close: '}' }];
const brackets = ['()', '[]', '{}', '<>', '||', '!!', "''", '//'];

function percent(letter: string, rest: Omit<StringForm, 'open' | 'close'>): StringForm[] {
  return brackets.map(pair => ({ open: `%${letter}${pair.charAt(0)}`, close: pair.charAt(1), multiline: true, escape: '\\', ...rest }));
}

export const ruby: Language = {
  id: 'ruby',
  title: 'Ruby',
  languageIds: ['ruby'],
  files: ['.rb', '.rake', '.gemspec', '.ru', 'rakefile', 'gemfile', 'vagrantfile', 'podfile', 'fastfile', 'guardfile', 'capfile'],
  strings: [
    { open: '"', close: '"', escape: '\\', holes, multiline: true },
    { open: "'", close: "'", escape: '\\', escapable: "'\\", multiline: true },
    { open: '`', close: '`', escape: '\\', holes, multiline: true },
    ...percent('q', { escapable: '\\' }),
    ...percent('Q', { holes }),
    ...percent('w', { escapable: '\\', holds: 'words' }),
    ...percent('W', { holes, holds: 'words' }),
    ...percent('i', { escapable: '\\', holds: 'words' }),
    ...percent('I', { holes, holds: 'words' }),
    ...percent('r', { holes, holds: 'pattern' }),
    // `%(…)` and `%[…]` only: with other marks it may be the remainder operator.
    { open: '%(', close: ')', escape: '\\', holes, multiline: true },
    { open: '%[', close: ']', escape: '\\', holes, multiline: true },
    { open: '?', close: '', holds: 'character' },
  ],
  heredocs: [{ open: /<<[~-]?(?<quote>["'`]?)(?<tag>[A-Z_a-z]\w*)\k<quote>/y, body: { escape: '\\', holes }, literalQuotes: "'" }],
  comments: [hashComment, { open: '=begin', close: '\n=end', at: 'line' }],
  // `$'`, `$"` and the like are variables.
  escapeInCode: '$',
  regexLiterals: true,
};
