// What we know of how a language is written: enough to tell code, strings and comments apart without a parser.

/** A way to write a string. */
export interface StringForm {
  /** `"`, `'`, `` ` ``, `"""`, `r"`, `%q(` … An opening that begins with a letter counts only where no word runs into it. */
  readonly open: string;
  /** When `open` ends with a bracket and `close` is its counterpart, brackets nest inside. */
  readonly close: string;
  /** The escape character, when it keeps a quote from ending the string. */
  readonly escape?: string;
  /** The only characters that can be escaped; before any other the escape character stands for itself. Absent: the usual escapes. */
  readonly escapable?: string;
  /** `true` when the closing mark is doubled to stand for itself (C# verbatim, SQL). */
  readonly doubled?: boolean;
  /** Where code begins inside the string (`${`, `{`, `#{`) and what ends it. A doubled one-character opening stands for itself. */
  readonly holes?: readonly Hole[];
  /** Begins a variable's name inside the string without any bracket (`$name`). */
  readonly sigil?: string;
  /** May run over line ends. */
  readonly multiline?: boolean;
  /** How many texts it holds, one behind the other: two in `s/a/b/`. */
  readonly parts?: 2;
  /** Holds bytes, a list of words, a pattern or one character rather than one text. */
  readonly holds?: 'bytes' | 'words' | 'pattern' | 'character';
}

export interface Hole {
  readonly open: string;
  readonly close: string;
}

/** A string whose end is a word of its own: the body is the lines after the opening's line. */
export interface HeredocForm {
  /** Sticky; groups `tag`, and `quote` where quoting the tag changes the meaning. */
  readonly open: RegExp;
  /** How the body is read. */
  readonly body: Pick<StringForm, 'escape' | 'escapable' | 'holes' | 'sigil'>;
  /** Quoted with one of these marks, the body is taken as it stands. */
  readonly literalQuotes: string;
}

export interface CommentForm {
  readonly open: string;
  /** Absent for comments that end with the line. */
  readonly close?: string;
  /** Where the mark opens a comment: anywhere (default), at a word's start, or as the first thing on a line. */
  readonly at?: 'anywhere' | 'word' | 'line';
  readonly nests?: boolean;
  /** What must not follow the mark (`#[` opens an attribute in PHP). */
  readonly notBefore?: string;
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
  /** Outside strings, this character takes the meaning from the next one. */
  readonly escapeInCode?: string;
  /** A word without quotes is a text, too. */
  readonly bareWords?: true;
  /** `/…/` after an operator is a regular expression. */
  readonly regexLiterals?: boolean;
  /** Code stands between these marks only (PHP in HTML). */
  readonly codeBetween?: { readonly open: readonly string[]; readonly close: string };
}
