// A block of a text as bytes, so that a place in the bytes is a place in the text, and tables can be asked about each. Every pass
// over the text reads the same block: it is copied once.

/** What a `TextEncoder` does. The engine runs where there may be none: then it copies one character at a time, at a seventh of the speed. */
export interface AsciiEncoder {
  encodeInto(text: string, bytes: Uint8Array): { readonly read: number; readonly written: number };
}

/** Characters of a block: what the processor's cache holds beside the tables. */
export const blockSize = 1 << 16;

/** Room around a block, for what reaches across its edges. Even, and more than a keyword reaches from its quad. */
export const margin = 128;

export interface TextBlock {
  readonly buffer: ArrayBuffer;
  /**
   * Copies the block that begins at `base`: it comes to lie at `margin`, with `margin` characters of the text on either side, and
   * zeros where the text ends. Of characters beyond Latin-1 only the low byte is kept: whoever finds something in the bytes looks at
   * the text again.
   */
  readonly read: (text: string, base: number) => void;
}

/** There is one for each encoder: readers take turns. */
export function textBlock(encoder: AsciiEncoder | undefined): TextBlock {
  if (!last || last.encoder !== encoder) last = { encoder, block: newTextBlock(encoder) };
  return last.block;
}

let last: { readonly encoder: AsciiEncoder | undefined; readonly block: TextBlock } | undefined;

function newTextBlock(encoder: AsciiEncoder | undefined): TextBlock {
  const buffer = new ArrayBuffer(margin + blockSize + margin);
  const bytes = new Uint8Array(buffer);
  const behindMargin = bytes.subarray(margin);
  /** What the block holds, of texts that it holds as a whole, until it is read again: a text is not kept in memory for that. */
  let held: string | undefined;

  /** `false` where not all is ASCII: UTF-8 then has more bytes than the text has characters. */
  function encode(part: string, target: Uint8Array): boolean {
    if (!encoder) return false;
    const { read, written } = encoder.encodeInto(part, target);
    return read === part.length && written === part.length;
  }

  function read(text: string, base: number): void {
    const isHeld = text === held;
    held = isHeld || text.length > blockSize ? undefined : text;
    if (isHeld) return;
    const start = Math.max(0, base - margin);
    const end = Math.min(text.length, base + blockSize + margin);
    const part = start === 0 && end === text.length ? text : text.slice(start, end);
    const target = base === 0 ? behindMargin : bytes;
    if (!encode(part, target)) for (let index = 0; index < part.length; index++) target[index] = part.charCodeAt(index);
    if (base === 0) bytes.fill(0, 0, margin);
    // Readers look at what they take for the text's end, and at what a group or a keyword reaches behind it.
    bytes.fill(0, margin + end - base, Math.min(bytes.length, margin + end - base + margin));
  }

  return { buffer, read };
}
