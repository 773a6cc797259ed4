// PowerShell: strings that expand and such that do not, on one line and as here-strings.
// https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_quoting_rules

import { hashWordComment } from './forms.ts';
import type { Language } from './language.ts';

const expanding = { escape: '`', holes: [{ open: '$(', close: ')' }], sigil: '$', multiline: true };

export const powershell: Language = {
  id: 'powershell',
  title: 'PowerShell',
  languageIds: ['powershell'],
  files: ['.ps1', '.psm1', '.psd1'],
  strings: [
    { open: '@"', close: '\n"@', ...expanding },
    { open: "@'", close: "\n'@", multiline: true },
    { open: '"', close: '"', doubled: true, ...expanding },
    { open: "'", close: "'", doubled: true, multiline: true },
  ],
  comments: [hashWordComment, { open: '<#', close: '#>' }],
  escapeInCode: '`',
  bareWords: true,
};
