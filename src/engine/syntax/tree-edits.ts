// Tells a tree what changed in its text, so that only that is parsed again.

import type { Edit, Point, Tree } from 'web-tree-sitter';
import type { TextEdit } from '../fixes/plan.ts';

/** The one edit between two texts: all but what they begin and end with alike. */
export function changeBetween(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (same < shorter - start && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same++;
  return { span: { start, end: before.length - same }, newText: after.slice(start, after.length - same) };
}

/** The edits are sorted and against the text before. */
export function editTree(tree: Tree, before: string, after: string, edits: readonly TextEdit[]): void {
  let shift = 0;
  let at = 0;
  let point: Point = { row: 0, column: 0 };
  for (const { span, newText } of edits) {
    const startIndex = span.start + shift;
    const startPosition = advance(point, after.slice(at, startIndex));
    const oldEndPosition = advance(startPosition, before.slice(span.start, span.end));
    const newEndPosition = advance(startPosition, newText);
    const newEndIndex = startIndex + newText.length;
    tree.edit(asEdit({ startIndex, oldEndIndex: span.end + shift, newEndIndex, startPosition, oldEndPosition, newEndPosition }));
    shift += newText.length - (span.end - span.start);
    at = newEndIndex;
    point = newEndPosition;
  }
}

/** The library asks for its class and reads these numbers only. */
function asEdit(numbers: Omit<Edit, 'editPoint' | 'editRange'>): Edit {
  return numbers as Edit;
}

export function advance({ row, column }: Point, text: string): Point {
  const last = text.lastIndexOf('\n');
  if (last === -1) return { row, column: column + text.length };
  let rows = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) rows++;
  return { row: row + rows, column: text.length - last - 1 };
}
