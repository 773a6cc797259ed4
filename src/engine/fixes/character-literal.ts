// `'x'`, `'\n'`, `'\u{1F600}'`, `'\''`: one character between quotes. Not the lifetime `'a` of Rust.

const literal = /'(?:\\[^\n][^'\n]{0,10}|[^'\\\n]{1,2})'/y;

/** Where the character literal that begins at `at` ends; `undefined` when none begins there. */
export function characterEnd(text: string, at: number): number | undefined {
  literal.lastIndex = at;
  return literal.test(text) ? literal.lastIndex : undefined;
}
