// PHP: code between its tags, quotes, heredoc and nowdoc.
// https://www.php.net/manual/en/language.types.string.php

import { slashComments } from './forms.ts';
import type { Language } from './language.ts';

const computed = { holes: [{ open: '{$', close: '}' }], sigil: '$' };

export const php: Language = {
  id: 'php',
  title: 'PHP',
  languageIds: ['php'],
  files: ['.php', '.phtml', '.php5', '.inc'],
  strings: [
    { open: '"', close: '"', escape: '\\', ...computed, multiline: true },
    { open: "'", close: "'", escape: '\\', escapable: "'\\", multiline: true },
    { open: '`', close: '`', escape: '\\', ...computed, multiline: true, holds: 'words' },
  ],
  heredocs: [{ open: /<<<[ \t]*(?<quote>["']?)(?<tag>[A-Za-z_]\w*)\k<quote>/y, body: { escape: '\\', ...computed }, literalQuotes: "'" }],
  comments: [...slashComments, { open: '#', notBefore: '[' }],
  codeBetween: { open: ['<?php', '<?='], close: '?>' },
};
