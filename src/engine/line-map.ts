// Offsets to lines and columns, as editors count them: a line ends with \n, \r\n or a lone \r.

import { rememberLast } from './remember.ts';
import type { Span } from './text.ts';

export interface Position {
  /** Zero-based. */
  readonly line: number;
  /** Zero-based, in UTF-16 units. */
  readonly column: number;
}

export class LineMap {
  readonly #text: string;
  #starts: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  positionAt(offset: number): Position {
    const starts = this.#lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: offset - (starts[low] ?? 0) };
  }

  /** Of a zero-based line, its line end included; empty where there is no such line. */
  spanOf(line: number): Span {
    const starts = this.#lineStarts();
    const start = starts[line];
    return start === undefined ? { start: 0, end: 0 } : { start, end: starts[line + 1] ?? this.#text.length };
  }

  /** Made when first asked for: most texts have nothing to locate. */
  #lineStarts(): readonly number[] {
    this.#starts ??= readLineStarts(this.#text);
    return this.#starts;
  }
}

/** Several ask where things stand in one text. */
export const lineMapOf = rememberLast(text => new LineMap(text));

function readLineStarts(text: string): readonly number[] {
  const starts = [0];
  const hasLoneReturns = text.includes('\r');
  if (!hasLoneReturns) {
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
    return starts;
  }
  for (const lineEnd of text.matchAll(/\r\n|\n|\r/g)) starts.push(lineEnd.index + lineEnd[0].length);
  return starts;
}
