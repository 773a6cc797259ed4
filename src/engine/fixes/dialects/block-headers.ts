// The lines that code is nested under, told by how far they are indented, for languages whose blocks end with a word.

import type { CodeView } from '../code-view.ts';

/** The code of the nearest line before an offset that is indented less, of the nearest one before that, and so on. */
export function headersAround({ code }: Pick<CodeView, 'code'>, offset: number): readonly string[] {
  const headers: string[] = [];
  let start = code.lastIndexOf('\n', offset - 1) + 1;
  let indent = indentOf(code.slice(start, offset));
  while (indent > 0 && start > 0) {
    const end = start - 1;
    // A search from before the start would find a line end that is the first character, for ever.
    start = end === 0 ? 0 : code.lastIndexOf('\n', end - 1) + 1;
    const line = code.slice(start, end);
    if (line.trim() === '' || indentOf(line) >= indent) continue;
    headers.push(line.trim());
    indent = indentOf(line);
  }
  return headers;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
