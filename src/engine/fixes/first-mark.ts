// The mark of several that comes first in a text.

import type { Span } from '../text.ts';

export function firstOf(marks: readonly string[], text: string, from: number): Span | undefined {
  const found = marks.map(mark => ({ start: text.indexOf(mark, from), length: mark.length })).filter(({ start }) => start !== -1);
  const [first] = found.sort((a, b) => a.start - b.start);
  return first && { start: first.start, end: first.start + first.length };
}
