// Whether the rows of a text that was changed are those that were meant.

import type { Definition } from '../../usages/read-definitions.ts';

/** Row by row, in order. */
export function readsAs(
  after: readonly Definition[],
  before: readonly Definition[],
  isMeant: (now: Definition, was: Definition) => boolean,
): boolean {
  return (
    after.length === before.length &&
    after.every((now, index) => {
      const was = before[index];
      return was !== undefined && was.name === now.name && isMeant(now, was);
    })
  );
}
