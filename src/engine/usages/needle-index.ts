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
  /** By the character that follows the landmark, for those of ASCII: needles that end with the landmark are in each that is there. */
  readonly byNext: readonly (readonly Anchored[] | undefined)[];
  /** Needles that end with the landmark. */
  readonly whatever: readonly Anchored[];
}

const asciiCount = 128;

/** Worked out when first asked: a scan of one file needs one or two of them. */
export class NeedleIndex {
  readonly #needles: readonly string[];
  #made: { readonly groups: readonly Group[]; readonly searched: readonly string[] } | undefined;

  constructor(needles: readonly string[]) {
    this.#needles = needles;
  }

  find(text: string, met: LandmarksMet): NeedlePlaces {
    if (!met.isComplete) return search(new Set(this.#needles), text, new Map());
    this.#made ??= groupsOf(this.#needles);
    const { groups, searched } = this.#made;
    if (searched.length === 0 && met.isNoneThere) return nowhere;
    const found = new Map<string, number[]>();
    for (const group of groups) {
      const places = met.of(group.landmark);
      if (places.length > 0) look(group, places, text, found);
    }
    return search(searched, text, found);
  }
}

const nowhere: NeedlePlaces = new Map();

function groupsOf(needles: readonly string[]) {
  const anchored = new Map<number, Anchored[]>();
  const searched: string[] = [];
  for (const needle of new Set(needles)) {
    const lower = needle.toLowerCase();
    const landmark = landmarks.findIndex(each => lower.includes(each));
    const members = anchored.get(landmark) ?? [];
    if (landmark === -1) searched.push(needle);
    else anchored.set(landmark, [...members, { needle, offset: lower.indexOf(landmarks[landmark] ?? '') }]);
  }
  return { groups: [...anchored].map(([landmark, members]) => groupOf(landmark, members)), searched };
}

function groupOf(landmark: number, members: readonly Anchored[]): Group {
  const length = landmarks[landmark]?.length ?? 0;
  const whatever = members.filter(({ needle, offset }) => needle.length === offset + length);
  const byNext: (readonly Anchored[] | undefined)[] = Array.from({ length: asciiCount });
  for (const each of members) {
    const next = each.needle.charCodeAt(each.offset + length);
    if (next < asciiCount) byNext[next] = [...(byNext[next] ?? whatever), each];
  }
  return { landmark, length, byNext, whatever };
}

function look({ length, byNext, whatever }: Group, places: readonly number[], text: string, found: Map<string, number[]>): void {
  for (const place of places) {
    const next = place + length < text.length ? text.charCodeAt(place + length) : asciiCount;
    const here = next < asciiCount ? (byNext[next] ?? whatever) : whatever;
    for (const { needle, offset } of here)
      if (place >= offset && text.startsWith(needle, place - offset)) add(found, needle, place - offset);
  }
}

function search(needles: Iterable<string>, text: string, found: Map<string, number[]>): NeedlePlaces {
  for (const needle of needles)
    for (let start = text.indexOf(needle); start !== -1; start = text.indexOf(needle, start + 1)) add(found, needle, start);
  return found;
}

function add(found: Map<string, number[]>, needle: string, start: number): void {
  const places = found.get(needle);
  if (places) places.push(start);
  else found.set(needle, [start]);
}
