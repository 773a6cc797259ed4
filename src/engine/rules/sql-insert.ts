// Passwords and keys in rows that SQL inserts: the column says what they are, its place which value it is.
//
//   INSERT INTO users (name, password) VALUES ('alice', '…'), ('bob', '…');
//                            2nd column                 2nd value of each row

import { remember } from '../remember.ts';
import { kindOfName, type NameKind } from '../scan/reasons/name.ts';
import type { Span } from '../text.ts';
import type { Rule } from './rule.ts';
import { surroundings } from './surroundings.ts';

const keywords = ['insert into', 'insert ignore into', 'insert or replace into', 'replace into'];

/** What stands between the parts of a statement that code joins from strings. */
const joint = '[\\s"\'`+.\\\\]{0,40}';

const pattern = new RegExp(
  `(?:insert (?:ignore |or replace )?|replace )into\\s{1,8}[\\w.\`"'\\\\[\\]$-]{1,80}\\s{0,8}\\([^()]{3,400}\\)${joint}values${joint}(?=\\()`,
  'di',
);

export const sqlInsertRules: readonly Rule[] = [
  {
    id: 'sql-insert-password',
    title: 'Password in a row that SQL inserts',
    provider: 'generic',
    kind: 'password',
    ...insertOf('password'),
    doubts: [...surroundings, 'digest', 'words', 'test-path'],
    source: 'https://cwe.mitre.org/data/definitions/259.html',
  },
  {
    id: 'sql-insert-key',
    title: 'Key or token in a row that SQL inserts',
    provider: 'generic',
    kind: 'secret',
    ...insertOf('key'),
    doubts: [...surroundings, 'digest', 'uuid', 'entropy', 'random', 'test-path'],
    source: 'https://cwe.mitre.org/data/definitions/798.html',
  },
];

function insertOf(kind: NameKind): Pick<Rule, 'keywords' | 'pattern' | 'glance' | 'reach' | 'values' | 'confidence'> {
  return {
    keywords,
    pattern,
    glance: namesCredential,
    reach: 1000,
    values: (text, match) => valuesOf(text, match, kind),
    confidence: 'likely',
  };
}

/** Most tables have no such column, and dumps name none. */
function namesCredential(text: string, _keyword: number, end: number): boolean {
  // Looked for nearby only: to the text's end from each keyword would be a square.
  const open = text.slice(end, end + 101).indexOf('(');
  if (open === -1) return false;
  return /pass|pw|secret|token|key|auth|cred|bearer|jwt|pat|otp|verifier/i.test(text.slice(end + open, end + open + 402));
}

function valuesOf(text: string, match: Span, kind: NameKind): readonly Span[] {
  const columns = columnsOf(text.slice(match.start, match.end));
  const wanted = columns.flatMap((column, index) => (kindOfColumn(column) === kind ? [index] : []));
  if (wanted.length === 0) return [];
  const values: Span[] = [];
  const end = Math.min(text.length, match.start + 1000);
  for (let row = match.end; row < end && text.charAt(row) === '('; ) {
    const { literals, close } = readRow(text, row, end);
    // A row of another length: the places tell nothing.
    if (literals.length !== columns.length) break;
    for (const index of wanted) {
      const literal = literals[index];
      if (literal) values.push(literal);
    }
    row = close + (/^[\s,]*/.exec(text.slice(close, close + 80))?.[0].length ?? 0);
  }
  return values;
}

const kindOfColumn = remember(500, (column: string): NameKind => kindOfName(column));

function columnsOf(statement: string): readonly string[] {
  const list = /\(([^()]*)\)[^()]*$/.exec(statement)?.[1] ?? '';
  return list.split(',').map(column => column.replace(/[^\w]/g, ''));
}

/** The quoted literals of a row by their places, `undefined` for other values; `close` is behind the row's bracket. */
function readRow(text: string, open: number, end: number): { readonly literals: readonly (Span | undefined)[]; readonly close: number } {
  const literals: (Span | undefined)[] = [];
  let depth = 0;
  let begin = open + 1;
  for (let at = open; at < end; at++) {
    const char = text.charAt(at);
    if (char === "'" || char === '"') {
      at = endOfLiteral(text, at, end) - 1;
      continue;
    }
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (depth > 1 || (char !== ',' && depth !== 0)) continue;
    literals.push(literalIn(text, begin, at));
    begin = at + 1;
    if (depth === 0) return { literals, close: at + 1 };
  }
  return { literals: [], close: end };
}

/** Behind the closing quote; a quote is written twice, or escaped. */
function endOfLiteral(text: string, open: number, end: number): number {
  const quote = text.charAt(open);
  for (let at = open + 1; at < end; at++) {
    if (text.charAt(at) === '\\' && text.charAt(at + 1) !== quote) at++;
    else if (text.charAt(at) === quote && text.charAt(at + 1) !== quote) return at + 1;
    else if (text.charAt(at) === quote) at++;
  }
  return end;
}

/** A value that is one string: `'…'`, `N'…'`, `\'…\'`. */
function literalIn(text: string, start: number, end: number): Span | undefined {
  const found = /^(?<lead>\s*N?\\?['"])(?<value>[^'"\\\s]{4,300})\\?['"]\s*$/.exec(text.slice(start, end));
  const { lead = '', value = '' } = found?.groups ?? {};
  return value === '' ? undefined : { start: start + lead.length, end: start + lead.length + value.length };
}
