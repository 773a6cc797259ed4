// YAML with the place of every scalar, for all documents of a file.

import type { Pair, Scalar } from 'yaml';
import type { Span } from '../../text.ts';
import { withheld } from '../dialect.ts';
import type { Withheld } from '../plan.ts';
import { type ConfigFile, type ConfigValue, inComment, inName, isBroken, isUnclear, splitValue } from './config-file.ts';
import type { Outline, Path } from './outline.ts';
import { yamlParser } from './parsers.ts';

export type YamlStyle = 'plain' | 'single' | 'double' | 'block';

interface YamlScalar {
  /** Document, then names and numbers. */
  readonly path: Path;
  /** The same but for a value with a tag or anchor: that is one level deeper. */
  readonly outlinePath: Path;
  readonly span: Span;
  readonly style: YamlStyle;
  readonly meaning: string;
  readonly isKey: boolean;
  /** In a list or map of the form `[…]`, `{…}`. */
  readonly inFlow: boolean;
}

/** A map or list as it is written. */
interface YamlGroup {
  readonly isFlow: boolean;
  /** Where each entry begins: its key, or its item. */
  readonly starts: readonly number[];
}

export interface YamlFile extends ConfigFile {
  readonly scalarAt: (span: Span) => YamlScalar | undefined;
  readonly groupAt: (path: Path) => YamlGroup | undefined;
  /** Where a key of a map is written. */
  readonly keyAt: (path: Path) => Span | undefined;
  /** Where the last character of what stands under a path ends. */
  readonly endOf: (path: Path) => number | undefined;
  readonly newline: string;
}

// Looking for keys that are there twice takes long in long maps, and such a file fails the comparison after the change.
const options = { prettyErrors: false, logLevel: 'silent', uniqueKeys: false } as const;

