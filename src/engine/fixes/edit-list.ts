// Edits in the order of their places, none in another's way.

import { overlaps, type Span } from '../text.ts';
import type { TextEdit } from './plan.ts';

export class EditList {
  /** By start, insertions before replacements. */
  readonly #edits: TextEdit[] = [];

  get edits(): readonly TextEdit[] {
    return this.#edits;
  }

  /** Adds all of them but those that are there already; `false`, and none of them, when one is in the way of another edit. */
  add(edits: readonly TextEdit[]): boolean {
    const fresh = edits.filter(edit => !this.#near(edit).some(known => isSame(known, edit)));
    if (fresh.some(edit => this.#near(edit).some(known => collide(known.span, edit.span)))) return false;
    for (const edit of fresh) this.#edits.splice(this.#indexOf(edit.span), 0, edit);
    return true;
  }

  /** The only ones that could touch an edit: as the list is sorted and free of overlaps, its neighbours. */
  #near({ span }: TextEdit): readonly TextEdit[] {
    const index = this.#indexOf(span);
    return this.#edits.slice(Math.max(0, index - 2), index + 3);
  }

  /** Where a span belongs. */
  #indexOf(span: Span): number {
    let [low, high] = [0, this.#edits.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const known = this.#edits[middle]?.span;
      if (known !== undefined && compare(known, span) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function compare(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return compare(a.span, b.span) === 0 && a.newText === b.newText;
}

/** Two insertions at one spot collide, too: their order would be chance. */
function collide(a: Span, b: Span): boolean {
  return overlaps(a, b) || compare(a, b) === 0;
}

/** Those of the edits that are not among others to the same text. */
export function editsLeft(edits: readonly TextEdit[], others: readonly TextEdit[]): readonly TextEdit[] {
  return edits.filter(edit => !others.some(other => isSame(other, edit)));
}
