// Questions about what stands around a place in code.

import { openBrackets } from './bracket-map.ts';
import type { CodeView } from './code-view.ts';

/** The last character of code before an offset, blanks and line ends apart; `''` at the start. */
export function characterBefore({ code }: CodeView, offset: number): string {
  return code.charAt(indexBefore(code, offset));
}

/** The first character of code from an offset on, blanks and line ends apart; `''` at the end. */
export function characterAfter({ code }: CodeView, offset: number): string {
  return code.charAt(indexAfter(code, offset));
}

export function indexBefore(code: string, offset: number): number {
  let at = offset - 1;
  while (at >= 0 && isBlank(code.charAt(at))) at--;
  return at;
}

export function indexAfter(code: string, offset: number): number {
  let at = offset;
  while (at < code.length && isBlank(code.charAt(at))) at++;
  return at;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}

export interface Bracket {
  readonly open: string;
  readonly index: number;
}

/** The brackets open at an offset, the innermost first. */
export function bracketsAround({ code, brackets }: CodeView, offset: number): readonly Bracket[] {
  return openBrackets(brackets, offset).map(index => ({ open: code.charAt(index), index }));
}

/** Where the statement around an offset begins: after the `;`, brace or, where lines end statements, line end before it. */
export function statementStart(view: CodeView, offset: number, linesEndStatements: boolean): number {
  const { code } = view;
  let depth = 0;
  for (let at = outermostBracket(view, offset) - 1; at >= 0; at--) {
    const character = code.charAt(at);
    if (character === ')' || character === ']') depth++;
    else if (character === '(' || character === '[') depth--;
    else if (character === '{' || character === '}') return at + 1;
    else if (depth <= 0 && (character === ';' || (linesEndStatements && character === '\n'))) return at + 1;
  }
  return 0;
}

/** The first of the round and square brackets that are open since the last brace: their line ends end no statement. */
function outermostBracket(view: CodeView, offset: number): number {
  const brackets = bracketsAround(view, offset);
  const brace = brackets.findIndex(({ open }) => open === '{');
  return (brace === -1 ? brackets : brackets.slice(0, brace)).at(-1)?.index ?? offset;
}

/** The code of the statement from its start up to the offset, trimmed. */
export function statementBefore(view: CodeView, offset: number, linesEndStatements: boolean): string {
  return view.code.slice(statementStart(view, offset, linesEndStatements), offset).trim();
}

/** The text of the line an offset is on, up to the offset. */
export function lineBefore({ text }: Pick<CodeView, 'text'>, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

/** The code that ends at an offset, blanks and line ends cut off: as much of it as a pattern at its end needs. */
export function codeBefore({ code }: CodeView, offset: number, length = 100): string {
  const end = indexBefore(code, offset) + 1;
  return code.slice(Math.max(0, end - length), end);
}

/** Every use of a name in code, but the one at `except`. */
export function usesOf({ code }: CodeView, name: string, except: number): readonly number[] {
  const uses: number[] = [];
  for (let at = code.indexOf(name); at !== -1; at = code.indexOf(name, at + name.length)) {
    const isWord = !/[\w$]/.test(code.charAt(at - 1)) && !/[\w$]/.test(code.charAt(at + name.length));
    if (isWord && at !== except) uses.push(at);
  }
  return uses;
}
