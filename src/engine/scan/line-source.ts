// A document by its lines, as editors hold it.

export interface LineSource {
  readonly lineCount: number;
  /** Without its line end. */
  lineAt(line: number): string;
  /** The whole text. Dear: only `full` asks for it. */
  text(): string;
}
