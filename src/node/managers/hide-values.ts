// Whatever is told of an answer or of an error passes here first: managers and their tools quote what they were sent.

import { maskTokens } from '../../engine/mask-tokens.ts';

/** Masks show no more than six characters of a value; a run of this many that a message shares with a value is no chance. */
const pieceLength = 8;

const longestSaying = 200;

/** One line of what was said, without the values, or nothing where a piece of one would be left. */
export function hideValues(said: string, values: Iterable<string>, longest = longestSaying): string {
  let text = said;
  const hidden = [...values].filter(value => value.length > 0);
  for (const form of hidden.flatMap(formsOf).sort((a, b) => b.length - a.length)) text = text.replaceAll(form, '…');
  if (hidden.some(value => formsOf(value).some(form => sharesPiece(text, form)))) return '';
  const line = maskTokens(text.replace(/[\s\p{Cc}]+/gu, ' ').trim()).replace(/[.\s]+$/, '');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** As it may be quoted: plainly, in JSON, in an address, in base64. */
function formsOf(value: string): readonly string[] {
  const base64 = Buffer.from(value).toString('base64');
  return [...new Set([value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value), base64, base64.replace(/=+$/, '')])];
}

function sharesPiece(text: string, value: string): boolean {
  for (let start = 0; start + pieceLength <= value.length; start++) if (text.includes(value.slice(start, start + pieceLength))) return true;
  return false;
}
