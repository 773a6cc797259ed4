// Programming languages of which strings and comments are known, but no environment lookup is written yet.

import { character, doubleQuoted, hashComment, hashWordComment, nestingSlashComments, singleQuoted, slashComments } from './forms.ts';
import type { Language, StringForm } from './language.ts';

const dollarBrace = { open: '${', close: '}' };
const tripleQuoted: StringForm = { open: '"""', close: '"""', escape: '\\', multiline: true };

export const otherLanguages: readonly Language[] = [
  {
    id: 'c',
    title: 'C and C++',
    languageIds: ['c', 'cpp', 'objective-c', 'objective-cpp', 'cuda-cpp'],
    files: ['.c', '.h', '.cc', '.cpp', '.cxx', '.hpp', '.hh', '.hxx', '.m', '.mm', '.ino', '.cu'],
    strings: [doubleQuoted, { open: 'R"(', close: ')"', multiline: true }, character],
    comments: slashComments,
  },
  {
    id: 'kotlin',
    title: 'Kotlin',
    languageIds: ['kotlin', 'kotlinscript', 'groovy'],
    files: ['.kt', '.kts', '.groovy', '.gradle'],
    strings: [
      { open: '"""', close: '"""', holes: [dollarBrace], multiline: true },
      { ...doubleQuoted, holes: [dollarBrace] },
      singleQuoted,
    ],
    comments: nestingSlashComments,
  },
  {
    id: 'swift',
    title: 'Swift',
    languageIds: ['swift'],
    files: ['.swift'],
    strings: [
      { ...tripleQuoted, holes: [{ open: '\\(', close: ')' }] },
      { ...doubleQuoted, holes: [{ open: '\\(', close: ')' }] },
    ],
    comments: nestingSlashComments,
  },
  {
    id: 'scala',
    title: 'Scala',
    languageIds: ['scala'],
    files: ['.scala', '.sc', '.sbt'],
    strings: [
      { open: '"""', close: '"""', multiline: true },
      { open: 's"', close: '"', escape: '\\', holes: [dollarBrace] },
      doubleQuoted,
      character,
    ],
    comments: nestingSlashComments,
  },
  {
    id: 'dart',
    title: 'Dart',
    languageIds: ['dart'],
    files: ['.dart'],
    strings: [
      { open: "'''", close: "'''", escape: '\\', holes: [dollarBrace], multiline: true },
      { ...tripleQuoted, holes: [dollarBrace] },
      { ...doubleQuoted, holes: [dollarBrace] },
      { ...singleQuoted, holes: [dollarBrace] },
      { open: "r'", close: "'" },
      { open: 'r"', close: '"' },
    ],
    comments: nestingSlashComments,
  },
  {
    id: 'lua',
    title: 'Lua',
    languageIds: ['lua', 'luau'],
    files: ['.lua', '.luau'],
    strings: [doubleQuoted, singleQuoted, { open: '[[', close: ']]', multiline: true }],
    comments: [{ open: '--' }, { open: '--[[', close: ']]' }],
  },
  {
    id: 'perl',
    title: 'Perl',
    languageIds: ['perl', 'perl6', 'raku'],
    files: ['.pl', '.pm', '.t', '.raku'],
    strings: [
      { ...doubleQuoted, multiline: true },
      { ...singleQuoted, escapable: "'\\", multiline: true },
    ],
    comments: [hashWordComment],
  },
  {
    id: 'r',
    title: 'R',
    languageIds: ['r', 'rmd'],
    files: ['.r', '.rprofile'],
    strings: [
      { ...doubleQuoted, multiline: true },
      { ...singleQuoted, multiline: true },
    ],
    comments: [hashComment],
  },
  {
    id: 'julia',
    title: 'Julia',
    languageIds: ['julia'],
    files: ['.jl'],
    strings: [tripleQuoted, doubleQuoted],
    comments: [hashComment, { open: '#=', close: '=#', nests: true }],
  },
  {
    id: 'elixir',
    title: 'Elixir',
    languageIds: ['elixir'],
    files: ['.ex', '.exs'],
    strings: [
      { ...tripleQuoted, holes: [{ open: '#{', close: '}' }] },
      { ...doubleQuoted, holes: [{ open: '#{', close: '}' }], multiline: true },
      singleQuoted,
    ],
    comments: [hashComment],
  },
  {
    id: 'powershell',
    title: 'PowerShell',
    languageIds: ['powershell'],
    files: ['.ps1', '.psm1', '.psd1'],
    strings: [
      { open: '@"', close: '\n"@', escape: '`', multiline: true },
      { open: "@'", close: "\n'@", multiline: true },
      { open: '"', close: '"', escape: '`', doubled: true, holes: [{ open: '$(', close: ')' }], multiline: true },
      { open: "'", close: "'", doubled: true, multiline: true },
    ],
    comments: [hashWordComment, { open: '<#', close: '#>' }],
  },
  {
    id: 'bat',
    title: 'Batch',
    languageIds: ['bat'],
    files: ['.bat', '.cmd'],
    strings: [],
    comments: [
      { open: 'rem ', at: 'line' },
      { open: '::', at: 'line' },
    ],
  },
  {
    id: 'vb',
    title: 'Visual Basic',
    languageIds: ['vb', 'vbnet'],
    files: ['.vb', '.vbs', '.bas'],
    strings: [{ open: '"', close: '"', doubled: true }],
    comments: [{ open: "'" }],
  },
  {
    id: 'fsharp',
    title: 'F#',
    languageIds: ['fsharp'],
    files: ['.fs', '.fsx', '.fsi'],
    strings: [tripleQuoted, { open: '@"', close: '"', doubled: true, multiline: true }, { ...doubleQuoted, multiline: true }],
    comments: [{ open: '//' }, { open: '(*', close: '*)', nests: true }],
  },
];
