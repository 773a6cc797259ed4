// JavaScript and TypeScript, with and without JSX.

import { doubleQuoted, singleQuoted, slashComments } from './forms.ts';
import type { Language, StringForm } from './language.ts';

const template: StringForm = { open: '`', close: '`', escape: '\\', holes: [{ open: '${', close: '}' }], multiline: true };

const shared = {
  strings: [doubleQuoted, singleQuoted, template],
  comments: [...slashComments, { open: '#!', at: 'line' }],
  regexLiterals: true,
} as const satisfies Partial<Language>;

export const javascript: Language = {
  ...shared,
  id: 'javascript',
  title: 'JavaScript',
  languageIds: ['javascript', 'javascriptreact'],
  files: ['.js', '.mjs', '.cjs', '.jsx'],
};

export const typescript: Language = {
  ...shared,
  id: 'typescript',
  title: 'TypeScript',
  languageIds: ['typescript', 'typescriptreact'],
  files: ['.ts', '.mts', '.cts', '.tsx'],
};
