// What a glance can tell of a rule's pattern: how long its shortest match is, and which characters its matches are made of, so that
// a cheap look can pass by what is too short for a key, or is broken by what no key has in it.

import { type Alphabet, alphabetOfSource, wide } from '../alphabet.ts';

export interface Shape {
  /** Never too much. */
  readonly shortest: number;
  /** Never too few. */
  readonly alphabet: Alphabet;
}

/** Of patterns without flags that change what a character stands for. */
export function shapeOf(pattern: RegExp): Shape {
  const reader = new ShapeReader(pattern.source);
  return { shortest: reader.alternatives(), alphabet: reader.alphabet };
}

/** One branch of an alternation after the other, atom by atom. */
class ShapeReader {
  readonly alphabet: Alphabet = new Uint8Array(wide + 1);
  readonly #added = new Set<string>();
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  alternatives(): number {
    let least = this.#sequence();
    while (this.#takes(/\|/y) !== '') least = Math.min(least, this.#sequence());
    return least;
  }

  #sequence(): number {
    let length = 0;
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at))) {
      const atom = this.#atom();
      length += atom * this.#times();
    }
    return length;
  }

  #atom(): number {
    const opening = this.#takes(/\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y);
    if (opening === '') {
      const atom = this.#takes(/\[(?:\\.|[^\]\\])*\]|\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|k<\w+>|.)|./sy);
      // A match again, of characters that are known: it may be empty. The others match a place.
      if (/^(?:\\k<|\\[1-9bB]$|[$^]$)/.test(atom)) return 0;
      this.#add(atom);
      return 1;
    }
    const inside = this.alternatives();
    this.#at++; // past the closing bracket
    return /[=!]$/.test(opening) ? 0 : inside;
  }

  #add(atom: string): void {
    if (this.#added.has(atom)) return;
    this.#added.add(atom);
    const alphabet = alphabetOfSource(atom);
    for (let code = 0; code <= wide; code++) if (alphabet[code] === 1) this.alphabet[code] = 1;
  }

  /** How often the atom must stand at least. */
  #times(): number {
    const quantifier = this.#takes(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
    if (quantifier === '' || quantifier.startsWith('+')) return 1;
    return quantifier.startsWith('{') ? Number.parseInt(quantifier.slice(1), 10) : 0;
  }

  #takes(part: RegExp): string {
    part.lastIndex = this.#at;
    const taken = part.exec(this.#source)?.[0] ?? '';
    this.#at += taken.length;
    return taken;
  }
}
