// The class around a place in PHP, and its members, told by the brackets around them.

import type { CodeView } from '../code-view.ts';
import { bracketsAround, statementStart } from '../surroundings.ts';

export interface PhpClass {
  readonly kind: 'class' | 'trait';
  readonly name: string;
  /** From its modifiers to its brace. */
  readonly header: string;
  readonly headerStart: number;
  readonly brace: number;
}

/** The one whose member a place is in; `undefined` also in a class that has no name. */
export function classAround(view: CodeView, offset: number): PhpClass | undefined {
  const [inner] = bracketsAround(view, offset);
  if (inner?.open !== '{') return undefined;
  const from = statementStart(view, inner.index, false);
  const statement = view.code.slice(from, inner.index);
  const found = /\b(?:(?:abstract|final|readonly)\s+)*(class|trait)\s+(?!extends\b|implements\b)(\w+)(?:\s[^=()[\]]*)?$/i.exec(statement);
  if (found === null || /\bnew\b/i.test(statement)) return undefined;
  const [header, keyword = '', name = ''] = found;
  return { kind: /trait/i.test(keyword) ? 'trait' : 'class', name, header, headerStart: from + found.index, brace: inner.index };
}

/** Where the pattern, which is global, first matches directly in the braces of a class. */
export function findMember(view: CodeView, brace: number, pattern: RegExp, from = brace): number | undefined {
  for (const { index } of view.code.slice(from + 1).matchAll(pattern)) {
    const at = from + 1 + index;
    const around = bracketsAround(view, at);
    if (around[0]?.index === brace) return at;
    if (around.every(({ index: open }) => open !== brace)) return undefined;
  }
  return undefined;
}

/** The brace that opens the body of a method; `undefined` where it has none. */
export function bodyBrace(view: CodeView, brace: number, method: number): number | undefined {
  const at = findMember(view, brace, /[{;]/g, method);
  return at !== undefined && view.code.charAt(at) === '{' ? at : undefined;
}
