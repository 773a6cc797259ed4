// How to walk along the lines of a document: line by line, and in lines that are long part by part.

import { alphabetOf, endOfRun, startOfRun } from '../alphabet.ts';
import type { Place } from './line-change.ts';
import type { LineSource } from './line-source.ts';

/** A walk ends when either is used up. */
export interface Stretch {
  readonly lines: number;
  readonly characters: number;
  /** How far it goes along a long line: it ends there. */
  readonly inLine: number;
}

/** Minified code and data on one line are longer. Shorter lines are read whole: that is as fast as to read parts of them. */
export const longLine = 12_000;

/** No more of one run of characters is decoded at once. */
const longestRun = 65_536;

/** What keys and encoded texts are made of, without a gap. No part of a long line ends among them. */
const keyCharacters = alphabetOf(/[\w+/=.-]/);

export class Walk {
  readonly #lines: LineSource;
  readonly #mayCut: boolean;
  /** Whether a long line was met. */
  hasMetLong = false;

  /** `mayCut`: long lines need not be read whole. */
  constructor(lines: LineSource, mayCut: boolean) {
    this.#lines = lines;
    this.#mayCut = mayCut;
  }

  above({ line: from, column }: Place, { lines: most, characters, inLine }: Stretch): Place {
    if (column > inLine && this.#isCut(from)) return this.#startOfRun(from, column - inLine);
    let line = from;
    for (let passed = 0; line > 0 && from - line < most && passed < characters; ) {
      line--;
      const { length } = this.#lines.lineAt(line);
      if (this.#isCut(line, length)) return this.#startOfRun(line, length - inLine);
      passed += length + 1;
    }
    return { line, column: 0 };
  }

  below({ line: from, column }: Place, { lines: most, characters, inLine }: Stretch): Place {
    if (column !== Number.POSITIVE_INFINITY && this.#isCut(from)) {
      if (column + inLine < this.#lines.lineAt(from).length) return this.#endOfRun(from, column + inLine);
    }
    let line = from;
    const lastLine = this.#lines.lineCount - 1;
    for (let passed = 0; line < lastLine && line - from < most && passed < characters; ) {
      line++;
      const { length } = this.#lines.lineAt(line);
      if (this.#isCut(line, length)) return this.#endOfRun(line, inLine);
      passed += length + 1;
    }
    return { line, column: Number.POSITIVE_INFINITY };
  }

  /** The place, or where its line begins or ends when that is read whole. */
  startAt(place: Place): Place {
    return this.#isCut(place.line) ? place : { line: place.line, column: 0 };
  }

  endAt(place: Place): Place {
    return this.#isCut(place.line) ? place : { line: place.line, column: Number.POSITIVE_INFINITY };
  }

  /** What stands between two places. */
  textBetween(from: Place, to: Place, lineEnd: string): string {
    if (from.line === to.line) return this.#lines.lineAt(from.line).slice(from.column, to.column);
    let text = this.#lines.lineAt(from.line).slice(from.column) + lineEnd;
    for (let line = from.line + 1; line < to.line; line++) text += this.#lines.lineAt(line) + lineEnd;
    return text + this.#lines.lineAt(to.line).slice(0, to.column);
  }

  #isCut(line: number, length = this.#lines.lineAt(line).length): boolean {
    if (length <= longLine) return false;
    this.hasMetLong = true;
    return this.#mayCut;
  }

  #startOfRun(line: number, column: number): Place {
    return { line, column: startOfRun(this.#lines.lineAt(line), column, longestRun, keyCharacters) };
  }

  #endOfRun(line: number, column: number): Place {
    return { line, column: endOfRun(this.#lines.lineAt(line), column, longestRun, keyCharacters) };
  }
}
