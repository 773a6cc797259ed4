// The comments of one document that ignore whole blocks, or all of it, while it is edited.

import type { LineChange } from './line-change.ts';
import { type CoversLine, type LineMark, readBlocks } from './suppress-blocks.ts';
import type { Mark } from './suppress-dialects.ts';

export class FarMarks {
  /** By line. */
  #marks: readonly LineMark[] = [];
  #blocks: CoversLine | undefined;

  readonly covers: CoversLine = (line, ruleId) => {
    this.#blocks ??= readBlocks(this.#marks);
    return this.#blocks(line, ruleId);
  };

  set(marks: readonly LineMark[]): void {
    this.#marks = marks;
    this.#blocks = undefined;
  }

  /**
   * Whether the changed lines have the marks they had, one after the other: then these cover below and above what they covered. Otherwise
   * anything anywhere may be covered, or not any more.
   */
  follow({ startLine, oldEndLine, newEndLine }: LineChange, marksOn: (line: number) => readonly Mark[]): boolean {
    const found: LineMark[] = [];
    for (let line = startLine; line <= newEndLine; line++) for (const mark of marksOn(line)) found.push({ ...mark, line });
    if (this.#marks.length === 0) return found.length === 0;
    const changed = this.#marks.filter(({ line }) => line >= startLine && line <= oldEndLine);
    if (!areSame(changed, found)) return false;
    const delta = newEndLine - oldEndLine;
    if (delta === 0 && found.length === 0) return true;
    const above = this.#marks.filter(({ line }) => line < startLine);
    const below = this.#marks.filter(({ line }) => line > oldEndLine).map(mark => ({ ...mark, line: mark.line + delta }));
    this.set([...above, ...found, ...below]);
    return true;
  }
}

function areSame(before: readonly Mark[], after: readonly Mark[]): boolean {
  return before.length === after.length && before.every((mark, index) => saysTheSame(mark, after[index]));
}

function saysTheSame(one: Mark, other: Mark | undefined): boolean {
  return one.family === other?.family && one.reach === other.reach && one.ruleIds.join() === other.ruleIds.join();
}
