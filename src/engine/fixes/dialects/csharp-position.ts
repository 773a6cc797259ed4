// Where C# does not take an expression in a string's place.

import { type Phrase, phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { CodeView } from '../code-view.ts';
import type { Refusals } from '../dialect.ts';
import type { Literal } from '../read-literal.ts';
import { bracketsAround, statementBefore } from '../surroundings.ts';

export const refusals = {
  annotation: phrase('An attribute takes constants only.'),
  pattern: phrase('A pattern must be a constant.'),
  'case-label': phrase('A pattern must be a constant.'),
  'default-argument': phrase('A parameter default must be a constant.'),
} satisfies Refusals;

export function guessRefusal(view: CodeView, { span }: Literal): Phrase | undefined {
  if (isInAttribute(view, span.start)) return refusals.annotation;
  if (isPattern(view, span.start, span.end)) return refusals.pattern;
  return isParameterDefault(view, span.start) ? refusals['default-argument'] : undefined;
}

/** Whether what stands at a span must be a constant. */
export function needsConstant(view: CodeView, span: Span): boolean {
  if (view.syntax !== undefined) return Object.hasOwn(refusals, view.syntax.positionOf(span));
  return isInAttribute(view, span.start) || isPattern(view, span.start, span.end) || isParameterDefault(view, span.start);
}

/** `case "…":`, `is "…"`, `"…" => …` in a switch expression. */
function isPattern(view: CodeView, start: number, end: number): boolean {
  const before = view.code.slice(Math.max(0, start - 40), start).trimEnd();
  if (/\b(?:case|is|is\s+not|or|and|when)$/.test(before)) return !/\bwhen$/.test(before);
  return /^\s*=>/.test(view.code.slice(end)) && bracketsAround(view, start)[0]?.open === '{';
}

/** `[Name(…)]` where no value could be indexed. */
function isInAttribute(view: CodeView, offset: number): boolean {
  return bracketsAround(view, offset).some(({ open, index }) => {
    if (open !== '[') return false;
    const before = view.code.slice(Math.max(0, index - 300), index).trimEnd();
    const after = view.code.slice(index + 1, index + 80);
    return (before === '' || /[{};\](,]$/.test(before)) && /^\s*(?:\w+\s*:\s*)?[A-Z][\w.]*\s*[(,]/.test(after);
  });
}

/** `void M(string key = "…")`: a type and a name before the sign, in the brackets of a declaration. */
function isParameterDefault(view: CodeView, offset: number): boolean {
  const [inner] = bracketsAround(view, offset);
  if (inner?.open !== '(') return false;
  const own = view.code.slice(inner.index + 1, offset);
  return (
    /(?:^|,)\s*(?:\[[^\]]*\]\s*)*(?:(?:this|in|params)\s+)?[\w.<>?[\]]+\s+@?\w+\s*=\s*$/.test(own) &&
    !/\bfor\s*$/.test(statementBefore(view, inner.index, false))
  );
}
