// Shell scripts: POSIX sh, bash, zsh, ksh.

import { hashWordComment } from './forms.ts';
import type { Language } from './language.ts';

// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_03
const expanding = { escape: '\\', escapable: '$`"\\\n', holes: [{ open: '$(', close: ')' }], sigil: '$' };

export const shellscript: Language = {
  id: 'shellscript',
  title: 'Shell',
  languageIds: ['shellscript'],
  files: [
    '.sh',
    '.bash',
    '.zsh',
    '.ksh',
    '.envrc',
    '.bashrc',
    '.bash_profile',
    '.bash_aliases',
    '.profile',
    '.zshrc',
    '.zshenv',
    '.zprofile',
  ],
  strings: [
    { open: '"', close: '"', ...expanding, multiline: true },
    { open: "'", close: "'", multiline: true },
    { open: "$'", close: "'", escape: '\\', multiline: true },
  ],
  heredocs: [{ open: /<<-?[ \t]*(?<quote>["'\\]?)(?<tag>[A-Za-z_]\w*)(?:["']|(?![\w"']))/y, body: expanding, literalQuotes: `"'\\` }],
  comments: [hashWordComment],
  escapeInCode: '\\',
  bareWords: true,
};
