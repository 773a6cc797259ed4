// How long the shortest text is that a rule's pattern matches, so that a cheap look can pass by what is too short for a key.

/** In a row, without white space, quotes or backslashes: 0 for a pattern that allows them. Never too much. */
export function shortestMatch(pattern: RegExp): number {
  const reader = new ShapeReader(pattern.source);
  const length = reader.alternatives();
  return reader.allowsBreaks ? 0 : length;
}

/** An atom that may stand for white space, quotes or backslashes. */
const mayBreakRun = /^(?:\.|\[\^|\\[sSWDbBk\\"'`]|["'`\s])|^\[.*(?:\\[sSWD\\]|["'`\s])/;

/** One branch of an alternation after the other, atom by atom. */
class ShapeReader {
  readonly #source: string;
  #at = 0;
  allowsBreaks = false;

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
      if (mayBreakRun.test(atom)) this.allowsBreaks = true;
      return /^[$^]$/.test(atom) ? 0 : 1;
    }
    const inside = this.alternatives();
    this.#at++; // past the closing bracket
    return /[=!]$/.test(opening) ? 0 : inside;
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
