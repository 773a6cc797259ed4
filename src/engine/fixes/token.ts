// A string, comment or the like in a text, as the lexer or the syntax tree tells it from code.

import type { StringForm } from '../languages/language.ts';
import type { Span } from '../text.ts';

export interface Token {
  readonly kind: 'string' | 'heredoc' | 'comment' | 'regex' | 'outside';
  /** Of a heredoc: its body only. */
  readonly span: Span;
  /** Between the marks. */
  readonly content: Span;
  /** How the content is read; for strings and heredocs. */
  readonly form?: StringForm;
  /** The marks and the code between them. */
  readonly holes: readonly Span[];
}
