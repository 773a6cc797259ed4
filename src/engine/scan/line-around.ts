// The line a place stands on, bounded, because a line may be a megabyte long.

import type { Span } from '../text.ts';

/** From the start of the line `span` begins on to the end of the line it ends on, at most `limit` characters either side. */
export function lineAround(text: string, span: Span, limit: number): Span {
  const start = lineStartBefore(text, span.start, limit);
  let end = span.end;
  const most = Math.min(text.length, end + limit);
  while (end < most && !isLineEnd(text.charCodeAt(end))) end++;
  return { start, end };
}

/** Where the line of the offset begins, at most `limit` characters ahead of it. */
export function lineStartBefore(text: string, offset: number, limit: number): number {
  let start = offset;
  const least = Math.max(0, start - limit);
  while (start > least && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
