// What we know of how a language is written: enough to tell code, strings and comments apart without a parser.

/** A way to write a string. */
export interface StringForm {
  /** `"`, `'`, `` ` ``, `"""`, `r"`, `%q(` … An opening that begins with a letter counts only where no word runs into it. */
  readonly open: string;
  /** When `open` ends with a bracket and `close` is its counterpart, brackets nest inside. */
  readonly close: string;
  /** The escape character, when escapes work inside. */
  readonly escape?: string;
  /** Which escapes: `quotes` knows the quote and the escape character only (Ruby and PHP single quotes). Default `all`. */
  readonly escapes?: 'all' | 'quotes';
  /** `true` when the closing mark is doubled to stand for itself (C# verbatim, SQL). */
  readonly doubled?: boolean;
  /** Where code begins inside the string (`${`, `{`, `#{`) and what ends it. A doubled one-character opening stands for itself. */
  readonly interpolation?: Interpolation;
  /** May run over line ends. */
  readonly multiline?: boolean;
  /** Holds bytes or a list of words rather than one text: never replaced as a string. */
  readonly holds?: 'bytes' | 'words' | 'character';
}

export interface Interpolation {
  readonly open: string;
  readonly close: string;
}

/** A string whose end is a word of its own: the body is the lines after the opening's line. */
export interface HeredocForm {
  /** Sticky; groups `tag`, and `quote` where quoting the tag changes the meaning. */
  readonly open: RegExp;
  readonly interpolation?: Interpolation;
  /** Quoted with this mark, the body is taken as it stands. */
  readonly literalQuote: string;
  /** What may stand before the closing tag on its line. */
  readonly indent: 'none' | 'blank';
}

export interface CommentForm {
  readonly open: string;
  /** Absent for comments that end with the line. */
  readonly close?: string;
  /** Where the mark opens a comment: anywhere (default), at a word's start, or as the first thing on a line. */
  readonly at?: 'anywhere' | 'word' | 'line';
  readonly nests?: boolean;
}

export interface Language {
  readonly id: string;
  readonly title: string;
  /** VS Code language ids. */
  readonly languageIds: readonly string[];
  /** File name endings with the dot, whole names, or beginnings followed by `*`. Lower case. */
  readonly files: readonly string[];
  readonly strings: readonly StringForm[];
  readonly heredocs?: readonly HeredocForm[];
  /** The first one is the one we write. Empty: the format has no comments. */
  readonly comments: readonly CommentForm[];
  /** `/…/` after an operator is a regular expression. */
  readonly regexLiterals?: boolean;
  /** Code stands between these marks only (PHP in HTML). */
  readonly codeBetween?: { readonly open: readonly string[]; readonly close: string };
}
