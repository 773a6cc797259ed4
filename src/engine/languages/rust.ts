// Rust: strings, raw strings, bytes. https://doc.rust-lang.org/reference/tokens.html#string-literals

import { character, nestingSlashComments } from './forms.ts';
import type { Language, StringForm } from './language.ts';

const hashes = ['', '#', '##', '###'];

function raw(prefix: string, rest: Partial<StringForm>): StringForm[] {
  return hashes.map(marks => ({ open: `${prefix}${marks}"`, close: `"${marks}`, multiline: true, ...rest }));
}

export const rust: Language = {
  id: 'rust',
  title: 'Rust',
  languageIds: ['rust'],
  files: ['.rs'],
  strings: [
    { open: '"', close: '"', escape: '\\', multiline: true },
    { open: 'b"', close: '"', escape: '\\', multiline: true, holds: 'bytes' },
    { open: 'c"', close: '"', escape: '\\', multiline: true, holds: 'bytes' },
    ...raw('r', {}),
    ...raw('br', { holds: 'bytes' }),
    character,
  ],
  comments: nestingSlashComments,
};
