// What an edit did to a document, in lines.

/** A column is infinite where all of the line is meant. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Lines `startLine` to `oldEndLine` became `startLine` to `newEndLine`. All inclusive. */
export interface LineChange {
  readonly startLine: number;
  readonly oldEndLine: number;
  readonly newEndLine: number;
  /** Where on those lines it begins and ends; not known of several changes in one. */
  readonly columns?: Columns;
}

interface Columns {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

interface Change {
  readonly range: { readonly start: Character; readonly end: Character };
  readonly text: string;
}

interface Character {
  readonly line: number;
  readonly character: number;
}

/** The smallest change that covers all changes of one event (as VS Code tells them: ranges of the text before). */
export function coveringChange(changes: readonly Change[]): LineChange | undefined {
  const [only] = changes;
  if (!only) return undefined;
  let startLine = Number.POSITIVE_INFINITY;
  let oldEndLine = 0;
  let delta = 0;
  for (const { range, text } of changes) {
    startLine = Math.min(startLine, range.start.line);
    oldEndLine = Math.max(oldEndLine, range.end.line);
    delta += linesOf(text).length - 1 - (range.end.line - range.start.line);
  }
  const covering = { startLine, oldEndLine, newEndLine: oldEndLine + delta };
  return changes.length === 1 ? { ...covering, columns: columnsOf(only) } : covering;
}

function columnsOf({ range: { start, end }, text }: Change): Columns {
  const inserted = linesOf(text);
  const newEnd = (inserted.length === 1 ? start.character : 0) + (inserted.at(-1)?.length ?? 0);
  return { start: start.character, oldEnd: end.character, newEnd };
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/);
}

const wholeLines: Columns = { start: 0, oldEnd: Number.POSITIVE_INFINITY, newEnd: Number.POSITIVE_INFINITY };

/** Where the change begins, and where it ends now. */
export function endsOf({ startLine, newEndLine, columns: { start, newEnd } = wholeLines }: LineChange): readonly [Place, Place] {
  return [
    { line: startLine, column: start },
    { line: newEndLine, column: newEnd },
  ];
}

/** Where a place is after the change. What stood in the changed text is at its end now. */
export function placeAfter({ startLine, oldEndLine, newEndLine, columns = wholeLines }: LineChange, place: Place): Place {
  const { line, column } = place;
  if (line < startLine || (line === startLine && column < columns.start)) return place;
  if (line > oldEndLine) return { line: line + newEndLine - oldEndLine, column };
  const behind = line === oldEndLine && column >= columns.oldEnd ? column - columns.oldEnd : 0;
  return { line: newEndLine, column: columns.newEnd + behind };
}

/** Where a place was that now is at the end of the change or behind it. */
export function placeBefore({ oldEndLine, newEndLine, columns = wholeLines }: LineChange, { line, column }: Place): Place {
  if (line > newEndLine || column === Number.POSITIVE_INFINITY) return { line: line + oldEndLine - newEndLine, column };
  return { line: oldEndLine, column: column - columns.newEnd + columns.oldEnd };
}

export function isBefore(one: Place, other: Place): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}
