// What we know of a language to take a literal out of it and put a lookup in its place.

/** A way to write a string. */
export interface StringForm {
  /** `"`, `'`, `` ` ``, `"""`, `r"`, `<<~EOS` … */
  readonly open: string;
  readonly close: string;
  /** The escape character, when escapes work inside. */
  readonly escape?: string;
  /** `true` when the closing mark is doubled to stand for itself (C# verbatim, SQL). */
  readonly doubled?: boolean;
  /** Where code begins inside the string (`${`, `{`, `#{`) and what ends it. */
  readonly interpolation?: { readonly open: string; readonly close: string };
  /** May run over line ends. */
  readonly multiline?: boolean;
}

export interface CommentForm {
  readonly open: string;
  /** Absent for comments that end with the line. */
  readonly close?: string;
}

/** The code that reads an environment variable. */
export interface Lookup {
  readonly expression: string;
  /** Import lines or helpers the expression needs, each added once where the language wants them. */
  readonly needs: readonly string[];
}

export interface Language {
  readonly id: string;
  readonly title: string;
  /** VS Code language ids. */
  readonly languageIds: readonly string[];
  /** File name endings with the dot, or whole names. */
  readonly files: readonly string[];
  readonly strings: readonly StringForm[];
  readonly comments: readonly CommentForm[];
  /** Absent for formats that cannot read their environment (JSON, TOML …). */
  readonly lookup?: (name: string, style: 'required' | 'plain') => Lookup;
  /** Patterns of environment lookups in code of this language; group `name`. Flags `dg`. */
  readonly usagePatterns?: readonly RegExp[];
}
