// A text as code: strings and comments painted over, so that plain patterns see the syntax around a place and nothing else.

import type { Language } from '../languages/language.ts';
import type { SourceText, Span } from '../text.ts';
import { readTokens, type Token } from './tokens.ts';

export interface CodeView {
  readonly text: string;
  readonly language: Language;
  readonly tokens: readonly Token[];
  /**
   * As long as the text. Comments are blanks, strings are `"····"` without line ends, code inside them stands in
   * parentheses, everything else is as written.
   */
  readonly code: string;
  /** `\n` or `\r\n`, as the text has it. */
  readonly newline: string;
}

export function viewCode(source: SourceText, language: Language): CodeView {
  const { text } = source;
  const tokens = readTokens(text, language);
  return { text, language, tokens, code: paint(text, tokens), newline: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** The innermost token the span is in; a token whose hole holds the span does not count. */
export function tokenAround({ tokens }: CodeView, span: Span): Token | undefined {
  return tokens.findLast(token => contains(token.span, span) && !token.holes.some(hole => contains(hole, span)));
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function paint(text: string, tokens: readonly Token[]): string {
  const painted = text.split('');
  for (const { kind, span, holes } of tokens) {
    const isString = kind === 'string' || kind === 'regex';
    painted.fill(isString ? '·' : ' ', span.start, span.end);
    if (isString) painted[span.start] = painted[span.end - 1] = '"';
    // The line end before a closing tag stays: it ends the statement.
    if (kind === 'heredoc' && text.charAt(span.end - 1) === '\n') painted[span.end - 1] = '\n';
    for (const hole of holes) reveal(painted, text, hole);
  }
  return painted.join('');
}

/** `${` and its like become one round bracket. */
function reveal(painted: string[], text: string, { start, end }: Span): void {
  for (let at = start; at < end; at++) painted[at] = text.charAt(at);
  if (!'{('.includes(text.charAt(start))) painted[start + 1] = ' ';
  painted[start] = '(';
  painted[end - 1] = ')';
}
