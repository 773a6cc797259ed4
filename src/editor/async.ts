// The only ways this extension waits: until things are quiet, until the one before is done, and for others to have their turn.

/** Lets keystrokes and the like through, in the middle of long work. */
export function breathe(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve));
}

/** What the promise gives, or something else once that takes too long. */
export function within<Result>(milliseconds: number, promise: Promise<Result>, otherwise: Result): Promise<Result> {
  return Promise.race([promise, new Promise<Result>(resolve => setTimeout(() => resolve(otherwise), milliseconds))]);
}

/** Runs the newest action when nothing was asked for a while. */
export class Debouncer {
  readonly #delay: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(milliseconds: number) {
    this.#delay = milliseconds;
  }

  /** An action waits. Who leaves it be instead of asking anew gets a steady beat rather than silence while things are busy. */
  get isWaiting(): boolean {
    return this.#timer !== undefined;
  }

  run(action: () => void, milliseconds = this.#delay): void {
    this.dispose();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      action();
    }, milliseconds);
  }

  /** Forgets the action that waits; another may be asked for afterwards. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** Runs one action at a time; of those asked for meanwhile only the newest is run. */
export class Latest {
  readonly #onError: (error: unknown) => void;
  #next: (() => Promise<void>) | undefined;
  #running = false;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  run(action: () => Promise<void>): void {
    this.#next = action;
    if (!this.#running) void this.#drain();
  }

  async #drain(): Promise<void> {
    this.#running = true;
    for (let action = this.#take(); action !== undefined; action = this.#take()) {
      try {
        await action();
      } catch (error) {
        this.#onError(error);
      }
    }
    this.#running = false;
  }

  #take(): (() => Promise<void>) | undefined {
    const action = this.#next;
    this.#next = undefined;
    return action;
  }
}
