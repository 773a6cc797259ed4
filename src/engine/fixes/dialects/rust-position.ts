// Where Rust needs a literal, or text that lives as long as the program.

import { type Phrase, phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { CodeView } from '../code-view.ts';
import type { Refusals } from '../dialect.ts';
import type { Literal } from '../read-literal.ts';
import { bracketsAround, characterAfter, codeBefore, indexBefore, statementBefore } from '../surroundings.ts';

const literalOnly = phrase('This macro takes literals only.');
const longLived = phrase('The text here must outlive a lookup: make it a String first.');

/** Macros whose arguments are ordinary expressions, but for a format string in front. */
const expressionMacros = /\b(?:vec|assert|assert_eq|assert_ne|debug_assert\w*|dbg|matches|json|hashmap|btreemap)!$/;
const formattingMacros =
  /\b(?:print|println|eprint|eprintln|format|write|writeln|panic|todo|unreachable|info|warn|error|debug|trace|log|bail|anyhow|ensure)!$/;

export const refusals = {
  annotation: phrase('An attribute takes literals only.'),
  pattern: phrase('A pattern must be a constant.'),
} satisfies Refusals;

export function guessRefusal(view: CodeView, { span }: Literal): Phrase | undefined {
  const brackets = bracketsAround(view, span.start);
  if (brackets.some(({ open, index }) => open === '[' && /#!?$/.test(view.code.slice(Math.max(0, index - 2), index))))
    return refusals.annotation;
  return isPattern(view, span) ? refusals.pattern : undefined;
}

/** Where a `&str` cannot give way to a `String` that lives for a moment. */
export function refuseText(view: CodeView, literal: Literal): Phrase | undefined {
  if (literal.form.holds === 'bytes') return phrase('The value is written as bytes.');
  const { start } = literal.span;
  return refuseMacro(view, start, bracketsAround(view, start)) ?? refuseLifetime(view, literal);
}

export function isPattern({ code, syntax }: CodeView, span: Span): boolean {
  if (syntax !== undefined) return syntax.positionOf(span) === 'pattern';
  const { start, end } = span;
  return (
    /^\s*(?:=>|\||if\b[^;{}]*=>)/.test(code.slice(end)) || /(?:^|[^|])\|\s*$|\blet\s*$/.test(code.slice(Math.max(0, start - 20), start))
  );
}

function refuseMacro(view: CodeView, start: number, brackets: ReturnType<typeof bracketsAround>): Phrase | undefined {
  for (const { index } of brackets) {
    const before = view.code.slice(Math.max(0, index - 60), index).trimEnd();
    if (!/\b\w+!$/.test(before) || expressionMacros.test(before)) continue;
    if (!formattingMacros.test(before)) return literalOnly;
    const first = indexBefore(view.code, start) === index || /\bwrite(?:ln)?!$/.test(before);
    if (first && index === brackets[0]?.index) return phrase('A format string must be a literal.');
  }
  return undefined;
}

/** A method that does the same with a `String` as with a `&str`, and borrows nothing from it. */
export function takesOwned({ code }: CodeView, end: number): boolean {
  return /^\s*\.\s*(?:into|len|is_empty|parse|contains|starts_with|ends_with)\b/.test(code.slice(end));
}

/** Borrowed text may be passed on, or kept by a `let`; not returned, and not put into a structure. */
function refuseLifetime(view: CodeView, { span }: Literal): Phrase | undefined {
  const after = view.code.slice(span.end);
  if (takesOwned(view, span.end) || /^\s*\.\s*(?:to_string|to_owned|into_string)\b/.test(after)) return undefined;
  if (/\bString::from\($/.test(codeBefore(view, span.start))) return undefined;
  if (/^\s*[.?]/.test(after)) return longLived;
  const statement = statementBefore(view, span.start, false);
  if (/^let\b[^=]*=$/.test(statement)) return /'static/.test(statement) || characterAfter(view, span.end) !== ';' ? longLived : undefined;
  const [inner] = bracketsAround(view, span.start);
  const callee = inner?.open === '(' ? view.code.slice(Math.max(0, inner.index - 60), inner.index).trimEnd() : '';
  const isArgument = /[\w>)\]!]$/.test(callee) && !/\b(?:Some|Ok|Err|return|if|while|match|in)$/.test(callee);
  const isLent = isArgument && !keepsForever(view, callee);
  return isLent || /[=!]=$/.test(statement) ? undefined : longLived;
}

/** A function of this file that asks for `'static` text, in any of its parameters. */
function keepsForever({ code }: CodeView, callee: string): boolean {
  const name = /(\w+)(?:::<[^()]*>)?$/.exec(callee)?.[1];
  return name !== undefined && new RegExp(`\\bfn\\s+${name}\\b[^{;]{0,500}'static\\s+str[^{;]{0,500}\\)`).test(code);
}
