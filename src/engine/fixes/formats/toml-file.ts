// TOML with the place of every string.

import type { AST } from 'toml-eslint-parser';
import type { Span } from '../../text.ts';
import { withheld } from '../dialect.ts';
import type { Withheld } from '../plan.ts';
import { type ConfigFile, type ConfigValue, inComment, inName, isUnclear, splitValue } from './config-file.ts';
import type { Outline, Path } from './outline.ts';
import { tomlParser } from './parsers.ts';

interface TomlString {
  readonly path: Path;
  readonly node: AST.TOMLStringValue;
}

export function readToml(text: string): ConfigFile | undefined {
  const program = parse(text);
  if (program === undefined) return undefined;
  const strings: TomlString[] = [];
  const [top] = program.body;
  for (const entry of top.body) {
    if (entry.type === 'TOMLKeyValue') addStrings(entry, [], strings);
    else for (const row of entry.body) addStrings(row, entry.resolvedKey, strings);
  }
  return {
    text,
    outline: outlineOf(tomlParser().getStaticTOMLValue(program)),
    valueAt: span => valueAt(text, program, strings, span),
    // References hold nothing that a string of any kind would have to escape.
    replace: ({ secretSpan }, reference) => ({ span: secretSpan, newText: reference }),
  };
}

function parse(text: string): AST.TOMLProgram | undefined {
  try {
    return tomlParser().parseTOML(text);
  } catch {
    // The parser stops at the first error.
    return undefined;
  }
}

function addStrings({ key, value }: AST.TOMLKeyValue, path: Path, strings: TomlString[]): void {
  addValue(value, [...path, ...key.keys.map(part => (part.type === 'TOMLBare' ? part.name : part.value))], strings);
}

function addValue(node: AST.TOMLContentNode, path: Path, strings: TomlString[]): void {
  if (node.type === 'TOMLArray') for (const [index, element] of node.elements.entries()) addValue(element, [...path, index], strings);
  else if (node.type === 'TOMLInlineTable') for (const row of node.body) addStrings(row, path, strings);
  else if (node.kind === 'string') strings.push({ path, node });
}

function valueAt(text: string, program: AST.TOMLProgram, strings: readonly TomlString[], secretSpan: Span): ConfigValue | Withheld {
  const isAround = ({ range: [start, end] }: { readonly range: readonly [number, number] }): boolean =>
    start <= secretSpan.start && secretSpan.end <= end;
  const found = strings.find(({ node }) => isAround(node));
  if (found === undefined) return withheld(program.comments.some(isAround) ? inComment : inName);
  const { node, path } = found;
  const [start, end] = node.range;
  const within = { start: secretSpan.start - start, end: secretSpan.end - start };
  const decode = (raw: string): string | undefined => (node.style === 'literal' ? raw : decodeBasic(raw));
  const parts = splitValue(text.slice(start, end), node.value, within, decode);
  if (parts === undefined) return withheld(isUnclear);
  return {
    kind: 'value',
    path,
    keys: path.map(String),
    span: { start, end },
    secretSpan,
    quote: node.style === 'literal' ? "'" : '"',
    ...parts,
  };
}

function decodeBasic(raw: string): string | undefined {
  if (!raw.includes('\\')) return raw;
  // Undefined where the key begins or ends inside an escape.
  const program = parse(`x = "${raw}"`);
  const value = program && outlineOf(tomlParser().getStaticTOMLValue(program));
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? String(Object.values(value)[0]) : undefined;
}

/** Dates and long numbers as text. */
function outlineOf(value: unknown): Outline {
  if (Array.isArray(value)) return value.map(outlineOf);
  if (typeof value === 'bigint' || value instanceof Date) return String(value);
  if (typeof value !== 'object' || value === null) return value as Outline;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, outlineOf(inner)]));
}
