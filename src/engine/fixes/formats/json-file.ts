// JSON, with comments and trailing commas, and the place of every string.

import { findNodeAtOffset, getNodePath, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Span } from '../../text.ts';
import { withheld } from '../dialect.ts';
import type { Withheld } from '../plan.ts';
import { type ConfigFile, type ConfigValue, inComment, inName, isBroken, isUnclear, splitValue } from './config-file.ts';
import type { Outline } from './outline.ts';

export function readJson(text: string): ConfigFile | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (root === undefined) return undefined;
  return {
    text,
    outline: getNodeValue(root) as Outline,
    valueAt: span => (errors.length > 0 ? withheld(isBroken) : valueAt(root, text, span)),
    replace: ({ secretSpan }, reference) => ({ span: secretSpan, newText: JSON.stringify(reference).slice(1, -1) }),
  };
}

function valueAt(root: Node, text: string, secretSpan: Span): ConfigValue | Withheld {
  const node = findNodeAtOffset(root, secretSpan.start);
  if (node === undefined || node.offset + node.length < secretSpan.end || node.type === 'object' || node.type === 'array') {
    return withheld(inComment);
  }
  if (node.parent?.type === 'property' && node.parent.children?.[0] === node) return withheld(inName);
  if (node.type !== 'string' || typeof node.value !== 'string') return withheld(isUnclear);
  const span = { start: node.offset, end: node.offset + node.length };
  const within = { start: secretSpan.start - span.start, end: secretSpan.end - span.start };
  const parts = splitValue(text.slice(span.start, span.end), node.value, within, decode);
  if (parts === undefined) return withheld(isUnclear);
  const path = getNodePath(node);
  return { kind: 'value', path, keys: path.map(String), span, secretSpan, quote: '"', ...parts };
}

function decode(raw: string): string | undefined {
  if (!raw.includes('\\')) return raw;
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    // The key begins or ends inside an escape.
    return undefined;
  }
}
