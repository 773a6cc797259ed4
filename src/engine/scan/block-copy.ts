// Copies a block of a text into bytes, so that a place in the bytes is a place in the text.

/** What a `TextEncoder` does. The engine runs where there may be none: then it copies one character at a time, at a seventh of the speed. */
export interface AsciiEncoder {
  encodeInto(text: string, bytes: Uint8Array): { readonly read: number; readonly written: number };
}

/** The block comes to lie at `margin`, `margin` characters of the text around it on either side, zeros where the text ends. */
export type CopyBlock = (text: string, base: number, size: number) => void;

/** Of characters beyond Latin-1 only the low byte is kept: whoever finds something in the bytes looks at the text again. */
export function createBlockCopy(bytes: Uint8Array, margin: number, encoder: AsciiEncoder | undefined): CopyBlock {
  const block = bytes.subarray(margin);

  /** `false` where not all is ASCII: UTF-8 then has more bytes than the text has characters. */
  function encode(part: string, target: Uint8Array): boolean {
    if (!encoder) return false;
    const { read, written } = encoder.encodeInto(part, target);
    return read === part.length && written === part.length;
  }

  return (text, base, size) => {
    const start = Math.max(0, base - margin);
    const end = Math.min(text.length, base + size + margin);
    const part = start === 0 && end === text.length ? text : text.slice(start, end);
    const target = base === 0 ? block : bytes;
    if (!encode(part, target)) for (let index = 0; index < part.length; index++) target[index] = part.charCodeAt(index);
    if (base === 0) bytes.fill(0, 0, margin);
    bytes.fill(0, margin + end - base, margin + size + margin);
  };
}
