// Where keywords stand in a text: a growing list of numbers that is kept from scan to scan, so that scanning makes no garbage.

export class HitList {
  #numbers = new Int32Array(1 << 10);
  #length = 0;

  get length(): number {
    return this.#length >> 1;
  }

  /** Where the keyword of the hit begins. */
  start(index: number): number {
    return this.#numbers[index * 2] ?? 0;
  }

  /** Which keyword it is: its index in the prefilter's list. */
  keyword(index: number): number {
    return this.#numbers[index * 2 + 1] ?? 0;
  }

  push(start: number, keyword: number): void {
    if (this.#length === this.#numbers.length) this.#grow();
    this.#numbers[this.#length++] = start;
    this.#numbers[this.#length++] = keyword;
  }

  clear(): void {
    this.#length = 0;
    // One huge file must not hold its room for the rest of the session.
    if (this.#numbers.length > 1 << 20) this.#numbers = new Int32Array(1 << 10);
  }

  /** By start, then by keyword. Hits come out of order by less than a keyword's length, so insertion is the fast way. */
  sort(): void {
    const numbers = this.#numbers;
    for (let index = 2; index < this.#length; index += 2) {
      const start = numbers[index] ?? 0;
      const keyword = numbers[index + 1] ?? 0;
      let slot = index;
      while (slot > 0 && comesAfter(numbers[slot - 2] ?? 0, numbers[slot - 1] ?? 0, start, keyword)) {
        numbers[slot] = numbers[slot - 2] ?? 0;
        numbers[slot + 1] = numbers[slot - 1] ?? 0;
        slot -= 2;
      }
      numbers[slot] = start;
      numbers[slot + 1] = keyword;
    }
  }

  #grow(): void {
    const larger = new Int32Array(this.#numbers.length * 2);
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}

function comesAfter(start: number, keyword: number, otherStart: number, otherKeyword: number): boolean {
  return start > otherStart || (start === otherStart && keyword > otherKeyword);
}
