// Where comments begin and end.

import type { CommentForm, Language } from '../languages/language.ts';

export function opensComment(text: string, at: number, { open, at: place, notBefore }: CommentForm): boolean {
  const found = text.slice(at, at + open.length);
  if (found !== open && found.toLowerCase() !== open) return false;
  if (notBefore !== undefined && text.startsWith(notBefore, at + open.length)) return false;
  if (place === 'word') return at === 0 || /[\s;&|(]/.test(text.charAt(at - 1));
  return place !== 'line' || text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
}

/** Without its line end, where the comment ends with the line. */
export function commentEnd(text: string, start: number, form: CommentForm, language: Language): number {
  return form.close === undefined ? lineEnd(text, start, language) : closingEnd(text, start, form, form.close);
}

function closingEnd(text: string, start: number, form: CommentForm, close: string): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (form.nests && text.startsWith(form.open, at)) depth++;
    else if (at > start + 1 && text.startsWith(close, at) && --depth <= 0) return at + close.length;
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
