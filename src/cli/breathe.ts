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
