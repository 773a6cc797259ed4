// The line around a usage, for people: every secret in it masked, trimmed and cut.

import { maskTokens } from '../mask-tokens.ts';
import { mask } from '../secret.ts';
import { firstEndingAfter } from '../span-search.ts';
import type { Span } from '../text.ts';

const longest = 120;
/** How far to either side of the usage a preview may look: minified files are one line. */
const margin = 240;

/** `secrets` are sorted and do not overlap. */
export function previewOf(text: string, place: Span, secrets: readonly Span[]): string {
  const window = lineWindow(text, place);
  let preview = '';
  let from = window.start;
  for (const secret of secretsWithin(window, secrets)) {
    preview += text.slice(from, Math.max(from, secret.start)) + mask(text.slice(secret.start, secret.end));
    from = Math.max(from, secret.end);
  }
  preview += text.slice(from, Math.max(from, window.end));
  return cut(maskTokens(preview.replace(/\s+/g, ' ').trim()));
}

/**
 * A token that the margin cuts is left out: too short to be known for a key, long enough to give it away. The usage itself stays: it is
 * masked as a whole where it is a secret.
 */
function lineWindow(text: string, place: Span): Span {
  const before = text.slice(Math.max(0, place.start - margin), place.start);
  const after = text.slice(place.start, place.end + margin);
  const lastBreak = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  const nextBreak = after.search(/[\r\n]/);
  const lead = lastBreak === -1 && before.length === margin ? /^[^\s"'`,;]*/.exec(before)?.[0].length : lastBreak + 1;
  const isCut = nextBreak === -1 && place.end + margin < text.length;
  const end = isCut ? place.end + withoutLastToken(after.slice(-margin)) : place.start + (nextBreak === -1 ? after.length : nextBreak);
  return { start: place.start - before.length + (lead ?? 0), end };
}

/** The length that is left. */
function withoutLastToken(text: string): number {
  let length = text.length;
  while (length > 0 && !/[\s"'`,;]/.test(text.charAt(length - 1))) length--;
  return length;
}

function secretsWithin(window: Span, secrets: readonly Span[]): readonly Span[] {
  const first = firstEndingAfter(secrets, window.start);
  let end = first;
  while ((secrets[end]?.start ?? Number.POSITIVE_INFINITY) < window.end) end++;
  return secrets.slice(first, end);
}

function cut(line: string): string {
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
