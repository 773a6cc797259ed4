// Keys in the files in which shells and their like keep what was typed.

import { phrase } from '../../phrase.ts';
import type { Sighting, TextCheck } from './text-check.ts';

export const keyInHistory: TextCheck = {
  id: 'key-in-history',
  family: 'exposure',
  title: 'Key in the history of a terminal',
  why: 'Shells keep what was typed in plain text, and backups and synchronised home folders carry it on. Delete the line, replace the key, and next time let the shell ask for it (`read -rs`) or read it from a file.',
  severity: 'warning',
  isAboutKeys: true,
  find: text => {
    if (text.findings.length === 0 || !histories.test(text.fileName)) return [];
    return text.findings.map(({ span, fingerprint }): Sighting => {
      const start = text.text.lastIndexOf('\n', span.start - 1) + 1;
      const end = text.text.indexOf('\n', span.end);
      const line = { start, end: end === -1 ? text.text.length : end + 1 };
      return {
        span,
        fingerprint,
        message: phrase('This key was typed in a terminal, and its history keeps it: delete the line and replace the key.'),
        repairs: [{ kind: 'edits', title: phrase('Delete this line from the history'), edits: [{ span: line, newText: '' }] }],
      };
    });
  },
};

const histories =
  /^(?:\.(?:bash|zsh|sh|ksh|ash|python|node_repl|psql|mysql|sqlite|rediscli|irb|dbshell)_?history|\.zhistory|\.histfile|\.history|fish_history|(?:ConsoleHost|Visual Studio Code Host)_history\.txt)$/i;
