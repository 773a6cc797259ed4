// Base64 to text, in the plain and the URL alphabet, padded or not. The only decoder of the engine.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

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
  for (const character of plain) {
    const value = alphabet.indexOf(character);
    if (value < 0) return undefined;
    buffer = ((buffer << 6) | value) & 0xffff;
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
  if (bytes === undefined) return undefined;
  try {
    return decodeURIComponent(bytes.replace(/[%\x80-\xff]/g, byte => `%${byte.charCodeAt(0).toString(16)}`));
  } catch {
    // Not UTF-8: an expected answer about foreign bytes, and the language has no other way to ask.
    return undefined;
  }
}
