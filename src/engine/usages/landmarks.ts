// Texts of which every lookup and every reference to a manager holds one. The scan meets them on its way, together with the keywords
// of the rules, so that a text need not be searched again for each way to write a lookup.

/** Lower-case ASCII, three characters or more, met in any case. */
export const landmarks: readonly string[] = [
  ...['env', 'secret', 'op://', 'vault:', 'keyvault', '_server', '@value'],
  // Of six characters and more: shorter ones cost the scan more than the patterns behind them.
  ...['resolve:ssm', ':parameter/', 'aws_ssm_parameter', 'decryption', 'kv get', '.kvv2('],
];

/** Where the landmarks stand in one text. Kept from text to text, so that scanning makes no garbage. */
export class LandmarksMet {
  /** By landmark, in order. */
  readonly #places: readonly number[][] = landmarks.map(() => []);
  #isComplete = false;

  /** Another text: nothing is known of it, unless a scan begins. */
  forget(): void {
    this.#isComplete = false;
  }

  /** A scan looks for them from here on. */
  begin(): void {
    // Most are empty, and to set a length is dear.
    for (const places of this.#places) if (places.length > 0) places.length = 0;
    this.#isComplete = true;
  }

  /** `landmark`: its index in the list. */
  meet(landmark: number, start: number): void {
    this.#places[landmark]?.push(start);
  }

  /** Whether a text that holds one of the needles may be this one: their landmarks have been met, or nothing has been looked for. */
  mayHave(needles: readonly string[]): boolean {
    return !this.#isComplete || needles.some(needle => this.#places[anchorOf(needle).landmark]?.length !== 0);
  }

  /** Whether the needle stands anywhere in the text. */
  has(needle: string, text: string): boolean {
    const { landmark, offset } = anchorOf(needle);
    const places = this.#isComplete ? this.#places[landmark] : undefined;
    return places?.some(place => place >= offset && text.startsWith(needle, place - offset)) ?? text.includes(needle);
  }

  /** Adds every place of the needle, in order: from its landmark's places where it has one and a scan has been, else by a search. */
  addPlaces(needle: string, text: string, to: number[]): void {
    const { landmark, offset } = anchorOf(needle);
    const places = this.#isComplete ? this.#places[landmark] : undefined;
    if (!places) {
      for (let start = text.indexOf(needle); start !== -1; start = text.indexOf(needle, start + 1)) to.push(start);
      return;
    }
    for (const place of places) if (place >= offset && text.startsWith(needle, place - offset)) to.push(place - offset);
  }
}

interface Anchor {
  /** The index of the landmark that the needle holds, or -1: such a needle is searched for. */
  readonly landmark: number;
  /** Where in the needle it stands. */
  readonly offset: number;
}

function anchorOf(needle: string): Anchor {
  const known = anchors.get(needle);
  if (known !== undefined) return known;
  const lower = needle.toLowerCase();
  const landmark = landmarks.findIndex(each => lower.includes(each));
  const anchor = { landmark, offset: lower.indexOf(landmarks[landmark] ?? '') };
  anchors.set(needle, anchor);
  return anchor;
}

/** There are a few dozen needles. */
const anchors = new Map<string, Anchor>();
