// Whether a slash begins a regular expression or divides: told by what stands before it.

import type { Span } from '../text.ts';

const afterWord = /^(?:return|typeof|case|in|of|do|else|yield|await|delete|void|throw|new|if|unless|when|and|or|not|while|until)$/;
const afterCharacter = '(,=:[!&|?{};+-*%~^';
const literal = /\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;

/**
 * Where the regular expression that begins at `at` ends; `undefined` when none begins there.
 * `last` is the word or character of code before it; empty at the start of the text and behind a string.
 */
export function regexEnd(text: string, at: number, last: Span): number | undefined {
  if (!isExpected(text, last)) return undefined;
  literal.lastIndex = at;
  return literal.test(text) ? literal.lastIndex : undefined;
}

function isExpected(text: string, { start, end }: Span): boolean {
  if (start === end) return start === 0;
  if (end - start > 6) return false;
  const last = text.slice(start, end);
  return afterCharacter.includes(last) || afterWord.test(last) || (last === '>' && text.charAt(start - 1) === '=');
}
