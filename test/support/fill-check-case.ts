// Takes the marks out of a case's text and fills in its keys and tokens.

import { createHash } from 'node:crypto';
import type { Span } from '../../src/engine/text.ts';
import { sampleSecret } from './sample-secret.ts';

export function fillCheckCase(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
  const filled = marked
    .replace(/@JWT (.*?)@/g, (_, claims: string) => tokenOf(claims))
    .replaceAll('@KEY@', () => sampleSecret('stripe-secret-key'));
  const spans: Span[] = [];
  let text = '';
  let start = 0;
  for (const part of filled.split(/([«»])/)) {
    if (part === '«') start = text.length;
    else if (part === '»') spans.push({ start, end: text.length });
    else text += part;
  }
  return { text, spans };
}

/** Signed by nobody, but of the length of a signature. */
function tokenOf(claims: string): string {
  const [head, body] = ['{"alg":"HS256","typ":"JWT"}', claims].map(part => Buffer.from(part).toString('base64url'));
  return `${head}.${body}.${createHash('sha256').update(claims).digest('base64url')}`;
}
