// Base64 to text, in the plain and the URL alphabet, padded or not. The only decoder of the engine.

import { isBase64, sixBitsOf } from './base64-letters.ts';

/** The decoded bytes as Latin-1 (one character a byte), or `undefined` where the text is not base64. */
export function decodeBase64(text: string): string | undefined {
  const plain = text
    .replace(/-/g, '+')
    .replace(/_/g, '/')
    .replace(/={1,2}$/, '');
  if (plain.length % 4 === 1) return undefined;
  let bytes = '';
  let buffer = 0;
  let bits = 0;
  for (let index = 0; index < plain.length; index++) {
    const code = plain.charCodeAt(index);
    if (!isBase64(code)) return undefined;
    buffer = ((buffer << 6) | sixBitsOf(code)) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes += String.fromCharCode((buffer >> bits) & 0xff);
    }
  }
  return bytes;
}

/** The decoded UTF-8 text, or `undefined` where it is not base64 or not UTF-8. */
export function decodeBase64Text(text: string): string | undefined {
  const bytes = decodeBase64(text);
  if (bytes === undefined || notUtf8.test(bytes)) return undefined;
  if (!/[\x80-\xff]/.test(bytes)) return bytes;
  try {
    return decodeURIComponent(bytes.replace(/[%\x80-\xff]/g, byte => `%${byte.charCodeAt(0).toString(16)}`));
  } catch {
    // Not UTF-8: an expected answer about foreign bytes, and the language has no other way to ask.
    return undefined;
  }
}

/** A byte that leads nothing or too little, or that nothing leads: in all but a few foreign bytes, and an exception less for them. */
const notUtf8 =
  /(?<![\x80-\xff])[\x80-\xbf]|[\xc0\xc1\xf5-\xff]|[\xc2-\xdf](?![\x80-\xbf])|[\xe0-\xef](?![\x80-\xbf]{2})|[\xf0-\xf4](?![\x80-\xbf]{3})/;
