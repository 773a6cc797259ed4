// Where Python does not take an expression in a string's place.

import { type Phrase, phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { CodeView } from '../code-view.ts';
import type { Refusals } from '../dialect.ts';
import type { Literal } from '../read-literal.ts';
import { bracketsAround, characterAfter, lineBefore, statementBefore } from '../surroundings.ts';

export const refusals = {
  pattern: phrase('A case pattern must be a constant.'),
  type: phrase('The value is part of a type.'),
  documentation: phrase('The value is in a documentation string.'),
} satisfies Refusals;

export function guessRefusal(view: CodeView, literal: Literal): Phrase | undefined {
  const { span } = literal;
  const statement = statementBefore(view, span.start, true);
  if (/^case\b/.test(statement)) return refusals.pattern;
  if (statement === '' && bracketsAround(view, span.start).length === 0 && isStatementOfItsOwn(view, literal))
    return refusals.documentation;
  return undefined;
}

/** `Mode = Literal["…"]`: a type, though it looks like an index. */
export function isLiteralType(view: CodeView, { start }: Span): boolean {
  const [inner] = bracketsAround(view, start);
  return inner?.open === '[' && /\bLiteral$/.test(view.code.slice(Math.max(0, inner.index - 30), inner.index));
}

/** A string beside a string is one string: what takes its place must be a literal as well. */
export function isBesideLiteral(view: CodeView, { start, end }: Span): boolean {
  // Line ends join inside brackets, and after a backslash.
  const isBracketed = bracketsAround(view, start).length > 0;
  const gap = isBracketed ? /^(?:\s|\\)*/ : /^(?:[ \t]|\\\r?\n)*/;
  const gapBefore = isBracketed ? /(?:\s|\\)*$/ : /(?:[ \t]|\\\r?\n)*$/;
  const before = view.code.slice(Math.max(0, start - 2000), start).replace(gapBefore, '');
  const next = end + (gap.exec(view.code.slice(end, end + 2000))?.[0].length ?? 0);
  return before.endsWith('"') || view.code.charAt(next) === '"';
}

function isStatementOfItsOwn(view: CodeView, { span }: Literal): boolean {
  const line = view.code.slice(span.end).split('\n', 1)[0] ?? '';
  return line.trim() === '' && lineBefore({ text: view.code }, span.start).trim() === '' && characterAfter(view, span.end) !== '.';
}
