// Programming languages of which strings and comments are known, but no environment lookup is written yet.

import { doubleQuoted, hashComment, hashWordComment, singleQuoted, slashComments } from './forms.ts';
import type { Language, StringForm } from './language.ts';

const dollarBrace = { open: '${', close: '}' };
const tripleQuoted: StringForm = { open: '"""', close: '"""', escape: '\\', multiline: true };

export const otherLanguages: readonly Language[] = [
  {
    id: 'groovy',
    title: 'Groovy',
    languageIds: ['groovy'],
    files: ['.groovy', '.gradle'],
    strings: [
      { open: '"""', close: '"""', escape: '\\', holes: [dollarBrace], multiline: true },
      { open: "'''", close: "'''", escape: '\\', multiline: true },
      { ...doubleQuoted, holes: [dollarBrace] },
      singleQuoted,
    ],
    comments: slashComments,
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
];
