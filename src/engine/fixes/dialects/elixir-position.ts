// Where Elixir takes patterns and names, which read no environment.

import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import type { Literal } from '../read-literal.ts';
import { codeBefore, lineBefore } from '../surroundings.ts';

export function refusePosition(view: CodeView, { span }: Literal): Phrase | undefined {
  const { start, end } = span;
  const { code } = view;
  if (code.charAt(start - 1) === ':' || (code.charAt(end) === ':' && code.charAt(end + 1) !== ':'))
    return phrase('An atom does not read the environment.');
  if (/@(?:module|type)?doc\s+$/.test(lineBefore({ text: code }, start)) || /@(?:module|type)?doc$/.test(codeBefore(view, start, 20)))
    return phrase('The value is in a documentation string.');
  return isPattern(view, start, end) ? phrase('A pattern must be a constant.') : undefined;
}

/** `def f("…")`, `"…" ->`, `%{"…" => x} = map`, `"…" <- list`, `when x == "…"`; a default behind `\\` is no pattern. */
export function isPattern({ code }: CodeView, start: number, end: number): boolean {
  const before = lineBefore({ text: code }, start);
  const after = code.slice(end).split('\n', 1)[0] ?? '';
  const isHead = /^\s*(?:def|defp|defmacro|defmacrop|defguard|defguardp)\b(?!.*\bdo\b)/.test(before);
  if (isHead) return !/\\\\\s*$/.test(before);
  if (/\bwhen\b(?!.*(?:->|\bdo\b))/.test(before)) return true;
  // What is compared there is a condition.
  const isClause = !/->|[=!]=\s*$/.test(before) && /^[^"]*?->/.test(after) && !/\bfn\b/.test(after.split('->', 1)[0] ?? '');
  return isClause || (/^[^<>=!~|]*(?:<>\s*\w+\s*)?(?:=(?![=~>])|<-)/.test(stripArrows(after)) && !/(?<![=!<>])=(?![=~>])/.test(before));
}

/** `=>` of a map belongs to what is matched. */
function stripArrows(code: string): string {
  return code.replace(/=>/g, '::');
}
