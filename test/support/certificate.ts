// A certificate with no more than the fields up to its dates, none of them true: for what reads when one ends.

/** DER, one character a byte. `notAfter`: `230101000000Z`, or with four digits of the year. */
export function certificate(notAfter: string, hasVersion = true): string {
  const time = (text: string) => der(text.length === 13 ? 0x17 : 0x18, text);
  const validity = der(0x30, time('200101000000Z') + time(notAfter));
  const issuer = der(0x30, der(0x31, 'x'.repeat(150)));
  const version = hasVersion ? der(0xa0, der(0x02, '\x02')) : '';
  return der(0x30, der(0x30, version + der(0x02, '\x01') + der(0x30, '') + issuer + validity));
}

function der(tag: number, content: string): string {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return String.fromCharCode(tag, ...size) + content;
}
