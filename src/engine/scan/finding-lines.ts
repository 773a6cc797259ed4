// The findings of one document by line, while lines come and go above them.

import { compareFindings, type DocumentFinding, findingAt, movedBy, type ScanChange } from './document-finding.ts';
import type { LinePlace } from './file-report.ts';
import { type LineChange, type Place, placeAfter, placeBefore } from './line-change.ts';

/** From `first` to ahead of `last`, places of the document as it is now. */
export interface Region {
  readonly first: Place;
  readonly last: Place;
}

/**
 * A change replaces the findings of a region around it. Those on lines further down move when somebody asks for them: a press of Enter
 * costs the same however many there are.
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

  /** The region has the whole change in it. */
  replace({ first, last }: Region, change: LineChange, found: readonly DocumentFinding[]): ScanChange {
    const from = this.firstAt(first);
    const to = this.firstAt(placeBefore(change, last));
    const delta = change.newEndLine - change.oldEndLine;
    const besides = this.#besides(to, change);
    const areMoved = (delta !== 0 && to < this.#list.length) || besides.length > 0;
    if (from === to && found.length === 0 && !areMoved) return 'unchanged';
    this.#moveFrom(to);
    const changed = compareFindings(this.#list.slice(from, to), found);
    if (changed === 'unchanged' && !areMoved) return changed;
    this.#list = [...this.#list.slice(0, from), ...found, ...besides, ...this.#list.slice(to + besides.length)];
    this.#moved = from + found.length + besides.length;
    this.#shift += delta;
    return changed === 'unchanged' && areMoved ? 'shifted' : changed;
  }

  /** Those from an index on that are on the change's last line, behind it: they move along that line. */
  #besides(index: number, change: LineChange): readonly DocumentFinding[] {
    const besides: DocumentFinding[] = [];
    for (let at = index; ; at++) {
      const finding = this.#list[at];
      const span = this.spanOf(at);
      if (!finding || span?.start.line !== change.oldEndLine) return besides;
      besides.push(findingAt(linesOf(placeAfter(change, span.start), placeAfter(change, span.end)), finding));
    }
  }

  /** Index of the first finding that begins at the place or behind it. */
  firstAt(place: Place): number {
    let low = 0;
    let high = this.#list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#beginsBefore(middle, place)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #beginsBefore(index: number, place: Place): boolean {
    const { line = 0, column = 0 } = this.#list[index] ?? {};
    const lineNow = index < this.#moved ? line : line + this.#shift;
    return lineNow < place.line || (lineNow === place.line && column < place.column);
  }

  /** Where the finding at an index begins and ends. */
  spanOf(index: number): { readonly start: Place; readonly end: Place } | undefined {
    const finding = this.#list[index];
    if (!finding) return undefined;
    const by = index < this.#moved ? 0 : this.#shift;
    return {
      start: { line: finding.line + by, column: finding.column },
      end: { line: finding.endLine + by, column: finding.endColumn },
    };
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

function linesOf(start: Place, end: Place): LinePlace {
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
