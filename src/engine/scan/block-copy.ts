// Copies a block of a text into bytes, so that a place in the bytes is a place in the text.

/** What a `TextEncoder` does. The engine runs where there may be none: then it copies one character at a time, at a seventh of the speed. */
export interface AsciiEncoder {
  encodeInto(text: string, bytes: Uint8Array): { readonly read: number; readonly written: number };
}

/** The block comes to lie at `margin`, the character ahead of it and `margin` characters behind it around it, zeros where the text ends. */
export type CopyBlock = (text: string, base: number, size: number) => void;

/** Of characters beyond Latin-1 only the low byte is kept: whoever finds something in the bytes looks at the text again. */
export function createBlockCopy(bytes: Uint8Array, margin: number, encoder: AsciiEncoder | undefined): CopyBlock {
  const block = bytes.subarray(margin);

  /** `false` where not all is ASCII: UTF-8 then has more bytes than the text has characters. */
  function encode(part: string): boolean {
    if (!encoder) return false;
    const { read, written } = encoder.encodeInto(part, block);
    return read === part.length && written === part.length;
  }

  return (text, base, size) => {
    const end = Math.min(text.length, base + size + margin);
    if (!encode(base === 0 && end === text.length ? text : text.slice(base, end))) {
      for (let index = base; index < end; index++) bytes[margin + index - base] = text.charCodeAt(index);
    }
    bytes[margin - 1] = base > 0 ? text.charCodeAt(base - 1) : 0;
    bytes.fill(0, margin + end - base, margin + size + margin);
  };
}
