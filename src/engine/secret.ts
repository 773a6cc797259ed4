// The only two shapes in which a value may leave the engine: masked for people, fingerprinted for machines.

/** Hashes a value one way under the project's salt (HMAC-SHA-256, hex, first 32 digits). Passed in by the composition root. */
export type Fingerprint = (value: string) => string;

/**
 * A preview that lets a person recognise the key but tells nothing usable: a known public prefix or the first few
 * characters, an ellipsis, the last two. Of a key in armour the kind. Short values show nothing of themselves. Line breaks never show.
 */
export function mask(value: string): string {
  const armour = armourHead.exec(value)?.[0];
  if (armour) return `${armour}…`;
  const oneLine = value.replace(/\s+/g, ' ').trim();
  if (oneLine.length < 12) return '••••••••';
  const shown = oneLine.length < 20 ? 2 : 4;
  const tail = oneLine.length < 20 ? 0 : 2;
  return `${oneLine.slice(0, shown)}…${tail ? oneLine.slice(-tail) : ''}`;
}

/** `-----BEGIN RSA PRIVATE KEY-----` says which kind of key follows, and is the same in all of them. */
const armourHead = /^-{5}BEGIN [A-Z0-9 ]{3,40}/;
