// Which brackets are open where: read once, so that asking about a place costs no walk through the text.

import { isClosing, isOpening } from './code-marks.ts';

export interface BracketMap {
  /** Offsets of all brackets, in order. */
  readonly offsets: readonly number[];
  /** For each bracket: the index of the innermost one that is open behind it; -1 where none is. */
  readonly innermost: readonly number[];
}

export function mapBrackets(code: string): BracketMap {
  const offsets: number[] = [];
  const innermost: number[] = [];
  const open: number[] = [];
  for (let at = 0; at < code.length; at++) {
    const character = code.charCodeAt(at);
    if (isOpening(character)) open.push(offsets.length);
    else if (isClosing(character)) open.pop();
    else continue;
    offsets.push(at);
    innermost.push(open.at(-1) ?? -1);
  }
  return { offsets, innermost };
}

/** Offsets of the brackets open at an offset, the innermost first. */
export function openBrackets({ offsets, innermost }: BracketMap, offset: number): readonly number[] {
  const open: number[] = [];
  let index = innermost[countBelow(offsets, offset) - 1] ?? -1;
  while (index !== -1) {
    open.push(offsets[index] ?? 0);
    index = innermost[index - 1] ?? -1;
  }
  return open;
}

/** How many of the sorted numbers are less than a limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
