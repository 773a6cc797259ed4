// YAML with the place of every scalar, for all documents of a file.

import type { Document, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Span } from '../../text.ts';
import { withheld } from '../dialect.ts';
import type { Withheld } from '../plan.ts';
import { type ConfigFile, type ConfigValue, inComment, inName, isBroken, isUnclear, splitValue } from './config-file.ts';
import type { Outline, Path } from './outline.ts';
import { yamlParser } from './parsers.ts';

export type YamlStyle = 'plain' | 'single' | 'double' | 'block';

export interface YamlScalar {
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
  readonly isBroken: boolean;
}

/** Where a map or list begins, and how it is written. */
export interface YamlGroup {
  readonly path: Path;
  readonly span: Span;
  readonly isFlow: boolean;
  /** Of each entry: where its key begins, or its item. */
  readonly entries: readonly Span[];
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

export function readYaml(text: string): YamlFile {
  const { parseAllDocuments } = yamlParser();
  const parsed = parseAllDocuments(text, { prettyErrors: false, logLevel: 'silent' });
  const documents = Array.isArray(parsed) ? parsed : [];
  const reader = new YamlReader();
  const outline = documents.map((document, index) => reader.read(document, index));
  const { scalars, groups, keys } = reader;
  const scalarAt = (span: Span): YamlScalar | undefined => scalars.find(at => at.span.start <= span.start && span.end <= at.span.end);
  return {
    text,
    outline,
    scalarAt,
    groupAt: path => groups.get(JSON.stringify(path)),
    keyAt: path => keys.get(JSON.stringify(path)),
    endOf: path => endOf(text, scalars, path),
    valueAt: span => valueAt(text, scalarAt(span), span),
    replace: (value, reference) => {
      const scalar = scalarAt(value.span);
      const span = value.secretSpan;
      return scalar === undefined ? { span, newText: reference } : replaceIn(text, scalar, span, reference);
    },
    newline: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** Blank lines at the end of a block are no part of it. */
function endOf(text: string, scalars: readonly YamlScalar[], path: Path): number | undefined {
  const ends = scalars.filter(scalar => path.every((key, index) => scalar.path[index] === key)).map(({ span }) => span.end);
  return ends.length === 0 ? undefined : text.slice(0, Math.max(...ends)).trimEnd().length;
}

/** The text as it has to be written inside a scalar of that style. */
export function encodeFor(style: YamlStyle, text: string): string {
  if (style === 'single') return text.replaceAll("'", "''");
  return style === 'double' ? JSON.stringify(text).slice(1, -1) : text;
}

class YamlReader {
  readonly scalars: YamlScalar[] = [];
  readonly groups = new Map<string, YamlGroup>();
  readonly keys = new Map<string, Span>();
  #isBroken = false;

  read({ contents, errors }: Document.Parsed, index: number): Outline {
    this.#isBroken = errors.length > 0;
    return this.#node(contents, [index], false);
  }

  #node(node: unknown, path: Path, inFlow: boolean): Outline {
    const { isAlias, isMap, isScalar, isSeq } = yamlParser();
    if (isAlias(node)) return { '*': node.source };
    if (isScalar(node)) return this.#scalar(node, path, inFlow, false);
    if (isMap(node)) return this.#map(node, path, inFlow || node.flow === true);
    if (isSeq(node)) return this.#list(node, path, inFlow || node.flow === true);
    return null;
  }

  #map(node: YAMLMap, path: Path, inFlow: boolean): Outline {
    const { isScalar } = yamlParser();
    const entries = node.items.map(({ key, value }): [string, Outline] => {
      const name = isScalar(key) ? String(key.value) : '';
      const at = [...path, name];
      if (isScalar(key)) {
        this.#scalar(key, at, inFlow, true);
        this.keys.set(JSON.stringify(at), spanOf(key.range));
      }
      return [name, this.#node(value, at, inFlow)];
    });
    const spans = node.items.map(({ key }) => spanOf(isScalar(key) ? key.range : undefined));
    this.groups.set(JSON.stringify(path), { path, span: spanOf(node.range), isFlow: inFlow, entries: spans });
    return Object.fromEntries(entries);
  }

  #list(node: YAMLSeq, path: Path, inFlow: boolean): Outline {
    const { isNode } = yamlParser();
    const spans = node.items.map(item => spanOf(isNode(item) ? item.range : undefined));
    this.groups.set(JSON.stringify(path), { path, span: spanOf(node.range), isFlow: inFlow, entries: spans });
    return node.items.map((item, index) => this.#node(item, [...path, index], inFlow));
  }

  #scalar({ range, type, value, source, tag, anchor }: Scalar, path: Path, inFlow: boolean, isKey: boolean): Outline {
    const style = styles[type ?? 'PLAIN'] ?? 'plain';
    const meaning = typeof value === 'string' ? value : (source ?? '');
    const marks = { ...(isOwn(tag) && { '!': tag }), ...(anchor !== undefined && { '&': anchor }) };
    const isMarked = Object.keys(marks).length > 0;
    const outlinePath = isMarked ? [...path, 'value'] : path;
    this.scalars.push({ path, outlinePath, span: spanOf(range), style, meaning, isKey, inFlow, isBroken: this.#isBroken });
    const said = isPlainValue(value) ? value : meaning;
    return isMarked ? { ...marks, value: said } : said;
  }
}

const styles: Readonly<Record<string, YamlStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

/** A tag of its own (`!vault`, `!Sub`) changes what the value means. */
function isOwn(tag: string | undefined): tag is string {
  return tag !== undefined && !tag.startsWith('tag:yaml.org,2002:');
}

function isPlainValue(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function spanOf(range: readonly [number, number, number] | null | undefined): Span {
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

function valueAt(text: string, scalar: YamlScalar | undefined, secretSpan: Span): ConfigValue | Withheld {
  if (scalar === undefined) return withheld(inComment);
  const { span, style, meaning, path, outlinePath } = scalar;
  if (scalar.isKey) return withheld(inName);
  if (scalar.isBroken) return withheld(isBroken);
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
  const { contents, errors } = yamlParser().parseDocument(`"${raw}"`, { prettyErrors: false, logLevel: 'silent' });
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
