// Where the landmarks of checks stand in one text, as the scan met them.

export class MetPlaces {
  readonly #landmarks: readonly string[];
  readonly #places = new Map<string, number[]>();
  readonly #byIndex: readonly number[][];
  /** Indices of those that were met: most texts hold a few of them or none. */
  readonly #met: number[] = [];

  constructor(landmarks: readonly string[]) {
    this.#landmarks = landmarks;
    this.#byIndex = landmarks.map(landmark => {
      const places: number[] = [];
      this.#places.set(landmark, places);
      return places;
    });
  }

  /** Another text. */
  begin(): void {
    for (const index of this.#met) (this.#byIndex[index] ?? []).length = 0;
    this.#met.length = 0;
  }

  /** `landmark`: its index in the list. */
  meet(landmark: number, start: number): void {
    const places = this.#byIndex[landmark];
    if (places?.push(start) === 1) this.#met.push(landmark);
  }

  /** In order. Good until the next text. */
  of(landmark: string): readonly number[] {
    return this.#places.get(landmark) ?? none;
  }

  /** Those that were met. */
  landmarks(): readonly string[] {
    return this.#met.length === 0 ? noLandmarks : this.#met.map(index => this.#landmarks[index] ?? '');
  }
}

const none: readonly number[] = [];
const noLandmarks: readonly string[] = [];
