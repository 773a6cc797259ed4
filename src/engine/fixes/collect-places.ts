// Every place of one value in a text, as the literals that hold it.

import { type Phrase, phrase } from '../phrase.ts';
import { overlaps, type Span } from '../text.ts';
import type { CodeView } from './code-view.ts';
import { type Literal, readLiteral, withSecret } from './read-literal.ts';

export interface LeftPlace {
  readonly span: Span;
  readonly reason: Phrase;
}

export interface Places {
  /** Evaluated; `''` when no place could be read. */
  readonly value: string;
  readonly literals: readonly Literal[];
  readonly left: readonly LeftPlace[];
}

/** The value is what the first place that can be read says. */
export function collectPlaces(view: CodeView, spans: readonly Span[]): Places {
  const literals = new Map<string, Literal>();
  const left: LeftPlace[] = [];
  let value: string | undefined;
  for (const span of spans) {
    const reading = readLiteral(view, span);
    if (reading.kind === 'none') {
      left.push({ span, reason: reading.reason });
      continue;
    }
    const { literal } = reading;
    value ??= literal.value;
    if (literal.value !== value) {
      left.push({ span, reason: phrase('The same characters mean another value there.') });
      continue;
    }
    // Two places in one literal are one literal with two secrets.
    const at = `${literal.span.start}-${literal.span.end}`;
    const known = literals.get(at);
    literals.set(at, known === undefined ? literal : withSecret(view, known, span));
  }
  return { value: value ?? '', literals: [...literals.values()], left };
}

/** The spans, and the places where the characters of the first one stand without having been found. */
export function withOccurrences(text: string, spans: readonly Span[]): readonly Span[] {
  const first = spans[0];
  const needle = first === undefined ? '' : text.slice(first.start, first.end);
  if (needle === '') return spans;
  const found = [...spans].sort((a, b) => a.start - b.start);
  const more: Span[] = [];
  let next = 0;
  for (let start = text.indexOf(needle); start !== -1; start = text.indexOf(needle, start + needle.length)) {
    const span = { start, end: start + needle.length };
    while ((found[next]?.end ?? Infinity) <= start) next++;
    const known = found[next];
    const stands = !/\w/.test(text.charAt(start - 1)) && !/\w/.test(text.charAt(span.end));
    if (stands && (known === undefined || !overlaps(known, span))) more.push(span);
  }
  return [...spans, ...more];
}
