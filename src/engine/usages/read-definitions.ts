// The rows of an environment file, NAME=value, with the value's place: where keys are meant to live.

import type { Span } from '../text.ts';

export interface Definition {
  readonly name: string;
  readonly nameSpan: Span;
  /** As a dotenv reader would give it. In memory only. */
  readonly value: string;
  /** Without the quotes; empty when the value is. */
  readonly valueSpan: Span;
}

// Double-quoted, single-quoted and backquoted values may run over lines; with more behind the closing quote than a comment
// the quotes are part of the value. Other values end with the line or at " #".
const rowStart = String.raw`^\uFEFF?[ \t]{0,99}(?:export[ \t]{1,9})?(?<name>[A-Za-z_][\w.-]{0,199})[ \t]{0,99}=[ \t]{0,99}`;
const rowEnd = String.raw`(?=[ \t]*(?:#.*)?$)`;
const quotedValue = String.raw`"(?<double>[^"\\]*(?:\\[\s\S][^"\\]*)*)"|'(?<single>[^']*)'|${'`(?<back>[^`]*)`'}`;
const row = new RegExp(String.raw`${rowStart}(?:(?:${quotedValue})${rowEnd}|(?<plain>[^\r\n]*))`, 'dgm');

export function readDefinitions(text: string): readonly Definition[] {
  return [...text.matchAll(row)].flatMap(match => {
    const groups = match.groups ?? {};
    const indices = match.indices?.groups ?? {};
    const [nameStart, nameEnd] = indices['name'] ?? [0, 0];
    const form = ['double', 'single', 'back', 'plain'].find(key => groups[key] !== undefined) ?? 'plain';
    const written = form === 'plain' ? withoutComment(groups['plain'] ?? '') : (groups[form] ?? '');
    const start = indices[form]?.[0] ?? nameEnd;
    const value = form === 'double' ? readEscapes(written) : written;
    return {
      name: groups['name'] ?? '',
      nameSpan: { start: nameStart, end: nameEnd },
      value,
      valueSpan: { start, end: start + written.length },
    };
  });
}

function withoutComment(plain: string): string {
  return plain.replace(/(?:^|[ \t]+)#.*$/, '').trimEnd();
}

/** dotenv reads \n and \r between double quotes and nothing else. */
function readEscapes(written: string): string {
  return written.replaceAll('\\n', '\n').replaceAll('\\r', '\r');
}
