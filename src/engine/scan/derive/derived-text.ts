// Text that a program makes of the one before us: decoded, unescaped, joined. It knows where each part of it came from, so that a
// secret found in it is told at the place it has in the source.

import { firstEndingAfter } from '../../span-search.ts';
import type { Span } from '../../text.ts';

/** A part and where it came from. `exact`: character by character; otherwise the whole of the origin stands for any of it. */
interface Part extends Span {
  readonly origin: Span;
  readonly exact: boolean;
  readonly entry: Entry;
}

interface Entry {
  /** How it was written, in plain words. */
  readonly fact: string;
  /** A secret counts only where it spans parts: the scan of the source has seen the rest. */
  readonly mustSpanParts: boolean;
}

export interface DerivedPart {
  readonly text: string;
  readonly origin: Span;
  readonly exact: boolean;
}

export interface Origin {
  readonly span: Span;
  readonly fact: string;
}

/** Entries one below the other, so that one scan reads them all. */
export class DerivedText {
  readonly #parts: Part[] = [];
  readonly #pieces: string[] = [];
  #length = 0;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** Joined at once: of a string that grows V8 keeps a tree, and whatever has met one is slower from then on. */
  get text(): string {
    return this.#pieces.join('');
  }

  /** `before` and `after` give the value its name and quotes; nothing in them is reported. */
  add(entry: Entry, before: string, parts: readonly DerivedPart[], after: string): void {
    this.#push(before);
    for (const { text, origin, exact } of parts) {
      this.#parts.push({ start: this.#length, end: this.#length + text.length, origin, exact, entry });
      this.#push(text);
    }
    this.#push(`${after}\n`);
  }

  #push(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
  }

  /** Where the source has what stands at `span`, `undefined` where that is no matter of a derived text. */
  originOf(span: Span): Origin | undefined {
    const first = this.#parts[firstEndingAfter(this.#parts, span.start)];
    const last = this.#parts[firstEndingAfter(this.#parts, span.end - 1)];
    if (!first || !last || first.start > span.start || last.start >= span.end || first.entry !== last.entry) return undefined;
    if (first.entry.mustSpanParts && first === last) return undefined;
    const start = first.exact ? first.origin.start + span.start - first.start : first.origin.start;
    const end = last.exact ? last.origin.start + span.end - last.start : last.origin.end;
    return { span: { start, end }, fact: first.entry.fact };
  }
}
