// The comment that says "not a secret" about one finding, in the file's own syntax, where a comment may stand.

import type { Finding } from '../finding.ts';
import { languageOf } from '../languages/catalogue.ts';
import type { CommentForm } from '../languages/language.ts';
import { phrase } from '../phrase.ts';
import { ignoreMarker, ignoreNextLineMarker } from '../scan/suppress-dialects.ts';
import type { SourceText, Span } from '../text.ts';
import { type CodeView, isTooLong, viewCode } from './code-view.ts';
import { commentFormAt, mayEndLine, mayStandAbove, takesComments } from './comment-place.ts';
import { withheld } from './dialect.ts';
import type { TextEdit, Withheld } from './plan.ts';

export interface IgnoreRequest {
  readonly source: SourceText;
  readonly finding: Pick<Finding, 'span' | 'ruleId'>;
}

export type IgnorePlan = { readonly kind: 'edits'; readonly edits: readonly TextEdit[] } | Withheld;

export function planIgnoreComment({ source, finding: { span, ruleId } }: IgnoreRequest): IgnorePlan {
  const language = languageOf(source);
  if (language === undefined || language.comments.length === 0) return withheld(phrase('This file has no comments.'));
  if (isTooLong(source)) return withheld(phrase('This file is too long for a fix: write the comment by hand.'));
  const view = viewCode(source, language);
  if (!takesComments(view, span)) return withheld(phrase('No comment can stand here.'));
  const edit = addToMarker(view, span, ruleId) ?? atLineEnd(view, span, ruleId) ?? onLineAbove(view, span, ruleId);
  return edit === undefined ? withheld(phrase('No comment can stand here.')) : { kind: 'edits', edits: [edit] };
}

/** A marker for other rules is already there: one more id. */
function addToMarker({ text }: CodeView, span: Span, ruleId: string): TextEdit | undefined {
  const line = lineAround(text, span.start);
  const above = line.start === 0 ? undefined : lineAround(text, line.start - 1);
  const at = endOfIds(text, line, ignoreMarker) ?? (above && endOfIds(text, above, ignoreNextLineMarker));
  return at === undefined ? undefined : { span: { start: at, end: at }, newText: ` ${ruleId}` };
}

/** Behind the last rule id of a marker on the line. */
function endOfIds(text: string, line: Span, marker: string): number | undefined {
  const content = text.slice(line.start, line.end);
  const ids = new RegExp(`${marker}(?:[ \\t,]+(?!--)[\\w-]*\\w)+`).exec(content);
  return ids === null ? undefined : line.start + ids.index + ids[0].length;
}

function atLineEnd(view: CodeView, span: Span, ruleId: string): TextEdit | undefined {
  for (const offset of [span.end, span.start]) {
    const { end } = lineAround(view.text, offset);
    const form = commentFormAt(view, end);
    const place = form && mayEndLine(view, end, form);
    if (form === undefined || place === undefined) continue;
    const marker = `${ignoreMarker} ${ruleId}`;
    const gap = view.language.id === 'python' ? '  ' : ' ';
    return { span: { start: end, end }, newText: place === 'in comment' ? ` ${marker}` : `${gap}${write(form, marker)}` };
  }
  return undefined;
}

function onLineAbove(view: CodeView, span: Span, ruleId: string): TextEdit | undefined {
  const { start } = lineAround(view.text, span.start);
  const form = commentFormAt(view, start);
  if (form === undefined || !mayStandAbove(view, start)) return undefined;
  const indent = /^[ \t]*/.exec(view.text.slice(start))?.[0] ?? '';
  return { span: { start, end: start }, newText: `${indent}${write(form, `${ignoreNextLineMarker} ${ruleId}`)}${view.newline}` };
}

function write({ open, close }: CommentForm, marker: string): string {
  return close === undefined ? `${open.trimEnd()} ${marker}` : `${open} ${marker} ${close}`;
}

/** Without its line end. */
function lineAround(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const end = newline === -1 ? text.length : newline;
  return { start, end: end > start && text.charAt(end - 1) === '\r' ? end - 1 : end };
}
