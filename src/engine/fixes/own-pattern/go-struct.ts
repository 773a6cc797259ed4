// The fields of a struct in Go, and one more of them, in the columns that gofmt would set.

import { bracketSpan } from '../call-arguments.ts';
import type { CodeView } from '../code-view.ts';
import type { TextEdit } from '../plan.ts';

interface Field {
  /** Without its line end. */
  readonly line: string;
  readonly start: number;
  readonly indent: string;
  readonly name: string;
  readonly type: string;
  /** With its quotes; `''` where there is none. */
  readonly tag: string;
}

export interface GoStruct {
  readonly name: string;
  readonly fields: readonly Field[];
  /** The lines between the braces, those that are fields on a line of their own told apart. */
  readonly rows: readonly (Field | { readonly line: string; readonly start: number })[];
  readonly newline: string;
}

export function readStruct(view: CodeView, name: string): GoStruct | undefined {
  const declared = new RegExp(String.raw`^[ \t]*type\s+${name}\s+struct\s*\{[ \t]*\r?\n`, 'm').exec(view.code);
  const body = declared && bracketSpan(view.code, view.code.indexOf('{', declared.index));
  if (!body) return undefined;
  const end = view.text.lastIndexOf('\n', body.end - 1) + 1;
  const rows: (Field | { line: string; start: number })[] = [];
  for (let start = declared.index + declared[0].length; start < end; ) {
    const lineEnd = view.text.indexOf('\n', start);
    const line = view.text.slice(start, lineEnd).replace(/\r$/, '');
    rows.push(fieldIn(line, start) ?? { line, start });
    start = lineEnd + 1;
  }
  return { name, fields: rows.filter(row => 'name' in row), rows, newline: view.newline };
}

function fieldIn(line: string, start: number): Field | undefined {
  const [, indent, name, type, tag = ''] =
    /^([ \t]+)(\w+)[ \t]+((?:\[[\w\]]*|\*)*[\w.]+(?:\[\w+\][\w.]+)?)(?:[ \t]+(`[^`]*`))?$/.exec(line) ?? [];
  return indent === undefined || name === undefined || type === undefined ? undefined : { line, start, indent, name, type, tag };
}

/** At the end. Where its columns are not sure, an empty line gives it columns of its own. */
export function addField({ rows, newline }: GoStruct, name: string, tag: string): readonly TextEdit[] {
  const last = rows.at(-1);
  if (last === undefined) return [];
  const end = last.start + last.line.length;
  const indent = /^[ \t]*/.exec(last.line)?.[0] ?? '\t';
  const own = sectionOf(rows);
  if (own.length === 0) return [{ span: { start: end, end }, newText: `${newline}${newline}${indent}${name} string ${tag}` }];
  const fields = [...own, { indent, name, type: 'string', tag }];
  const width = (column: 'name' | 'type'): number => Math.max(...fields.map(field => field[column].length));
  const [names, types] = [width('name'), width('type')];
  const written = fields.map(field => `${field.indent}${field.name.padEnd(names)} ${field.type.padEnd(types)} ${field.tag}`);
  const changes = own.flatMap(({ line, start }, index) => {
    const newText = written[index] ?? line;
    return newText === line ? [] : [{ span: { start, end: start + line.length }, newText }];
  });
  const lastChange = changes.at(-1);
  const added = newline + (written.at(-1) ?? '');
  // Two edits that touch would be in each other's way.
  if (lastChange?.span.end === end) return [...changes.slice(0, -1), { span: lastChange.span, newText: lastChange.newText + added }];
  return [...changes, { span: { start: end, end }, newText: added }];
}

/** The fields in the columns of the last line; none where a line among them is written in another way. */
function sectionOf(rows: GoStruct['rows']): readonly Field[] {
  const blank = rows.findLastIndex(({ line }) => line.trim() === '');
  const section = rows.slice(blank + 1).filter(row => 'name' in row);
  return section.length === rows.length - blank - 1 && section.every(({ tag }) => tag !== '') ? section : [];
}
