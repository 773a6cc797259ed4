// Where the landmarks of a list stand in one text, as the scan met them.

/** Kept from text to text, and counted anew rather than emptied: scanning makes no garbage. */
export class MetPlaces {
  readonly #landmarks: readonly string[];
  readonly #indices: ReadonlyMap<string, number>;
  /** By landmark; of each, the first `#counts` are of this text. */
  readonly #places: readonly number[][];
  readonly #counts: number[];
  /** Indices of those that were met: most texts hold a few of them or none. */
  readonly #met: number[] = [];
  #metCount = 0;

  constructor(landmarks: readonly string[]) {
    this.#landmarks = landmarks;
    this.#indices = new Map(landmarks.map((landmark, index) => [landmark, index]));
    this.#places = landmarks.map(() => []);
    this.#counts = landmarks.map(() => 0);
  }

  /** Another text. */
  begin(): void {
    for (let index = 0; index < this.#metCount; index++) this.#counts[this.#met[index] ?? 0] = 0;
    this.#metCount = 0;
  }

  /** `landmark`: its index in the list. */
  meet(landmark: number, start: number): void {
    const places = this.#places[landmark];
    const count = this.#counts[landmark];
    if (places === undefined || count === undefined) return;
    if (count === 0) this.#met[this.#metCount++] = landmark;
    places[count] = start;
    this.#counts[landmark] = count + 1;
  }

  /** In order. `landmark`: its index in the list. */
  at(landmark: number): readonly number[] {
    const count = this.#counts[landmark] ?? 0;
    return count === 0 ? none : (this.#places[landmark] ?? none).slice(0, count);
  }

  /** In order. */
  of(landmark: string): readonly number[] {
    return this.at(this.#indices.get(landmark) ?? -1);
  }

  get isEmpty(): boolean {
    return this.#metCount === 0;
  }

  /** Those that were met. */
  landmarks(): readonly string[] {
    return this.#metCount === 0 ? noLandmarks : this.#met.slice(0, this.#metCount).map(index => this.#landmarks[index] ?? '');
  }
}

const none: readonly number[] = [];
const noLandmarks: readonly string[] = [];
