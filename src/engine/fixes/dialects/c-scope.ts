// Which kind of braces a place of C or C++ is in, and the declaration it belongs to: they decide what may be computed there.

import type { Span } from '../../text.ts';
import type { CodeView } from '../code-view.ts';
import { bracketsAround, codeBefore, statementBefore } from '../surroundings.ts';

export interface Scope {
  readonly kind: 'function' | 'file' | 'type';
  /** The code of the statement up to the place, or up to the braces of the initialiser the place is in. */
  readonly declaration: string;
  /** How many braces of initialisers are around the place. */
  readonly braces: number;
}

export function scopeOf(view: CodeView, offset: number): Scope {
  let at = offset;
  let braces = 0;
  for (const { open, index } of bracketsAround(view, offset)) {
    if (open !== '{') continue;
    const kind = kindOfBrace(view, index);
    if (kind === 'initializer') {
      at = index;
      braces++;
    } else if (kind !== 'namespace') return { kind, declaration: declarationBefore(view, at), braces };
  }
  return { kind: 'file', declaration: declarationBefore(view, at), braces };
}

/** The statement up to an offset, without the directives and labels above it. */
export function declarationBefore(view: CodeView, offset: number): string {
  const statement = statementBefore(view, offset, false).replace(/^(?:\s*#(?:[^\n\\]|\\[\s\S])*(?:\n|$))+/, '');
  return statement.replace(/^\s*(?:(?:public|private|protected)\s*:\s*)+/, '').trim();
}

/** The directive a place is in, with the lines a backslash joins to it. */
export function directiveAround({ code }: CodeView, offset: number): Span | undefined {
  let start = code.lastIndexOf('\n', offset - 1) + 1;
  while (start > 1 && /\\\r?\n$/.test(code.slice(Math.max(0, start - 3), start))) start = code.lastIndexOf('\n', start - 2) + 1;
  if (!/^[ \t]*#/.test(code.slice(start, start + 80))) return undefined;
  const rest = /^(?:[^\n\\]|\\[\s\S])*/.exec(code.slice(start))?.[0] ?? '';
  return { start, end: start + rest.length };
}

function kindOfBrace(view: CodeView, index: number): 'initializer' | 'namespace' | 'type' | 'function' {
  const before = codeBefore(view, index, 400);
  if (/\bnamespace(?:\s+[\w:]+)?$|\bextern\s*"·*"$/.test(before)) return 'namespace';
  if (/[=,([]$|\breturn$/.test(before)) return 'initializer';
  if (before.endsWith('{')) return kindOfOuter(view, index);
  if (/\b(?:struct|class|union|enum)\b[^;{}()=]*$/.test(before)) return 'type';
  if (/->\s*[\w:<>,*& ]+$/.test(before)) return 'function';
  if (/[=(,]\s*\([\w\s*[\]]+\)$/.test(before)) return 'initializer';
  return /[\w>\]]$/.test(before) && !/\b(?:else|do|try|const|override|final|noexcept|mutable)$/.test(before) ? 'initializer' : 'function';
}

/** `{{` opens an initialiser in an initialiser, a block in a block. */
function kindOfOuter(view: CodeView, index: number): 'initializer' | 'function' {
  const [outer] = bracketsAround(view, index);
  return outer?.open === '{' && kindOfBrace(view, outer.index) === 'initializer' ? 'initializer' : 'function';
}
