// The findings of one document by line, while lines come and go above them.

import { compareFindings, type DocumentFinding, movedBy, type ScanChange } from './document-finding.ts';

/** Lines `first` to `last` of the document as it is now, of which it had `delta` fewer before. */
export interface ChangedLines {
  readonly first: number;
  readonly last: number;
  readonly delta: number;
}

/**
 * A change replaces the findings of its lines. Those further down move when somebody asks for them: a press of Enter costs the
 * same however many there are.
 */
export class FindingLines {
  /** By start, not overlapping. From `#moved` on they stand `#shift` lines further down than they say. */
  #list: readonly DocumentFinding[] = [];
  #moved = 0;
  #shift = 0;

  get all(): readonly DocumentFinding[] {
    this.#moveFrom(this.#list.length);
    this.#shift = 0;
    return this.#list;
  }

  set(findings: readonly DocumentFinding[]): ScanChange {
    const before = this.all;
    this.#list = findings;
    return compareFindings(before, findings);
  }

  replace({ first, last, delta }: ChangedLines, found: readonly DocumentFinding[]): ScanChange {
    const from = this.firstAt(first);
    const to = this.firstAt(last - delta + 1);
    const areBelowMoved = delta !== 0 && to < this.#list.length;
    if (from === to && found.length === 0 && !areBelowMoved) return 'unchanged';
    this.#moveFrom(to);
    const change = compareFindings(this.#list.slice(from, to), found);
    this.#list = [...this.#list.slice(0, from), ...found, ...this.#list.slice(to)];
    this.#moved = from + found.length;
    this.#shift += delta;
    return change === 'unchanged' && areBelowMoved ? 'shifted' : change;
  }

  /** Index of the first finding that begins on `line` or below. */
  firstAt(line: number): number {
    let low = 0;
    let high = this.#list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#startOf(middle) < line) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The lines of the finding at an index. */
  linesOf(index: number): { readonly first: number; readonly last: number } | undefined {
    const finding = this.#list[index];
    if (!finding) return undefined;
    const by = index < this.#moved ? 0 : this.#shift;
    return { first: finding.line + by, last: finding.endLine + by };
  }

  #startOf(index: number): number {
    return this.linesOf(index)?.first ?? 0;
  }

  /** Puts it right for the findings between, so that those from `index` on are the ones that stand further down than they say. */
  #moveFrom(index: number): void {
    const start = Math.min(index, this.#moved);
    const end = Math.max(index, this.#moved);
    const by = index > this.#moved ? this.#shift : -this.#shift;
    this.#moved = index;
    if (by === 0 || start === end) return;
    this.#list = this.#list.map((finding, at) => (at >= start && at < end ? movedBy(finding, by) : finding));
  }
}
