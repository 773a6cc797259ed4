// Files of lines `key = value`: Java's properties, with their escapes, and plain ones such as .npmrc.

import type { Span } from '../../text.ts';
import { withheld } from '../dialect.ts';
import type { Withheld } from '../plan.ts';
import { type ConfigFile, type ConfigValue, inComment, inName, isUnclear, splitValue } from './config-file.ts';

interface Row {
  readonly key: string;
  readonly start: number;
  /** Of the value. */
  readonly span: Span;
  readonly value: string;
  readonly isContinued: boolean;
}

/** https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html#load(java.io.Reader) */
export function readProperties(text: string): ConfigFile {
  return readRows(
    text,
    /^([ \t\f]*)((?:[^\\\r\n=: \t\f#!]|\\.)(?:[^\\\r\n=: \t\f]|\\.)*)[ \t\f]*[=: \t\f][ \t\f]*((?:\\(?:\r\n|[\s\S])|[^\\\r\n])*)$/gm,
    undoEscapes,
  );
}

/** Comments begin with `#` or `;`; nothing is escaped. */
export function readPlainRows(text: string): ConfigFile {
  return readRows(text, /^([ \t]*)([^\s#;=[][^=\r\n]*)=[ \t]*(.*)$/gm, written => written);
}

function readRows(text: string, row: RegExp, decode: (written: string) => string | undefined): ConfigFile {
  const rows = [...text.matchAll(row)].map(match => toRow(match, decode));
  return {
    text,
    outline: rows.map(({ key, value }) => [key, value]),
    valueAt: span => valueAt(text, rows, span, decode),
    replace: ({ secretSpan }, reference) => ({ span: secretSpan, newText: reference }),
  };
}

function toRow(match: RegExpMatchArray, decode: (written: string) => string | undefined): Row {
  const [whole, indent = '', key = '', written = ''] = match;
  const start = match.index ?? 0;
  const valueStart = start + whole.length - written.length;
  return {
    key: key.trimEnd(),
    start: start + indent.length,
    span: { start: valueStart, end: valueStart + written.length },
    value: decode(written) ?? written,
    isContinued: written.includes('\n'),
  };
}

function valueAt(
  text: string,
  rows: readonly Row[],
  secretSpan: Span,
  decode: (written: string) => string | undefined,
): ConfigValue | Withheld {
  const index = rows.findIndex(({ start, span }) => start <= secretSpan.start && secretSpan.end <= span.end);
  const row = rows[index];
  if (row === undefined) return withheld(inComment);
  const { key, span, value } = row;
  if (secretSpan.start < span.start) return withheld(inName);
  const within = { start: secretSpan.start - span.start, end: secretSpan.end - span.start };
  const written = text.slice(span.start, span.end);
  const parts = row.isContinued ? undefined : splitValue(written, value, within, decode);
  if (parts === undefined) return withheld(isUnclear);
  const first = written.charAt(0);
  const quote = first === '"' || first === "'" ? first : '';
  return { kind: 'value', path: [index, 1], keys: [key], span, secretSpan, quote, ...parts };
}

/** Undefined behind an escape that goes on. */
function undoEscapes(written: string): string | undefined {
  if (!written.includes('\\')) return written;
  if (/(?<!\\)(?:\\\\)*\\$/.test(written)) return undefined;
  return written.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code: string | undefined, character: string | undefined) =>
    code === undefined ? (letters[character ?? ''] ?? character ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const letters: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f' };
