// XML with the place of every attribute and text.

import type { XmlDocument, XmlElement, XmlNode } from '@rgrove/parse-xml';
import type { Span } from '../../text.ts';
import { withheld } from '../dialect.ts';
import type { Withheld } from '../plan.ts';
import { type ConfigFile, type ConfigValue, inComment, isUnclear, type Quote, splitValue } from './config-file.ts';
import type { Outline } from './outline.ts';
import { xmlParser } from './parsers.ts';

interface XmlValue extends Pick<ConfigValue, 'path' | 'keys' | 'span' | 'quote'> {
  readonly content: Span;
  readonly meaning: string;
  readonly isRaw: boolean;
}

export function readXml(text: string): ConfigFile | undefined {
  const document = parse(text);
  if (document === undefined) return undefined;
  const values: XmlValue[] = [];
  const outline = outlineOf(document, text, [], [], values);
  return {
    text,
    outline,
    valueAt: span => valueAt(text, values, span),
    replace: ({ secretSpan }, reference) => ({
      span: secretSpan,
      newText: reference.replace(/[&<>"']/g, character => entities[character] ?? character),
    }),
  };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** The parser takes line ends together, which would move its offsets; a blank instead of a carriage return does not. */
function parse(text: string): XmlDocument | undefined {
  const body = text.replaceAll('\r', ' ');
  try {
    return xmlParser().parseXml(body, { includeOffsets: true, preserveComments: true, preserveCdata: true });
  } catch {
    // Not well-formed, or with a document type that only a validating parser reads.
    return undefined;
  }
}

function outlineOf(
  node: XmlDocument | XmlElement,
  text: string,
  path: readonly (string | number)[],
  keys: readonly string[],
  values: XmlValue[],
): Outline {
  return node.children.map((child, index): Outline => {
    const at = [...path, index];
    if (isElement(child)) {
      const names = [...keys, child.name];
      addAttributes(child, text, [...at, 'attributes'], names, values);
      const children = outlineOf(child, text, [...at, 'children'], names, values);
      return { name: child.name, attributes: { ...child.attributes }, children };
    }
    if ((child.type === 'text' || child.type === 'cdata') && 'text' in child) {
      const meaning = String(child.text);
      const isRaw = child.type === 'cdata';
      const span = { start: child.start, end: child.end };
      values.push({ path: [...at, 'text'], keys, span, content: span, quote: '', meaning, isRaw });
      return { text: meaning };
    }
    return { other: child.type };
  });
}

function isElement(node: XmlNode): node is XmlElement {
  return node.type === 'element';
}

function addAttributes(
  element: XmlElement,
  text: string,
  path: readonly (string | number)[],
  keys: readonly string[],
  values: XmlValue[],
): void {
  const tag = /^<[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*/.exec(text.slice(element.start, element.end))?.[0] ?? '';
  for (const { 1: name = '', 2: written = '', index } of tag.matchAll(/\s([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    const end = element.start + tag.indexOf(written, index) + written.length;
    const span = { start: end - written.length, end };
    const content = { start: span.start + 1, end: end - 1 };
    const quote: Quote = written.startsWith('"') ? '"' : "'";
    values.push({
      path: [...path, name],
      keys: [...keys, `@${name}`],
      span,
      content,
      quote,
      meaning: element.attributes[name] ?? '',
      isRaw: false,
    });
  }
}

function valueAt(text: string, values: readonly XmlValue[], secretSpan: Span): ConfigValue | Withheld {
  const value = values.find(({ content }) => content.start <= secretSpan.start && secretSpan.end <= content.end);
  if (value === undefined) return withheld(inComment);
  const { path, keys, span, content, quote, meaning, isRaw } = value;
  const within = { start: secretSpan.start - content.start, end: secretSpan.end - content.start };
  const parts = splitValue(text.slice(content.start, content.end), meaning, within, written => (isRaw ? written : decode(written)));
  return parts === undefined ? withheld(isUnclear) : { kind: 'value', path, keys, span, secretSpan, quote, ...parts };
}

/** The five entities that every parser knows, and characters by their number. */
function decode(written: string): string | undefined {
  if (!written.includes('&')) return written;
  try {
    return xmlParser().parseXml(`<v>${written}</v>`).text;
  } catch {
    // The key begins or ends inside an entity.
    return undefined;
  }
}
