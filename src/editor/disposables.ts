// Who creates, disposes: one store for each owner, and a slot whose content changes.

import type { Disposable } from 'vscode';

/** Disposes what was added, last first. What is added after that is disposed at once. */
export class DisposableStore implements Disposable {
  readonly #items: Disposable[] = [];
  #disposed = false;

  add<T extends Disposable>(item: T): T {
    if (this.#disposed) item.dispose();
    else this.#items.push(item);
    return item;
  }

  dispose(): void {
    this.#disposed = true;
    for (let item = this.#items.pop(); item !== undefined; item = this.#items.pop()) item.dispose();
  }
}

/** Holds one disposable at a time; a new one takes the place of the old. */
export class MutableDisposable<T extends Disposable> implements Disposable {
  #value: T | undefined;

  get value(): T | undefined {
    return this.#value;
  }

  set value(value: T | undefined) {
    if (value === this.#value) return;
    this.#value?.dispose();
    this.#value = value;
  }

  dispose(): void {
    this.value = undefined;
  }
}
