// Shell scripts: POSIX sh, bash, zsh, ksh.

import { hashWordComment } from './forms.ts';
import type { Language } from './language.ts';

const interpolation = { open: '${', close: '}' };

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
    { open: '"', close: '"', escape: '\\', interpolation, multiline: true },
    { open: "'", close: "'", multiline: true },
    { open: "$'", close: "'", escape: '\\', multiline: true },
  ],
  heredocs: [
    { open: /<<-?[ \t]*(?<quote>["'\\]?)(?<tag>[A-Za-z_]\w*)(?:["']|(?![\w"']))/y, interpolation, literalQuote: `"'\\`, indent: 'blank' },
  ],
  comments: [hashWordComment],
};
