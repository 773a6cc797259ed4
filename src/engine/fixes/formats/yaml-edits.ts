// Rows added to and taken from the maps of a YAML file, as they are written there.

import type { TextEdit } from '../plan.ts';
import type { Path } from './outline.ts';
import type { YamlFile } from './yaml-file.ts';

/** A row at the end of a map; undefined where there is no map of rows. */
export function addRow(file: YamlFile, map: Path, row: string): TextEdit | undefined {
  const group = file.groupAt(map);
  const first = group?.starts[0];
  const end = file.endOf(map);
  if (group === undefined || first === undefined || end === undefined || group.isFlow) return undefined;
  return insert(lineEnd(file.text, end), `${file.newline}${indentOf(file.text, first)}${row}`);
}

/** Lines beside a key of a map: behind the first key of an item, as the item begins with it, else before the key. */
export function addBeside(file: YamlFile, key: Path, lines: readonly string[]): TextEdit | undefined {
  const { text, newline } = file;
  const at = file.keyAt(key);
  const map = file.groupAt(key.slice(0, -1));
  const end = file.endOf(key);
  if (at === undefined || map === undefined || end === undefined || map.isFlow) return undefined;
  const indent = indentOf(text, at.start);
  return map.starts[0] === at.start
    ? insert(lineEnd(text, end), lines.map(line => `${newline}${indent}${line}`).join(''))
    : insert(at.start, lines.map(line => `${line}${newline}${indent}`).join(''));
}

/** The whole row of a key with a value on the same line; of the map, too, where it is the only one. */
export function dropRow(file: YamlFile, key: Path): { readonly edit: TextEdit; readonly removed: Path } | undefined {
  const { text } = file;
  const map = key.slice(0, -1);
  const at = file.keyAt(key);
  const group = file.groupAt(map);
  if (at === undefined || group === undefined || group.isFlow) return undefined;
  const isOnly = group.starts.length === 1 && file.keyAt(map) !== undefined;
  const from = isOnly ? file.keyAt(map) : at;
  if (from === undefined || text.slice(lineStart(text, from.start), from.start).trim() !== '') return undefined;
  const end = Math.min(lineEnd(text, at.start) + file.newline.length, text.length);
  return { edit: { span: { start: lineStart(text, from.start), end }, newText: '' }, removed: isOnly ? map : key };
}

/** Blanks up to a place, as many as the characters before it on its line. */
export function indentOf(text: string, offset: number): string {
  return ' '.repeat(offset - lineStart(text, offset));
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return text.charAt(end - 1) === '\r' ? end - 1 : end;
}

function insert(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}
