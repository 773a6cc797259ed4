// Source text and places in it. Offsets are UTF-16 code units, spans are half-open.

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface SourceText {
  /** Stable name for indexes and path rules: a URI in the editor, a path with forward slashes in the terminal. */
  readonly uri: string;
  /** VS Code's language id, or `''` where nobody knows it: then the file name decides. */
  readonly languageId: string;
  readonly text: string;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
