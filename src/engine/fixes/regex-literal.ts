// Whether a slash begins a regular expression or divides: told by what stands before it.

const afterWord = /^(?:return|typeof|case|in|of|do|else|yield|await|delete|void|throw|new|if|unless|when|and|or|not|while|until)$/;
const afterCharacter = '(,=:[!&|?{};+-*%~^\n';
const literal = /\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;

/**
 * Where the regular expression that begins at `at` ends; `undefined` when none begins there.
 * `last` and `beforeLast` are the words or characters of code before it (`=` `>`).
 */
export function regexEnd(text: string, at: number, last: string, beforeLast: string): number | undefined {
  const isExpected = afterWord.test(last) || afterCharacter.includes(last) || (last === '>' && beforeLast === '=');
  if (!isExpected) return undefined;
  literal.lastIndex = at;
  return literal.test(text) ? literal.lastIndex : undefined;
}
