// Paints strings and comments of a text over, character for character, and leaves its code.

import type { Hole } from '../languages/language.ts';
import type { Span } from '../text.ts';
import type { Token } from './token.ts';

/** The tokens in order; those inside a hole follow the string they are in. */
export function paintCode(text: string, tokens: readonly Token[]): string {
  const painter = new Painter(text, tokens);
  painter.paintCode(0, text.length);
  return painter.painted.join('');
}

class Painter {
  readonly painted: string[] = [];
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  paintCode(start: number, end: number): void {
    let at = start;
    for (let token = this.#tokens[this.#next]; token !== undefined && token.span.start < end; token = this.#tokens[this.#next]) {
      this.painted.push(this.#text.slice(at, token.span.start));
      this.#next++;
      this.#paintToken(token);
      at = token.span.end;
    }
    this.painted.push(this.#text.slice(at, end));
  }

  #paintToken(token: Token): void {
    const { kind, span } = token;
    if (kind === 'string' || kind === 'regex') {
      this.painted.push('"');
      this.#paintAround(token, { start: span.start + 1, end: span.end - 1 }, '·');
      this.painted.push('"');
      return;
    }
    // The line end before a closing tag stays: it ends the statement.
    const keepsLineEnd = kind === 'heredoc' && span.end > span.start && this.#text.charAt(span.end - 1) === '\n';
    this.#paintAround(token, { start: span.start, end: keepsLineEnd ? span.end - 1 : span.end }, ' ');
    if (keepsLineEnd) this.painted.push('\n');
  }

  #paintAround({ holes, form }: Token, { start, end }: Span, paint: string): void {
    let at = start;
    for (const hole of holes) {
      this.painted.push(paint.repeat(hole.start - at));
      const marks = form?.holes?.find(({ open }) => this.#text.startsWith(open, hole.start));
      this.#reveal(hole, marks ?? { open: '(', close: ')' });
      at = hole.end;
    }
    this.painted.push(paint.repeat(end - at));
  }

  /** `${` and its like become one round bracket. */
  #reveal({ start, end }: Span, { open, close }: Hole): void {
    this.painted.push('('.padEnd(open.length));
    this.paintCode(start + open.length, end - close.length);
    this.painted.push(')'.padStart(close.length));
  }
}
