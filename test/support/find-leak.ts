// Whether an output holds a piece of a secret. The piece itself is not told: test reports are outputs, too.

import { mask } from '../../src/engine/secret.ts';

/** Masks show the first four characters and the last two: no more than that may be told anywhere. */
const pieceLength = 9;

/**
 * Where in the output a piece of the secret stands, as a sentence; `undefined` when none does. `known` are texts that anybody
 * has: a piece that stands there (a format's prefix, the first line of every private key) gives nothing away.
 */
export function findLeak(secret: string, output: unknown, known = ''): string | undefined {
  const text = typeof output === 'string' ? output : JSON.stringify(output);
  // What JSON escapes and what Markdown escapes would hide a piece.
  const plain = text.replaceAll('\\', '');
  const wanted = secret.replaceAll('\\', '');
  for (let start = 0; start + pieceLength <= wanted.length; start++) {
    const piece = wanted.slice(start, start + pieceLength);
    if (known.includes(piece) || !/[A-Za-z0-9]{4}/.test(piece)) continue;
    const at = plain.indexOf(piece);
    if (at >= 0) return `${mask(secret)} from character ${start + 1}, in “…${plain.slice(Math.max(0, at - 60), at)}⟨here⟩”`;
  }
  return undefined;
}
