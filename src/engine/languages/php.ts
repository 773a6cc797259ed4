// PHP: code between its tags, quotes, heredoc and nowdoc.
// https://www.php.net/manual/en/language.types.string.php

import { hashComment, slashComments } from './forms.ts';
import type { Language } from './language.ts';

const interpolation = { open: '{$', close: '}' };

export const php: Language = {
  id: 'php',
  title: 'PHP',
  languageIds: ['php'],
  files: ['.php', '.phtml', '.php5', '.inc'],
  strings: [
    { open: '"', close: '"', escape: '\\', interpolation, multiline: true },
    { open: "'", close: "'", escape: '\\', escapes: 'quotes', multiline: true },
    { open: '`', close: '`', escape: '\\', interpolation, multiline: true, holds: 'words' },
  ],
  heredocs: [{ open: /<<<[ \t]*(?<quote>["']?)(?<tag>[A-Za-z_]\w*)\k<quote>/y, interpolation, literalQuote: "'", indent: 'blank' }],
  comments: [...slashComments, hashComment],
  codeBetween: { open: ['<?php', '<?='], close: '?>' },
};
