// The letters of base64 and the bytes of readable text, as tables: what is asked of nearly every character of every file.

/** By character code: the letter's six bits and one more; 0 for what is no letter. */
const valuesPlusOne = new Uint8Array(256);
for (const [value, letter] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  valuesPlusOne[letter.charCodeAt(0)] = value + 1;

const readable = new Uint8Array(256);
for (const code of [9, 10, 13]) readable[code] = 1;
readable.fill(1, 0x20, 0x7f);

export function isBase64(code: number): boolean {
  return code < 256 && valuesPlusOne[code] !== 0;
}

/** Of a letter of base64. */
export function sixBitsOf(code: number): number {
  return (valuesPlusOne[code] ?? 0) - 1;
}

/** Whether a byte is one of readable ASCII text. */
export function isReadable(byte: number): boolean {
  return readable[byte] === 1;
}
