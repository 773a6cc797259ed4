// Rows of an environment file whose values went to a secret manager: a reference takes the value's place where the manager has one
// that is filled in at the start of a program, else a comment takes the row's, so that a program misses the variable rather than
// reading a text that is no key.

import { applyTextEdits } from '../fixes/apply-text-edits.ts';
import type { TextEdit } from '../fixes/plan.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { type Definition, readDefinitions } from '../usages/read-definitions.ts';
import { quoteValue } from './quote-value.ts';

export type RowReplacement =
  | { readonly kind: 'reference'; readonly reference: string }
  /** Without the sign of a comment; one line. */
  | { readonly kind: 'comment'; readonly text: string };

export interface MovedRow {
  readonly name: string;
  /** What was stored: a row that says something else by now stays. */
  readonly value: string;
  readonly replacement: RowReplacement;
}

export interface RowsReplaced {
  /** Sorted, not overlapping. */
  readonly edits: readonly TextEdit[];
  readonly kept: readonly { readonly name: string; readonly reason: Phrase }[];
}

export function replaceRows(text: string, rows: readonly MovedRow[]): RowsReplaced {
  const definitions = readDefinitions(text);
  const kept: { name: string; reason: Phrase }[] = [];
  const done: MovedRow[] = [];
  let edits: readonly TextEdit[] = [];
  for (const row of rows) {
    const [definition, other] = definitions.filter(({ name }) => name === row.name);
    const reason = reasonToKeep(row, definition, other);
    const edit = definition && reason === undefined ? editOf(text, definition, row.replacement) : undefined;
    const more = edit && [...edits, edit].sort((a, b) => a.span.start - b.span.start);
    if (more && readsAsWanted(definitions, applyTextEdits(text, more), [...done, row])) {
      edits = more;
      done.push(row);
    } else kept.push({ name: row.name, reason: reason ?? phrase('The row is written in a way that cannot be replaced safely.') });
  }
  return { edits, kept };
}

function reasonToKeep({ value }: MovedRow, definition: Definition | undefined, other: Definition | undefined): Phrase | undefined {
  if (definition === undefined) return phrase('The row is no longer there.');
  if (other !== undefined) return phrase('Several rows have this name.');
  return definition.value === value ? undefined : phrase('The row has another value by now.');
}

function editOf(text: string, { nameSpan, valueSpan }: Definition, replacement: RowReplacement): TextEdit | undefined {
  const isQuoted = /["'`]/.test(text.charAt(valueSpan.start - 1)) && text.charAt(valueSpan.start - 1) === text.charAt(valueSpan.end);
  const value = isQuoted ? { start: valueSpan.start - 1, end: valueSpan.end + 1 } : valueSpan;
  if (replacement.kind === 'reference') {
    const quoted = quoteValue(replacement.reference);
    return quoted.kind === 'quoted' ? { span: value, newText: quoted.text } : undefined;
  }
  const start = text.lastIndexOf('\n', nameSpan.start - 1) + 1;
  return { span: { start, end: value.end }, newText: `# ${replacement.text}` };
}

/** The rows that were replaced are what they are to be, and every other one means what it meant. */
function readsAsWanted(before: readonly Definition[], text: string, done: readonly MovedRow[]): boolean {
  const replacements = new Map(done.map(({ name, replacement }) => [name, replacement]));
  const wanted = before.flatMap(({ name, value }) => {
    const replacement = replacements.get(name);
    if (replacement === undefined) return [[name, value]];
    return replacement.kind === 'reference' ? [[name, replacement.reference]] : [];
  });
  return JSON.stringify(readDefinitions(text).map(({ name, value }) => [name, value])) === JSON.stringify(wanted);
}
