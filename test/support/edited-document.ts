// A document that is edited as in an editor: by ranges, telling each time which lines changed.

import { coveringChange, type LineChange } from '../../src/engine/scan/line-change.ts';
import type { LineSource } from '../../src/engine/scan/line-source.ts';

export interface Place {
  readonly line: number;
  readonly character: number;
}

export class EditedDocument implements LineSource {
  readonly #lineEnd: string;
  #lines: string[];
  /** How often the whole text was asked for. */
  texts = 0;

  constructor(text: string, lineEnd = '\n') {
    this.#lines = text.split(/\r?\n/);
    this.#lineEnd = lineEnd;
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  lineAt(line: number): string {
    const found = this.#lines[line];
    if (found === undefined) throw new RangeError(`There is no line ${line}.`);
    return found;
  }

  text(): string {
    this.texts++;
    return this.#lines.join(this.#lineEnd);
  }

  replace(start: Place, end: Place, text: string): LineChange {
    const inserted = text.split('\n');
    const tail = this.lineAt(end.line).slice(end.character);
    inserted[0] = this.lineAt(start.line).slice(0, start.character) + inserted[0];
    inserted[inserted.length - 1] += tail;
    this.#lines.splice(start.line, end.line - start.line + 1, ...inserted);
    const change = coveringChange([{ range: { start, end }, text }]);
    if (!change) throw new Error('One change covers itself.');
    return change;
  }

  insert(at: Place, text: string): LineChange {
    return this.replace(at, at, text);
  }
}
