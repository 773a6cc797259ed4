// A text as code: strings and comments painted over, so that plain patterns see the syntax around a place and nothing else.

import { finishSteps } from '../finish-steps.ts';
import type { Language } from '../languages/language.ts';
import type { SyntaxTree } from '../syntax/syntax-tree.ts';
import type { SourceText, Span } from '../text.ts';
import { type BracketMap, mapBrackets } from './bracket-map.ts';
import { paintCode } from './paint-code.ts';
import type { Token } from './token.ts';
import { readTokensInSteps } from './tokens.ts';

export interface CodeView {
  readonly text: string;
  readonly language: Language;
  readonly tokens: readonly Token[];
  /** For each token, where the furthest of it and those before it ends. */
  readonly reaches: readonly number[];
  /**
   * As long as the text. Comments are blanks, strings are `"····"` without line ends, code inside them stands in
   * parentheses, everything else is as written.
   */
  readonly code: string;
  readonly brackets: BracketMap;
  /** `\n` or `\r\n`, as the first line ends. */
  readonly newline: string;
  /** What the grammar says, where there is one: it is asked before patterns are. */
  readonly syntax: SyntaxTree | undefined;
}

/** Reading a text takes milliseconds in which nobody can type. Files beyond this were made by programs. */
export function isTooLong({ text }: Pick<SourceText, 'text'>): boolean {
  return text.length > 1_000_000;
}

/** Kept as long as the source is: asking again about the same one costs nothing. */
export function viewCode(source: SourceText, language: Language, syntax?: SyntaxTree): CodeView {
  return finishSteps(viewCodeInSteps(source, language, syntax));
}

/** Prepares the view of a long text, so that nobody has to wait while it is made. */
export function* viewCodeInSteps(source: SourceText, language: Language, syntax?: SyntaxTree): Generator<undefined, CodeView> {
  const known = viewsBySource.get(source);
  if (known !== undefined && known.language === language && known.syntax === syntax) return known;
  const { text } = source;
  if (syntax !== undefined) yield* syntax.tokensInSteps(language);
  const tokens = syntax?.tokens(language) ?? (yield* readTokensInSteps(text, language));
  yield;
  const code = paintCode(text, tokens);
  yield;
  const brackets = mapBrackets(code);
  yield;
  const newline = text.charAt(text.indexOf('\n') - 1) === '\r' ? '\r\n' : '\n';
  const view = { text, language, tokens, reaches: reachesOf(tokens), code, brackets, newline, syntax };
  viewsBySource.set(source, view);
  return view;
}

/** Weak: what a text holds must not outlive it. */
const viewsBySource = new WeakMap<SourceText, CodeView>();

/** The innermost token the span is in; a token whose hole holds the span does not count. */
export function tokenAround({ tokens, reaches }: CodeView, span: Span): Token | undefined {
  for (let index = countUpTo(tokens, span.start) - 1; index >= 0 && (reaches[index] ?? 0) >= span.end; index--) {
    const token = tokens[index];
    if (token !== undefined && contains(token.span, span) && !token.holes.some(hole => contains(hole, span))) return token;
  }
  return undefined;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function reachesOf(tokens: readonly Token[]): readonly number[] {
  let reach = 0;
  return tokens.map(({ span }) => {
    reach = Math.max(reach, span.end);
    return reach;
  });
}

/** How many tokens start at or before an offset. */
function countUpTo(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
