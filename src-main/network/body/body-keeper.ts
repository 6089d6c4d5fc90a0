/** Holds the end of a zip: its last record and the longest comment behind it (APPNOTE 4.3.16), rounded up. */
const TAIL_BYTES = 66 * 1024;

/** The first bytes of a stream, how many there were, and the last ones if more came than is kept. */
export class Keeper {
  seen = 0;
  length = 0;
  readonly #limit: number;
  readonly #chunks: Uint8Array[] = [];
  /** Filled round and round once the first bytes are complete. */
  #tail: Buffer | null = null;
  #tailAt = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.seen > this.length;
  }

  add(chunk: Uint8Array): void {
    this.seen += chunk.length;
    const room = Math.max(0, this.#limit - this.length);
    if (room > 0) {
      // A copy, since a small slice would hold the whole chunk in memory.
      const part = Uint8Array.prototype.slice.call(chunk, 0, room);
      this.#chunks.push(part);
      this.length += part.length;
    }
    if (chunk.length > room) this.#addToTail(chunk.subarray(room));
  }

  #addToTail(chunk: Uint8Array): void {
    this.#tail ??= Buffer.alloc(TAIL_BYTES);
    const last = chunk.subarray(Math.max(0, chunk.length - TAIL_BYTES));
    const first = last.subarray(0, TAIL_BYTES - this.#tailAt);
    this.#tail.set(first, this.#tailAt);
    this.#tail.set(last.subarray(first.length), 0);
    this.#tailAt = (this.#tailAt + last.length) % TAIL_BYTES;
  }

  startsWith(...start: readonly number[]): boolean {
    const bytes = this.bytes();
    return start.every((byte, index) => bytes[index] === byte);
  }

  bytes(): Uint8Array {
    // Joined once, since this may be asked after each chunk.
    if (this.#chunks.length > 1) this.#chunks.splice(0, this.#chunks.length, Buffer.concat(this.#chunks));
    return this.#chunks[0] ?? Buffer.alloc(0);
  }

  /** The last bytes, at least 66 KiB of them or all. */
  end(): Uint8Array {
    if (this.#tail === null) return this.bytes();
    const behind = this.seen - this.length;
    if (behind >= TAIL_BYTES)
      return Buffer.concat([this.#tail.subarray(this.#tailAt), this.#tail.subarray(0, this.#tailAt)]);
    return Buffer.concat([this.bytes(), this.#tail.subarray(0, behind)]);
  }
}
