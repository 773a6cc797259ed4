// Gives one row of an environment file another value. Everything else in it stays as it is and means what it meant.

import type { TextEdit } from '../fixes/plan.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { type Definition, readDefinitions } from '../usages/read-definitions.ts';
import { quoteValue } from './quote-value.ts';

export type ReplacedValue =
  | { readonly kind: 'edit'; readonly edit: TextEdit }
  /** The row is not there any more. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly reason: Phrase };

/** `line`, zero-based, tells which row it is where a name has several. */
export function replaceValue(text: string, name: string, line: number, value: string): ReplacedValue {
  const before = readDefinitions(text);
  const index = before.findIndex(row => row.name === name && lineOf(text, row.nameSpan.start) === line);
  const row = before[index];
  if (!row) return { kind: 'gone' };
  const quoted = quoteValue(value);
  if (quoted.kind === 'refused') return quoted;
  const span = withQuotes(text, row);
  const after = readDefinitions(text.slice(0, span.start) + quoted.text + text.slice(span.end));
  const wanted = before.map((known, place) => `${known.name}=${place === index ? value : known.value}`);
  const isKept = after.map(({ name: other, value: kept }) => `${other}=${kept}`).join('\0') === wanted.join('\0');
  return isKept
    ? { kind: 'edit', edit: { span, newText: quoted.text } }
    : { kind: 'refused', reason: phrase('The row of {0} is written in a way that cannot be changed safely.', name) };
}

function withQuotes(text: string, { valueSpan: { start, end } }: Definition): TextEdit['span'] {
  const isQuoted = /["'`]/.test(text.charAt(start - 1)) && text.charAt(start - 1) === text.charAt(end);
  return isQuoted ? { start: start - 1, end: end + 1 } : { start, end };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}
