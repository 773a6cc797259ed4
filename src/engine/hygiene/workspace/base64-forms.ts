// How a value looks inside base64, wherever in the encoded text it begins.

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Three bytes make four letters, so there are three ways to begin. The letters that neighbours have a part in are left out; each way
 * is there in both alphabets where they differ.
 */
export function base64Forms(value: string): readonly string[] {
  const bytes = bytesOf(value);
  const forms = [0, 1, 2].map(shift => {
    const whole = encode([...Array.from({ length: shift }, () => 0), ...bytes]);
    const begin = shift === 0 ? 0 : shift + 1;
    const end = Math.floor(((shift + bytes.length) * 8) / 6);
    return whole.slice(begin, end);
  });
  return [...new Set(forms.flatMap(form => [form, form.replaceAll('+', '-').replaceAll('/', '_')]))];
}

/** Without padding; what is missing at the end counts as zeros. */
function encode(bytes: readonly number[]): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const triple = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    for (const place of [18, 12, 6, 0]) text += letters.charAt((triple >> place) & 63);
  }
  return text;
}

/** In UTF-8. */
function bytesOf(value: string): readonly number[] {
  const escaped = encodeURIComponent(value);
  return Array.from(escaped.matchAll(/%([0-9A-F]{2})|([^%])/g), ([, hex, plain = '']) =>
    hex === undefined ? plain.charCodeAt(0) : Number.parseInt(hex, 16),
  );
}
