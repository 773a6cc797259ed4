// Synchronous work on the main thread, with pauses in which signals (Ctrl+C) are heard.

/** Calls `each` for every item, letting the event loop run after each few. */
export async function forEachBreathing<Item>(items: Iterable<Item>, itemsAtOnce: number, each: (item: Item) => void): Promise<void> {
  let left = itemsAtOnce;
  for (const item of items) {
    each(item);
    left -= 1;
    if (left > 0) continue;
    left = itemsAtOnce;
    await new Promise(resolve => setImmediate(resolve));
  }
}

/** The items by so many, letting the event loop run after each part. */
export async function* inPartsBreathing<Item>(items: Iterable<Item>, itemsAtOnce: number): AsyncGenerator<readonly Item[]> {
  let part: Item[] = [];
  for (const item of items) {
    part.push(item);
    if (part.length < itemsAtOnce) continue;
    yield part;
    part = [];
    await new Promise(resolve => setImmediate(resolve));
  }
  if (part.length > 0) yield part;
}
