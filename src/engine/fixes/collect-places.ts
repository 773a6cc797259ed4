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
  const literals: Literal[] = [];
  const left: LeftPlace[] = [];
  for (const span of spans) {
    const reading = readLiteral(view, span);
    if (reading.kind === 'none') left.push({ span, reason: reading.reason });
    else if (literals[0] !== undefined && reading.literal.value !== literals[0].value)
      left.push({ span, reason: phrase('The same characters mean another value there.') });
    else addTo(view, literals, reading.literal, span);
  }
  return { value: literals[0]?.value ?? '', literals, left };
}

/** The spans, and the places where the characters of the first one stand without having been found. */
export function withOccurrences(text: string, spans: readonly Span[]): readonly Span[] {
  const all = [...spans];
  const first = spans[0];
  const needle = first === undefined ? '' : text.slice(first.start, first.end);
  if (needle === '') return all;
  for (let start = text.indexOf(needle); start !== -1; start = text.indexOf(needle, start + needle.length)) {
    const span = { start, end: start + needle.length };
    const stands = !/\w/.test(text.charAt(start - 1)) && !/\w/.test(text.charAt(span.end));
    if (stands && !all.some(other => overlaps(other, span))) all.push(span);
  }
  return all;
}

/** Two places in one literal are one literal with two secrets. */
function addTo(view: CodeView, literals: Literal[], literal: Literal, secret: Span): void {
  const index = literals.findIndex(({ span }) => span.start === literal.span.start && span.end === literal.span.end);
  const known = literals[index];
  if (known === undefined) literals.push(literal);
  else literals[index] = withSecret(view, known, secret);
}
