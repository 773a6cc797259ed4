// C, C++ and Objective-C. https://en.cppreference.com/w/cpp/language/string_literal

import { character, doubleQuoted, slashComments } from './forms.ts';
import type { Language, StringForm } from './language.ts';

/** Wide and Unicode text: not what an environment holds. */
const wide = ['L"', 'u8"', 'u"', 'U"'].map((open): StringForm => ({ ...doubleQuoted, open, holds: 'bytes' }));

/** A raw string may have any word before its bracket; these are those that people write. */
const delimiters = [
  '',
  '-',
  '_',
  '*',
  '=',
  'raw',
  'RAW',
  'json',
  'JSON',
  'sql',
  'SQL',
  'xml',
  'html',
  'text',
  'str',
  'delim',
  'EOF',
  'END',
];

const raw = delimiters.map((word): StringForm => ({ open: `R"${word}(`, close: `)${word}"`, multiline: true }));

export const c: Language = {
  id: 'c',
  title: 'C',
  languageIds: ['c'],
  files: ['.c', '.h'],
  strings: [doubleQuoted, ...wide, character],
  comments: slashComments,
};

export const cpp: Language = {
  id: 'cpp',
  title: 'C++',
  languageIds: ['cpp', 'cuda-cpp'],
  files: ['.cc', '.cpp', '.cxx', '.hpp', '.hh', '.hxx', '.ino', '.cu'],
  strings: [doubleQuoted, ...wide, ...raw, character],
  comments: slashComments,
};

export const objectiveC: Language = {
  id: 'objective-c',
  title: 'Objective-C',
  languageIds: ['objective-c', 'objective-cpp'],
  files: ['.m', '.mm'],
  strings: [doubleQuoted, character],
  comments: slashComments,
};
