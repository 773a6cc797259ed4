// Puts a lookup back between the pieces of a literal that was more than the secret.

import { type Literal, quotePiece } from './read-literal.ts';

/** `"Bearer " + lookup + "…"`; a piece that is empty is left out. */
export function concatenate(literal: Literal, operator: string, expression: string, writePiece = quotePiece): string {
  const operands = literal.pieces.flatMap((piece, index) => [
    ...(index > 0 ? [expression] : []),
    ...(piece === '' ? [] : [writePiece(literal, piece)]),
  ]);
  return operands.join(operator);
}

/** The literal as it stands, with `hole` in the secret's places. */
export function splice(literal: Literal, hole: string): string {
  return quotePiece(literal, literal.pieces.join(hole));
}
