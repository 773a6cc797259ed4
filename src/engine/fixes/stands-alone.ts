// Whether an expression that binds loosely needs no parentheses in a literal's place.

import type { Span } from '../text.ts';
import type { CodeView } from './code-view.ts';
import { characterAfter, characterBefore, codeBefore } from './surroundings.ts';

/** Behind what begins an expression, and before what ends one. */
export function standsAlone(view: CodeView, { start, end }: Span): boolean {
  const opens = /(?:^|[^=!<>+\-*/%&|^?:~])=$|[([,;{]$|=>$|->$|(?:^|\W)[rR]eturn$/.test(codeBefore(view, start, 12));
  const next = characterAfter(view, end);
  return opens && (next === '' || ',;)]}'.includes(next));
}

/** The same where a line end may end the expression: unless the next line goes on with it. */
export function standsAloneOnLine(view: CodeView, span: Span): boolean {
  if (standsAlone(view, span)) return true;
  const endsLine = /^[ \t\r]*(?:\n|$)/.test(view.code.slice(span.end));
  const goesOn = /^\s*[.?:&|+\-*/%<>=!]/.test(view.code.slice(span.end));
  return endsLine && !goesOn && standsAlone(view, { start: span.start, end: view.code.length });
}

/** The same for texts joined by an operator that its neighbours may be joined by, too. */
export function joinsOn(view: CodeView, { start, end }: Span, operator: '+' | '&'): boolean {
  const isJoined = characterBefore(view, start) === operator && characterAfter(view, end) === operator;
  if (isJoined) return true;
  const comesFirst = characterAfter(view, end) === operator && standsAlone(view, { start, end: view.code.length });
  const endsAlone = /^\s*(?:[,;)\]}]|$)|^[ \t\r]*\n(?!\s*[.?:&|+\-*/%<>=!])/.test(view.code.slice(end));
  return comesFirst || (characterBefore(view, start) === operator && endsAlone) || standsAloneOnLine(view, { start, end });
}
