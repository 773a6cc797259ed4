// Marks that cover many lines: a block from one mark to another, or the whole file.

import { everyRule } from '../settings/severity.ts';
import { firstEndingAfter } from '../span-search.ts';
import type { Mark } from './suppress-dialects.ts';

/** Lines `start` to before `end`. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly ruleIds: ReadonlySet<string>;
}

export interface LineMark extends Mark {
  readonly line: number;
}

export type CoversLine = (line: number, ruleId: string) => boolean;

/** `marks` by line. A block without an end goes to the end of the text. */
export function readBlocks(marks: readonly LineMark[]): CoversLine {
  const wholeFile = new Set<string>();
  const families = new Map<string, Family>();
  for (const { family, reach, line, ruleIds } of marks) {
    const known = families.get(family) ?? new Family();
    families.set(family, known);
    if (reach === 'file') for (const ruleId of ruleIds) wholeFile.add(ruleId);
    else if (reach === 'start') known.open(line, ruleIds);
    else if (reach === 'end') known.close(line + 1);
  }
  const blocks = [...families.values()].map(family => family.done());
  return (line, ruleId) => names(wholeFile, ruleId) || blocks.some(list => isInside(list, line, ruleId));
}

/** The blocks of one tool's marks: one after the other, never one inside another. */
class Family {
  readonly #blocks: Block[] = [];
  #open: { readonly line: number; readonly ruleIds: ReadonlySet<string> } | undefined;

  /** Inside an open block the new rules join those that are covered already. */
  open(line: number, ruleIds: readonly string[]): void {
    const before = this.#open?.ruleIds ?? [];
    this.close(line);
    this.#open = { line, ruleIds: new Set([...before, ...ruleIds]) };
  }

  close(end: number): void {
    if (this.#open && end > this.#open.line) this.#blocks.push({ start: this.#open.line, end, ruleIds: this.#open.ruleIds });
    this.#open = undefined;
  }

  done(): readonly Block[] {
    this.close(Number.POSITIVE_INFINITY);
    return this.#blocks;
  }
}

function isInside(blocks: readonly Block[], line: number, ruleId: string): boolean {
  const block = blocks[firstEndingAfter(blocks, line)];
  return block !== undefined && block.start <= line && names(block.ruleIds, ruleId);
}

/** Whether a mark that names these rules covers this one. */
export function names(ruleIds: ReadonlySet<string>, ruleId: string): boolean {
  return ruleIds.has(everyRule) || ruleIds.has(ruleId);
}
