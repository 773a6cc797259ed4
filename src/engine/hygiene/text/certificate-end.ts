// Until when an X.509 certificate is good: just enough of DER to walk to that field. https://www.rfc-editor.org/rfc/rfc5280#section-4.1

interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

const tags = { sequence: 0x30, explicitVersion: 0xa0, utcTime: 0x17, generalizedTime: 0x18 } as const;

/** Milliseconds since 1970. `der`: one character a byte. `undefined` where it is no certificate. */
export function certificateEnd(der: string): number | undefined {
  const certificate = elementAt(der, 0);
  const body = certificate?.tag === tags.sequence ? elementAt(der, certificate.start) : undefined;
  if (body?.tag !== tags.sequence) return undefined;
  const fields = elementsIn(der, body, 6);
  // version (absent in version 1), serial number, signature algorithm, issuer, validity
  const validity = fields[fields[0]?.tag === tags.explicitVersion ? 4 : 3];
  if (validity?.tag !== tags.sequence) return undefined;
  const notAfter = elementsIn(der, validity, 2)[1];
  return notAfter && readTime(der.slice(notAfter.start, notAfter.end), notAfter.tag);
}

function elementsIn(der: string, { start, end }: Element, most: number): readonly Element[] {
  const elements: Element[] = [];
  for (let at = start; at < end && elements.length < most; ) {
    const element = elementAt(der, at);
    if (!element || element.end > end) break;
    elements.push(element);
    at = element.end;
  }
  return elements;
}

/** A tag, a length in one byte or behind a count of bytes, and the content. */
function elementAt(der: string, at: number): Element | undefined {
  const first = der.charCodeAt(at + 1);
  const lengthBytes = first < 0x80 ? 0 : first - 0x80;
  if (Number.isNaN(first) || lengthBytes > 3) return undefined;
  let length = lengthBytes === 0 ? first : 0;
  for (let index = 0; index < lengthBytes; index++) length = length * 256 + der.charCodeAt(at + 2 + index);
  const start = at + 2 + lengthBytes;
  return start + length <= der.length ? { tag: der.charCodeAt(at), start, end: start + length } : undefined;
}

/** `YYMMDDHHMMSSZ`, in which years from 50 on are of the last century, or `YYYYMMDDHHMMSSZ`. */
function readTime(time: string, tag: number): number | undefined {
  const digits = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(time)?.slice(1).map(Number);
  if (!digits || (tag !== tags.utcTime && tag !== tags.generalizedTime)) return undefined;
  const [written = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = digits;
  const century = written >= 50 ? 1900 : 2000;
  return Date.UTC(tag === tags.utcTime ? century + written : written, month - 1, day, hour, minute, second);
}