export function readYaml(text: string): YamlFile {
  const parsed = yamlParser().parseAllDocuments(text, options);
  const documents = Array.isArray(parsed) ? parsed : [];
  const scalarAt = (span: Span): YamlScalar | undefined =>
    documents.map(({ contents }, index) => findScalar(contents, [index], false, span)).find(scalar => scalar !== undefined);
  const nodeAt = ([document, ...path]: Path): unknown => path.reduce<unknown>(childOf, documents[Number(document)]?.contents);
  return {
    text,
    outline: documents.map(({ contents }) => outlineOf(contents)),
    scalarAt,
    groupAt: path => toGroup(nodeAt(path)),
    keyAt: path => {
      const key = pairOf(nodeAt(path.slice(0, -1)), path.at(-1))?.key;
      return yamlParser().isScalar(key) ? spanOf(key) : undefined;
    },
    // Blank lines at the end of a block are no part of it.
    endOf: path => {
      const end = lastEnd(nodeAt(path));
      return end === undefined ? undefined : text.slice(0, end).trimEnd().length;
    },
    valueAt: span => {
      const scalar = scalarAt(span);
      const errors = scalar === undefined ? [] : documents[Number(scalar.path[0])]?.errors;
      return errors?.length === 0 ? valueAt(text, scalar, span) : withheld(isBroken);
    },
    replace: (value, reference) => {
      const scalar = scalarAt(value.span);
      const span = value.secretSpan;
      return scalar === undefined ? { span, newText: reference } : replaceIn(text, scalar, span, reference);
    },
    newline: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** The text as it has to be written inside a scalar of that style. */
export function encodeFor(style: YamlStyle, text: string): string {
  if (style === 'single') return text.replaceAll("'", "''");
  return style === 'double' ? JSON.stringify(text).slice(1, -1) : text;
}

function outlineOf(node: unknown): Outline {
  const { isAlias, isMap, isScalar, isSeq } = yamlParser();
  if (isAlias(node)) return { '*': node.source };
  if (isScalar(node)) return outlineOfScalar(node);
  if (isSeq(node)) return node.items.map(outlineOf);
  return isMap(node) ? Object.fromEntries(node.items.map(({ key, value }) => [nameOf(key), outlineOf(value)])) : null;
}

function outlineOfScalar(node: Scalar): Outline {
  const { value } = node;
  const said = value === null || typeof value === 'number' || typeof value === 'boolean' ? value : meaningOf(node);
  return isMarked(node) ? { '!': node.tag ?? '', '&': node.anchor ?? '', value: said } : said;
}

/** With a tag of its own (`!vault`, `!Sub`), which changes what the value means, or with an anchor. */
function isMarked({ tag, anchor }: Scalar): boolean {
  return anchor !== undefined || (tag !== undefined && !tag.startsWith('tag:yaml.org,2002:'));
}

function meaningOf({ value, source }: Scalar): string {
  return typeof value === 'string' ? value : (source ?? '');
}

function nameOf(key: unknown): string {
  return yamlParser().isScalar(key) ? String(key.value) : '';
}

function findScalar(node: unknown, path: Path, inFlow: boolean, span: Span): YamlScalar | undefined {
  const { isMap, isScalar, isSeq } = yamlParser();
  if (isScalar(node)) return holds(node, span) ? toScalar(node, path, inFlow, false) : undefined;
  if (!isMap(node) && !isSeq(node)) return undefined;
  const flow = inFlow || node.flow === true;
  if (isSeq(node)) {
    const index = node.items.findIndex(item => holds(item, span));
    return findScalar(node.items[index], [...path, index], flow, span);
  }
  const pair = node.items.find(({ key, value }) => holds(key, span) || holds(value, span));
  const at = [...path, nameOf(pair?.key)];
  return isScalar(pair?.key) && holds(pair.key, span) ? toScalar(pair.key, at, flow, true) : findScalar(pair?.value, at, flow, span);
}

function toScalar(node: Scalar, path: Path, inFlow: boolean, isKey: boolean): YamlScalar {
  const outlinePath = isMarked(node) ? [...path, 'value'] : path;
  return { path, outlinePath, span: spanOf(node), style: styles[node.type ?? 'PLAIN'] ?? 'plain', meaning: meaningOf(node), isKey, inFlow };
}

const styles: Readonly<Record<string, YamlStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

function childOf(node: unknown, key: string | number): unknown {
  if (typeof key === 'number') return yamlParser().isSeq(node) ? node.items[key] : undefined;
  return pairOf(node, key)?.value;
}

function pairOf(node: unknown, key: string | number | undefined): Pair | undefined {
  return yamlParser().isMap(node) ? node.items.find(pair => nameOf(pair.key) === key) : undefined;
}

function toGroup(node: unknown): YamlGroup | undefined {
  const { isMap, isSeq } = yamlParser();
  if (isMap(node)) return { isFlow: node.flow === true, starts: node.items.map(({ key }) => spanOf(key).start) };
  return isSeq(node) ? { isFlow: node.flow === true, starts: node.items.map(item => spanOf(item).start) } : undefined;
}

/** What a map or list takes up reaches to the next key: its last scalar tells where it ends. */
function lastEnd(node: unknown): number | undefined {
  const { isMap, isNode, isSeq } = yamlParser();
  if (isSeq(node) && node.flow !== true) return lastEnd(node.items.at(-1));
  if (isMap(node) && node.flow !== true) return lastEnd(node.items.at(-1)?.value) ?? lastEnd(node.items.at(-1)?.key);
  return isNode(node) ? spanOf(node).end : undefined;
}

function holds(node: unknown, { start, end }: Span): boolean {
  const span = spanOf(node);
  return span.start <= start && end <= span.end;
}

function spanOf(node: unknown): Span {
  const range = yamlParser().isNode(node) ? node.range : undefined;
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

function valueAt(text: string, scalar: YamlScalar | undefined, secretSpan: Span): ConfigValue | Withheld {
  if (scalar === undefined) return withheld(inComment);
  const { span, style, meaning, path, outlinePath } = scalar;
  if (scalar.isKey) return withheld(inName);
  const within = { start: secretSpan.start - span.start, end: secretSpan.end - span.start };
  const parts = splitValue(text.slice(span.start, span.end), meaning, within, raw => decode(raw, style));
  if (parts === undefined) return withheld(isUnclear);
  const quote = style === 'double' ? '"' : style === 'single' ? "'" : '';
  return { kind: 'value', path: outlinePath, keys: path.slice(1).map(String), span, secretSpan, quote, ...parts };
}

function decode(raw: string, style: YamlStyle): string | undefined {
  if (/[\r\n]/.test(raw)) return undefined;
  if (style === 'single') return raw.replaceAll("''", "'");
  if (style !== 'double' || !raw.includes('\\')) return raw;
  const { contents, errors } = yamlParser().parseDocument(`"${raw}"`, options);
  const value: unknown = yamlParser().isScalar(contents) ? contents.value : undefined;
  return errors.length === 0 && typeof value === 'string' ? value : undefined;
}

function replaceIn(text: string, { span, style, inFlow }: YamlScalar, part: Span, reference: string): { span: Span; newText: string } {
  const encoded = { span: part, newText: encodeFor(style, reference) };
  if (style !== 'plain') return encoded;
  const plain = text.slice(span.start, part.start) + reference + text.slice(part.end, span.end);
  if (!needsQuotes(plain, inFlow)) return encoded;
  return { span, newText: /["\\]/.test(plain) ? `'${plain.replaceAll("'", "''")}'` : `"${plain}"` };
}

/** https://yaml.org/spec/1.2.2/#733-plain-style */
function needsQuotes(plain: string, inFlow: boolean): boolean {
  return /^(?:[,[\]{}#&*!|>'"%@`]|[?:-](?:\s|$))|:(?:\s|$)|\s#/.test(plain) || (inFlow && /[,[\]{}]/.test(plain));
}
