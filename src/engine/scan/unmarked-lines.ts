// Long lines that hold no comment that ignores findings, while a document is edited: to look through one for such comments costs as much
// as to scan it. What a long line says far from a change matters only where it may hold such a comment.

import type { LineChange } from './line-change.ts';
import { mayHoldMarks } from './suppress-dialects.ts';

/** So many lines are known at most. */
const most = 50;

/** No mark is as long. */
const longestMark = 100;

export class UnmarkedLines {
  #known = new Set<number>();

  has(line: number): boolean {
    return this.#known.has(line);
  }

  /** Looks through the line, and remembers the answer where it holds none. */
  isUnmarked(line: number, text: string): boolean {
    if (this.#known.has(line)) return true;
    if (mayHoldMarks(text)) return false;
    if (this.#known.size >= most) this.#known.clear();
    this.#known.add(line);
    return true;
  }

  /** Whether all changed lines were known to hold none, and hold none now. */
  follow({ startLine, oldEndLine, newEndLine, columns }: LineChange, lineAt: (line: number) => string): boolean {
    if (this.#known.size === 0) return false;
    let wereUnmarked = columns !== undefined;
    for (let line = startLine; line <= oldEndLine; line++) wereUnmarked &&= this.#known.has(line);
    this.#move(startLine, oldEndLine, newEndLine - oldEndLine);
    if (!wereUnmarked || !columns) return false;
    for (let line = startLine; line <= newEndLine; line++) {
      const start = line === startLine ? Math.max(0, columns.start - longestMark) : 0;
      const end = line === newEndLine ? columns.newEnd + longestMark : undefined;
      if (mayHoldMarks(lineAt(line).slice(start, end))) return false;
      this.#known.add(line);
    }
    return true;
  }

  #move(startLine: number, oldEndLine: number, delta: number): void {
    const moved = new Set<number>();
    for (const line of this.#known) {
      if (line < startLine) moved.add(line);
      else if (line > oldEndLine) moved.add(line + delta);
    }
    this.#known = moved;
  }
}
