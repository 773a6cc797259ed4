// Reads a stream of bytes by lines and by lengths, holding no more than is asked for at a time.

export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #pending: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** Without its line end; what is left when the stream ends first. */
  async line(): Promise<string> {
    let end = this.#pending.indexOf(lineEnd);
    while (end === -1) {
      if (!(await this.#more())) break;
      end = this.#pending.indexOf(lineEnd);
    }
    const line = end === -1 ? this.#pending : this.#pending.subarray(0, end);
    this.#pending = this.#pending.subarray(line.length + 1);
    return line.toString('utf8');
  }

  /** Fewer when the stream ends first. */
  async take(length: number): Promise<Buffer> {
    const parts = [this.#cut(length)];
    let left = length - (parts[0]?.length ?? 0);
    while (left > 0 && (await this.#more())) {
      const part = this.#cut(left);
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  }

  async skip(length: number): Promise<void> {
    let left = length - this.#cut(length).length;
    while (left > 0 && (await this.#more())) left -= this.#cut(left).length;
  }

  #cut(length: number): Buffer {
    const part = this.#pending.subarray(0, length);
    this.#pending = this.#pending.subarray(part.length);
    return part;
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#chunks.next();
    if (done) return false;
    this.#pending = this.#pending.length === 0 ? value : Buffer.concat([this.#pending, value]);
    return true;
  }
}

const lineEnd = 10;
