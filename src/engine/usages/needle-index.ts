// Where needles stand in a text, by way of the landmarks they hold: the scan has met those, and around each a look at one character
// tells which needles may stand there.

import { type LandmarksMet, landmarks } from './landmarks.ts';

/** In order, by needle. A needle that stands nowhere is not among them. */
export type NeedlePlaces = ReadonlyMap<string, readonly number[]>;

interface Anchored {
  readonly needle: string;
  /** Where in the needle its landmark stands. */
  readonly offset: number;
}

interface Group {
  readonly landmark: number;
  readonly length: number;
  /** By the character that follows the landmark, for those of ASCII: needles that end with the landmark are in each. */
  readonly byNext: readonly (readonly Anchored[])[];
  /** Needles that end with the landmark. */
  readonly whatever: readonly Anchored[];
}

const asciiCount = 128;

export class NeedleIndex {
  readonly #needles: readonly string[];
  readonly #groups: readonly Group[];
  /** Needles without a landmark. */
  readonly #searched: readonly string[];

  constructor(needles: readonly string[]) {
    this.#needles = [...new Set(needles)];
    this.#searched = this.#needles.filter(needle => landmarkOf(needle) === -1);
    const met = new Set(this.#needles.map(landmarkOf));
    this.#groups = [...met].flatMap(landmark =>
      landmark === -1
        ? []
        : [
            groupOf(
              landmark,
              this.#needles.filter(needle => landmarkOf(needle) === landmark),
            ),
          ],
    );
  }

  find(text: string, met: LandmarksMet): NeedlePlaces {
    const found = new Map<string, number[]>();
    for (const group of this.#groups) {
      const places = met.of(group.landmark);
      if (places === undefined) return search(this.#needles, text, found);
      if (places.length > 0) look(group, places, text, found);
    }
    return search(this.#searched, text, found);
  }
}

function landmarkOf(needle: string): number {
  const lower = needle.toLowerCase();
  return landmarks.findIndex(landmark => lower.includes(landmark));
}

function groupOf(landmark: number, needles: readonly string[]): Group {
  const written = landmarks[landmark] ?? '';
  const anchored = needles.map(needle => ({ needle, offset: needle.toLowerCase().indexOf(written) }));
  const nextOf = ({ needle, offset }: Anchored): number => needle.charCodeAt(offset + written.length);
  const whatever = anchored.filter(each => Number.isNaN(nextOf(each)));
  const byNext = Array.from({ length: asciiCount }, (_, code) => {
    const here = anchored.filter(each => Number.isNaN(nextOf(each)) || nextOf(each) === code);
    return here.length === whatever.length ? whatever : here;
  });
  return { landmark, length: written.length, byNext, whatever };
}

function look({ length, byNext, whatever }: Group, places: readonly number[], text: string, found: Map<string, number[]>): void {
  for (const place of places) {
    const next = place + length < text.length ? text.charCodeAt(place + length) : asciiCount;
    for (const { needle, offset } of next < asciiCount ? (byNext[next] ?? whatever) : whatever)
      if (place >= offset && text.startsWith(needle, place - offset)) add(found, needle, place - offset);
  }
}

function search(needles: readonly string[], text: string, found: Map<string, number[]>): NeedlePlaces {
  for (const needle of needles)
    for (let start = text.indexOf(needle); start !== -1; start = text.indexOf(needle, start + 1)) add(found, needle, start);
  return found;
}

function add(found: Map<string, number[]>, needle: string, start: number): void {
  const places = found.get(needle);
  if (places) places.push(start);
  else found.set(needle, [start]);
}
