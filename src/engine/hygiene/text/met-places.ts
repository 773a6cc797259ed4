// Where the landmarks of checks stand in one text, as the scan met them.

export class MetPlaces {
  readonly #places: ReadonlyMap<string, number[]>;
  readonly #byIndex: readonly number[][];

  constructor(landmarks: readonly string[]) {
    this.#byIndex = landmarks.map(() => []);
    this.#places = new Map(landmarks.map((landmark, index) => [landmark, this.#byIndex[index] ?? []]));
  }

  /** Another text. */
  begin(): void {
    for (const places of this.#byIndex) places.length = 0;
  }

  /** `landmark`: its index in the list. */
  meet(landmark: number, start: number): void {
    this.#byIndex[landmark]?.push(start);
  }

  /** In order. Good until the next text. */
  of(landmark: string): readonly number[] {
    return this.#places.get(landmark) ?? none;
  }
}

const none: readonly number[] = [];
