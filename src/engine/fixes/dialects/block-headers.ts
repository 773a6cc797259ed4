// The lines that code is nested under, told by how far they are indented, for languages whose blocks end with a word.

import type { CodeView } from '../code-view.ts';

/** The code of the nearest line before an offset that is indented less, of the nearest one before that, and so on. */
export function headersAround({ code }: Pick<CodeView, 'code'>, offset: number): readonly string[] {
  const lines = code.slice(0, offset).split('\n');
  let indent = indentOf(lines.pop() ?? '');
  const headers: string[] = [];
  for (const line of lines.reverse()) {
    if (indent === 0) break;
    const isHeader = line.trim() !== '' && indentOf(line) < indent;
    if (!isHeader) continue;
    headers.push(line.trim());
    indent = indentOf(line);
  }
  return headers;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
