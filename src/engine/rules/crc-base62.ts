// The checksum that GitHub's and some other tokens end with: CRC-32 of the random part, written in six base-62 digits.
// https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Six base-62 digits, the highest first. */
export function crcBase62(text: string): string {
  let rest = crc32(text);
  let answer = '';
  for (let place = 0; place < 6; place++) {
    answer = (digits[rest % 62] ?? '') + answer;
    rest = Math.floor(rest / 62);
  }
  return answer;
}

/** Whether the last six characters are the checksum of those before, from `start` on. */
export function endsWithItsCrc(token: string, start: number): boolean {
  return crcBase62(token.slice(start, -6)) === token.slice(-6);
}

/** CRC-32 (IEEE 802.3, reflected) of ASCII text. Tokens are short: no table. */
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
