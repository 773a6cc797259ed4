// Where a comment may stand: never inside a string of several lines, after a line continuation or in text that is shown.

import { slashComments } from '../languages/forms.ts';
import type { CommentForm } from '../languages/language.ts';
import type { Span } from '../text.ts';
import { type CodeView, tokenAround } from './code-view.ts';
import { isJsxAttribute } from './dialects/javascript-position.ts';

/** Whether any comment may stand near a span. */
export function takesComments(view: CodeView, span: Span): boolean {
  const { id } = view.language;
  if (id === 'javascript' || id === 'typescript') return !isShownText(view, span);
  return tokenAround(view, span)?.kind !== 'outside';
}

/** The comment to write at an offset: that of the script or style it is in, for markup. */
export function commentFormAt({ language: { id, comments }, text }: CodeView, offset: number): CommentForm | undefined {
  if (id !== 'html') return comments[0];
  const before = text.slice(0, offset).toLowerCase();
  if (before.lastIndexOf('<script') > before.lastIndexOf('</script')) return slashComments[0];
  return before.lastIndexOf('<style') > before.lastIndexOf('</style') ? slashComments[1] : comments[0];
}

/** Whether, and how, a comment may be put at a line's end. */
export function mayEndLine(view: CodeView, end: number, { at, close }: CommentForm): 'in comment' | 'after code' | undefined {
  if (at === 'line' || ownLineOnly.has(view.language.id)) return undefined;
  const inside = tokenOver(view, end);
  if (inside?.kind === 'comment') return view.text.slice(inside.span.start, inside.span.end).includes('\n') ? undefined : 'in comment';
  if (inside !== undefined || isContinued(view.text, end) || isInBlockScalar(view, end)) return undefined;
  if (close !== undefined && view.language.comments.length === 1 && isInTag(view, end)) return undefined;
  return 'after code';
}

/** Whether a line of its own may be put before the line that starts here. */
export function mayStandAbove(view: CodeView, start: number): boolean {
  const isInside = tokenOver(view, start) !== undefined || isInBlockScalar(view, start);
  return !isInside && !isContinued(view.text, Math.max(0, start - 1)) && !isInTag(view, start);
}

/** What follows a value on its line belongs to it, or leaves blanks behind in it. */
const ownLineOnly = new Set(['dotenv', 'makefile', 'bat']);

/** The token that goes on at an offset, that is, has begun before it and not ended; a line comment ends with its line. */
function tokenOver({ tokens }: CodeView, offset: number): { readonly kind: string; readonly span: Span } | undefined {
  return tokens.findLast(({ kind, span, content }) => {
    const isLineComment = kind === 'comment' && content.end === span.end;
    return span.start < offset && (offset < span.end || (isLineComment && offset === span.end));
  });
}

/** A backslash, or a backtick in PowerShell, at the line's end joins it with the next. */
function isContinued(text: string, end: number): boolean {
  return /(?:^|[^\\])(?:\\\\)*\\\r?$|\s`\r?$/.test(text.slice(Math.max(0, end - 100), end));
}

/** In YAML, `key: |` makes the deeper lines below it plain text. */
function isInBlockScalar({ language, text }: CodeView, offset: number): boolean {
  if (language.id !== 'yaml') return false;
  const lines = text.slice(0, offset).split('\n');
  let indent = indentOf(text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? '');
  for (const line of lines.slice(0, -1).reverse()) {
    if (line.trim() === '' || indentOf(line) >= indent) continue;
    if (/(?:^|[\s:-])[|>][+-]?\d?[+-]?\s*(?:#.*)?\r?$/.test(line)) return true;
    indent = indentOf(line);
  }
  return false;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** In markup, between `<` and `>`. */
function isInTag({ language, code }: CodeView, offset: number): boolean {
  if (language.comments[0]?.open !== '<!--') return false;
  return code.lastIndexOf('<', offset - 1) > code.lastIndexOf('>', offset - 1);
}

/** Between JSX tags, or in the last line of one: a comment there would be shown. */
function isShownText(view: CodeView, span: Span): boolean {
  const token = tokenAround(view, span);
  if (token === undefined) return true;
  const line = view.code.slice(token.span.end).split('\n', 1)[0] ?? '';
  return isJsxAttribute(view, token.span) && line.includes('>');
}
