// What a value says when it is base64 of readable characters: a placeholder stays one in any coat.

import { decodeBase64Text } from '../../base64.ts';

const looksEncoded = /^[A-Za-z0-9+/]{6,120}={0,2}$/;

/** The value, and what it decodes to where that is readable. */
export function plainly(value: string): readonly string[] {
  if (value.length % 4 !== 0 || !looksEncoded.test(value)) return [value];
  const decoded = decodeBase64Text(value);
  if (decoded === undefined || !/^[\x20-\x7e]+\s?$/.test(decoded)) return [value];
  // What a document says beside a secret says nothing of the secret.
  return decoded.startsWith('{"') ? [value] : [value, decoded.trimEnd()];
}
