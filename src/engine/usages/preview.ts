// The line around a usage, for people: every secret in it masked, trimmed and cut.

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
  return cut(maskLongTokens(preview.replace(/\s+/g, ' ').trim()));
}

function lineWindow(text: string, place: Span): Span {
  const farthestStart = Math.max(0, place.start - margin);
  const before = text.slice(farthestStart, place.start);
  const lastBreak = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  const after = text.slice(place.start, place.start + margin);
  const nextBreak = after.search(/[\r\n]/);
  return { start: farthestStart + lastBreak + 1, end: place.start + (nextBreak === -1 ? after.length : nextBreak) };
}

function secretsWithin(window: Span, secrets: readonly Span[]): readonly Span[] {
  const first = firstEndingAfter(secrets, window.start);
  let end = first;
  while ((secrets[end]?.start ?? Number.POSITIVE_INFINITY) < window.end) end++;
  return secrets.slice(first, end);
}

/**
 * What no rule reports (below the threshold, ignored by a comment) may still be a secret: long runs of mixed letters and
 * digits are masked too. A key beside another usage must not show because somebody ignored it.
 */
function maskLongTokens(line: string): string {
  return line.replace(/[A-Za-z0-9+/_=~.-]{20,}/g, token => (/\d.*\d/.test(token) && /[A-Za-z]/.test(token) ? mask(token) : token));
}

function cut(line: string): string {
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
