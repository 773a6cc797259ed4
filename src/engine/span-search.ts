// Search in spans that are sorted and do not overlap, in logarithmic time.

import type { Span } from './text.ts';

/** Index of the first one that ends after `offset`; the number of spans when none does. */
export function firstEndingAfter(sorted: readonly Span[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether any of them shares a character with `span`. */
export function anyOverlaps(sorted: readonly Span[], span: Span): boolean {
  const next = sorted[firstEndingAfter(sorted, span.start)];
  return next !== undefined && next.start < span.end;
}
