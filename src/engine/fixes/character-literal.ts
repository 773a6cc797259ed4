// One character between quotes, or behind a question mark: its quote opens no string.

import type { StringForm } from '../languages/language.ts';

/** `'x'`, `'\n'`, `'\u{1F600}'`, `'\''`. Not the lifetime `'a` of Rust. */
const quoted = /'(?:\\[^\n][^'\n]{0,10}|[^'\\\n]{1,2})'/y;

/** `?"` of Ruby where a value is expected; `a ?"b":c` and `a?"b":c` choose between strings. */
const questioned =
  /(?:(?<=\b(?:when|case|return|and|or|not|if|unless|while|until|in|then|else)[ \t]+)|(?<![\w)\]}"'][ \t]*))\?\\?["'`/#%](?!["'\w])/y;

/** Where the character literal that begins at `at` ends; `undefined` when none begins there. */
export function characterEnd(text: string, at: number, { open }: StringForm): number | undefined {
  const literal = open === '?' ? questioned : quoted;
  literal.lastIndex = at;
  return literal.test(text) ? literal.lastIndex : undefined;
}
