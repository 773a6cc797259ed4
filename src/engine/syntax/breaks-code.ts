// Whether a change made code invalid that was valid before.

import type { TextEdit } from '../fixes/plan.ts';
import type { Span } from '../text.ts';

/** Whether the changed text has syntax errors that the text did not have. The edits are sorted and against the text before. */
export function breaksCode(before: readonly Span[], after: readonly Span[], edits: readonly TextEdit[]): boolean {
  if (after.length > before.length) return true;
  return after.some(({ start }) => {
    const offset = offsetBefore(start, edits);
    return !before.some(known => known.start <= offset && offset <= known.end);
  });
}

/** Where an offset of the changed text was; inside new text, where that was put. */
function offsetBefore(offset: number, edits: readonly TextEdit[]): number {
  let shift = 0;
  for (const { span, newText } of edits) {
    const start = span.start + shift;
    if (offset < start) break;
    if (offset < start + newText.length) return span.start;
    shift += newText.length - (span.end - span.start);
  }
  return offset - shift;
}
