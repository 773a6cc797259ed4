// Passwords in lists with commas between: the first line says which column holds them.

import { alphabetOf, endOfRun, startOfRun } from '../alphabet.ts';
import type { Span } from '../text.ts';
import type { Rule } from './rule.ts';
import { surroundings } from './surroundings.ts';

const reach = 1000;

export const csvRules: readonly Rule[] = [
  {
    id: 'csv-password',
    title: 'Password in a list of accounts',
    provider: 'generic',
    kind: 'password',
    keywords: [',password', 'password,', ';password', 'password;', 'password",', 'password";'],
    glance: standsInHead,
    pattern: /[,;]?password/di,
    reach,
    values: readColumn,
    confidence: 'likely',
    doubts: [...surroundings, 'digest', 'words', 'test-path'],
    source: 'https://www.rfc-editor.org/rfc/rfc4180',
  },
];

const inLine = alphabetOf(/[^\r\n]/);
const longestLine = 300;

/** Two names or more with nothing but commas between. */
const head = /^"?[A-Za-z][\w -]{0,40}"?(?:[,;]"?[A-Za-z][\w -]{0,40}"?){1,12}$/;

/** With line ends of either kind. */
const emptyLine = /\n\r?\n$/;

function standsInHead(text: string, keyword: number): boolean {
  const line = lineAt(text, keyword);
  // A head is the first line of its list, and has another below.
  const isFirst = line.start === 0 || emptyLine.test(text.slice(Math.max(0, line.start - 3), line.start));
  return isFirst && line.end < text.length && head.test(text.slice(line.start, line.end));
}

function lineAt(text: string, at: number): Span {
  return { start: startOfRun(text, at, longestLine, inLine), end: endOfRun(text, at, longestLine, inLine) };
}

/** The cells below the word, in lines of as many cells. */
function readColumn(text: string, match: Span): readonly Span[] {
  if (!standsInHead(text, match.start)) return [];
  const top = lineAt(text, match.end - 1);
  const names = text.slice(top.start, top.end);
  const mark = names.includes(',') ? ',' : ';';
  const columns = names.split(mark);
  const column = columns.findIndex(name => /^"?(?:\w{1,20}[ _-])?password"?$/i.test(name.trim()));
  const values: Span[] = [];
  if (column === -1) return values;
  for (let line = lineEnd(text, top.end); line < match.start + reach && line < text.length; ) {
    const { end } = lineAt(text, line);
    const cells = text.slice(line, end).split(mark);
    if (cells.length !== columns.length) break;
    const start = line + cells.slice(0, column).reduce((sum, cell) => sum + cell.length + 1, 0);
    const value = /^\s*"?(?<value>[^\s"']{5,120})"?\s*$/d.exec(cells[column] ?? '')?.indices?.groups?.['value'];
    if (value) values.push({ start: start + value[0], end: start + value[1] });
    line = lineEnd(text, end);
  }
  return values;
}

function lineEnd(text: string, at: number): number {
  return at + (text.startsWith('\r\n', at) ? 2 : 1);
}
