// A document by its lines, as editors hold it, and how to walk along them.

export interface LineSource {
  readonly lineCount: number;
  /** Without its line end. */
  lineAt(line: number): string;
  /** The whole text. Dear: only `full` asks for it. */
  text(): string;
}

/** A walk ends when either is used up. */
export interface Stretch {
  readonly lines: number;
  readonly characters: number;
}

export function linesUp(lines: LineSource, from: number, { lines: most, characters }: Stretch): number {
  let line = from;
  for (let passed = 0; line > 0 && from - line < most && passed < characters; passed += lines.lineAt(line).length + 1) line--;
  return line;
}

export function linesDown(lines: LineSource, from: number, { lines: most, characters }: Stretch): number {
  let line = from;
  const lastLine = lines.lineCount - 1;
  for (let passed = 0; line < lastLine && line - from < most && passed < characters; passed += lines.lineAt(line).length + 1) line++;
  return line;
}
