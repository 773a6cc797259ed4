// Files that a shell reads when it starts: they define variables for whatever is started from it.

import { type Phrase, phrase } from '../../phrase.ts';

export const setsUpShell = phrase(
  'This file sets up the shell itself: keep the value in a file that only you can read, and source it here.',
);

export function refuseSetup({ uri }: { readonly uri: string }): Phrase | undefined {
  if (/\/\.envrc$/.test(uri)) return phrase('Let direnv read the {0}: write “dotenv” here instead.', '.env');
  return /\/\.?(?:bashrc|bash_profile|bash_login|bash_aliases|profile|zshrc|zshenv|zprofile|zlogin|kshrc|bash\.bashrc)$/.test(uri)
    ? setsUpShell
    : undefined;
}
