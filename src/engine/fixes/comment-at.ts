// The comment that begins at a place of code, if one does.

import type { CommentForm, Language } from '../languages/language.ts';
import type { Span } from '../text.ts';

export interface Comment {
  /** Without the line end, where the comment ends with the line. */
  readonly span: Span;
  /** Between the marks. */
  readonly content: Span;
}

export function commentAt(text: string, start: number, forms: readonly CommentForm[], language: Language): Comment | undefined {
  const form = forms.find(candidate => opensComment(text, start, candidate));
  if (form === undefined) return undefined;
  const end = commentEnd(text, start, form, language);
  const close = form.close !== undefined && text.endsWith(form.close, end) ? form.close.length : 0;
  return { span: { start, end }, content: { start: start + form.open.length, end: end - close } };
}

function opensComment(text: string, at: number, { open, at: place, notBefore }: CommentForm): boolean {
  if (!text.startsWith(open, at) && text.slice(at, at + open.length).toLowerCase() !== open) return false;
  if (notBefore !== undefined && text.startsWith(notBefore, at + open.length)) return false;
  if (place === 'word') return at === 0 || /[\s;&|(]/.test(text.charAt(at - 1));
  return place !== 'line' || startsLine(text, at);
}

function commentEnd(text: string, start: number, form: CommentForm, language: Language): number {
  if (form.close === undefined) return lineEnd(text, start, language);
  return form.nests ? nestingEnd(text, start, form.open, form.close) : closingEnd(text, start, form.close);
}

function closingEnd(text: string, start: number, close: string): number {
  const end = text.indexOf(close, start + 2);
  return end === -1 ? text.length : end + close.length;
}

function nestingEnd(text: string, start: number, open: string, close: string): number {
  const [openCode, closeCode] = [open.charCodeAt(0), close.charCodeAt(0)];
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === openCode && text.startsWith(open, at)) {
      depth++;
      at += open.length - 1;
    } else if (code === closeCode && text.startsWith(close, at)) {
      at += close.length - 1;
      if (--depth === 0) return at + 1;
    }
  }
  return text.length;
}

/** In PHP the closing mark ends a line comment, too. */
function lineEnd(text: string, start: number, { codeBetween }: Language): number {
  const newline = text.indexOf('\n', start);
  const end = newline === -1 ? text.length : newline;
  const mark = codeBetween === undefined ? -1 : text.slice(start, end).indexOf(codeBetween.close);
  return mark === -1 ? end : start + mark;
}

function startsLine(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before--;
  return before < 0 || text.charAt(before) === '\n';
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}
