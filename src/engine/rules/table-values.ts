// What a Markdown table says of a word in one of its cells: in a row the next cell, in the head the cells below.
//
//   | User  | Password |        | Password | a1… |
//   | ----- | -------- |
//   | admin | a1…      |

import type { Span } from '../text.ts';

/** How far down and to the right a table is read. */
const farthest = 960;

const separatorRow = /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\||$)/;

/** `cell` stands in the cell of the word, and ends with that cell's bar. */
export function readTableValues(text: string, cell: Span): readonly Span[] {
  const end = Math.min(text.length, cell.start + farthest);
  const lineStart = text.lastIndexOf('\n', cell.start) + 1;
  // The line begins with a bar, as GitHub and most writers have it.
  if (!/^[ \t]{0,16}\|/.test(text.slice(lineStart, cell.end))) return [];
  const lineEnd = endOfLine(text, cell.end, end);
  const below = text.slice(lineEnd + 1, endOfLine(text, lineEnd + 1, end));
  if (!separatorRow.test(below)) return cellsOf(text, cell.end - 1, lineEnd).slice(0, 1);
  const column = text.slice(lineStart, cell.start).split('|').length - 2;
  return valuesBelow(text, lineEnd + 1 + below.length + 1, end, column);
}

function valuesBelow(text: string, firstRow: number, end: number, column: number): readonly Span[] {
  const values: Span[] = [];
  for (let row = firstRow; row < end; ) {
    const rowEnd = endOfLine(text, row, end);
    const bar = text.indexOf('|', row);
    // A row that goes on behind what is read may be cut in the middle of its value.
    if (bar === -1 || bar >= rowEnd || (rowEnd === end && end < text.length)) break;
    const value = cellsOf(text, bar, rowEnd)[column];
    if (value && value.end > value.start) values.push(value);
    row = rowEnd + 1;
  }
  return values;
}

/** The texts of the cells behind the bar at `bar`, without what marks them as code or bold. */
function cellsOf(text: string, bar: number, lineEnd: number): readonly Span[] {
  const cells: Span[] = [];
  for (let start = bar + 1; start < lineEnd; ) {
    const close = text.indexOf('|', start);
    const end = close === -1 || close > lineEnd ? lineEnd : close;
    const [lead = ''] = /^[\s`*"']*/.exec(text.slice(start, end)) ?? [];
    const content = text.slice(start + lead.length, end).replace(/[\s`*"']+$/, '');
    cells.push({ start: start + lead.length, end: start + lead.length + content.length });
    start = end + 1;
  }
  return cells;
}

function endOfLine(text: string, at: number, end: number): number {
  const line = text.indexOf('\n', at);
  return line === -1 || line > end ? end : line;
}
