// What an edit did to a document, in lines.

/** Lines `startLine` to `oldEndLine` became `startLine` to `newEndLine`. All inclusive. */
export interface LineChange {
  readonly startLine: number;
  readonly oldEndLine: number;
  readonly newEndLine: number;
}

/** The smallest change that covers all changes of one event (as VS Code tells them: ranges of the text before). */
export function coveringChange(
  changes: readonly {
    readonly range: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
    readonly text: string;
  }[],
): LineChange | undefined {
  if (changes.length === 0) return undefined;
  let startLine = Number.POSITIVE_INFINITY;
  let oldEndLine = 0;
  let delta = 0;
  for (const { range, text } of changes) {
    startLine = Math.min(startLine, range.start.line);
    oldEndLine = Math.max(oldEndLine, range.end.line);
    delta += (text.match(/\r\n?|\n/g)?.length ?? 0) - (range.end.line - range.start.line);
  }
  return { startLine, oldEndLine, newEndLine: oldEndLine + delta };
}
