// Lua: two quotes, and long brackets with as many `=` as needed. https://www.lua.org/manual/5.4/manual.html#3.1

import { doubleQuoted, singleQuoted } from './forms.ts';
import type { CommentForm, Language, StringForm } from './language.ts';

const levels = ['', '=', '==', '==='];

const longBrackets: readonly StringForm[] = levels.map(level => ({ open: `[${level}[`, close: `]${level}]`, multiline: true }));
const longComments: readonly CommentForm[] = levels.map(level => ({ open: `--[${level}[`, close: `]${level}]` }));

export const lua: Language = {
  id: 'lua',
  title: 'Lua',
  languageIds: ['lua', 'luau'],
  files: ['.lua', '.luau', '.rockspec'],
  strings: [doubleQuoted, singleQuoted, ...longBrackets],
  comments: [{ open: '--' }, ...longComments],
};
