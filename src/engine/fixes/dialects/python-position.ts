// Where Python does not take an expression in a string's place.

import { type Phrase, phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { CodeView } from '../code-view.ts';
import type { Literal } from '../read-literal.ts';
import { bracketsAround, characterAfter, characterBefore, indexAfter, lineBefore, statementBefore } from '../surroundings.ts';

export function refusePosition(view: CodeView, literal: Literal): Phrase | undefined {
  const { span } = literal;
  const statement = statementBefore(view, span.start, true);
  if (/^case\b/.test(statement)) return phrase('A case pattern must be a constant.');
  const [inner] = bracketsAround(view, span.start);
  const before = inner === undefined ? '' : view.code.slice(Math.max(0, inner.index - 30), inner.index);
  if (inner?.open === '[' && /\bLiteral$/.test(before)) return phrase('The value is part of a type.');
  if (statement === '' && inner === undefined && isStatementOfItsOwn(view, literal))
    return phrase('The value is in a documentation string.');
  return undefined;
}

/** A string beside a string is one string: what takes its place must be a literal as well. */
export function isBesideLiteral(view: CodeView, { start, end }: Span): boolean {
  const follows = characterBefore(view, start) === '"' && isSameLogicalLine(view, start);
  const next = indexAfter(view.code, end);
  const isFollowed = startsLiteral(view, next) && isSameLogicalLine(view, next);
  return follows || isFollowed;
}

function startsLiteral({ tokens }: CodeView, at: number): boolean {
  return tokens.some(({ kind, span }) => kind === 'string' && span.start === at);
}

/** Lines join inside brackets and after a backslash only. */
function isSameLogicalLine(view: CodeView, start: number): boolean {
  if (bracketsAround(view, start).length > 0) return true;
  const before = lineBefore({ text: view.code }, start);
  const previous = view.code.slice(0, start - before.length).trimEnd();
  return before.trim() !== '' || previous.endsWith('\\');
}

function isStatementOfItsOwn(view: CodeView, { span }: Literal): boolean {
  const line = view.code.slice(span.end).split('\n', 1)[0] ?? '';
  return line.trim() === '' && lineBefore({ text: view.code }, span.start).trim() === '' && characterAfter(view, span.end) !== '.';
}
