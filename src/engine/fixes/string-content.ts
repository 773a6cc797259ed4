// Walks the content of a string to its closing mark, past escapes, doubled marks and the code inside it.

import type { Hole } from '../languages/language.ts';
import type { Span } from '../text.ts';
import { newlineCode, type ReadableForm } from './code-marks.ts';

export interface ContentWalk {
  /** Where the walk left off: at the closing mark, or where it is clear that none comes. */
  readonly at: number;
  readonly isClosed: boolean;
  readonly holes: readonly Span[];
}

export interface WalkRequest {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly readable: ReadableForm;
  /** `''` where the content goes to `end`. */
  readonly close: string;
  /** The whole hole that opens at an offset; `undefined` when it does not close. */
  readonly readHole: (hole: Hole, at: number, endsWithLine: boolean) => Span | undefined;
}

export const noHoles: readonly Span[] = [];

export function walkContent(request: WalkRequest): ContentWalk {
  const { text, start, end, close, readHole } = request;
  const { form, stops, nesting } = request.readable;
  const escapeCode = form.escape === undefined ? -1 : form.escape.charCodeAt(0);
  const holes: Span[] = [];
  let nested = 0;
  let left = form.parts ?? 1;
  let at = nextStop(text, start, end, stops);
  for (; at < end; at = nextStop(text, at, end, stops)) {
    const code = text.charCodeAt(at);
    const hole = form.holes?.find(({ open }) => text.startsWith(open, at));
    if (hole !== undefined) {
      const doubled = isDoubled(text, at, hole);
      const span = doubled ? undefined : readHole(hole, at, !form.multiline);
      if (span !== undefined) holes.push(span);
      at = span?.end ?? at + (doubled ? 2 : hole.open.length);
    } else if (code === escapeCode) at += escapeLength(request, at);
    else if (close !== '' && text.startsWith(close, at)) {
      if (form.doubled && text.startsWith(close, at + close.length)) at += 2 * close.length;
      else if (nested > 0) {
        nested--;
        at += close.length;
      } else if (--left > 0) at = nextPart(request, at + close.length);
      else return { at, isClosed: true, holes };
    } else if (code === newlineCode && !form.multiline) return { at, isClosed: false, holes: noHoles };
    else {
      if (code === nesting) nested++;
      at++;
    }
  }
  return { at: Math.min(at, end), isClosed: close === '', holes };
}

/** Behind the mark between two texts; such brackets open the second one anew: `s{a} {b}`. */
function nextPart({ text, readable: { nesting } }: WalkRequest, at: number): number {
  if (nesting === -1) return at;
  const blanks = /^\s*/.exec(text.slice(at, at + 100))?.[0].length ?? 0;
  return text.charCodeAt(at + blanks) === nesting ? at + blanks + 1 : at;
}

/** The escape character and what it escapes. In Python a brace opens its hole whatever is before it: `f"\\{name}"`. */
function escapeLength({ text, readable: { form } }: WalkRequest, at: number): number {
  if (text.charAt(at + 1) === '{' && form.holes?.some(({ open }) => open === '{')) return 1;
  return text.startsWith('\r\n', at + 1) ? 3 : 2;
}

/** A doubled one-character opening stands for itself. */
function isDoubled(text: string, at: number, { open }: Hole): boolean {
  return open.length === 1 && text.startsWith(open, at + 1);
}

function nextStop(text: string, from: number, end: number, stops: Uint8Array): number {
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code < 128 && stops[code] === 1) return at;
    at++;
  }
  return at;
}
