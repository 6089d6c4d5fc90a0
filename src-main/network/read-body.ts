import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

import type { Body } from '../contract/diagnosis.ts';
import { decodeText } from './decode-text.ts';
import { CodedError } from './network-failure.ts';
import { sweepYoung } from './sweep-young.ts';

/** A body as it was read, and the error that cut it off, if any did. */
export interface ReadBody {
  readonly body: Body;
  readonly error: unknown;
}

export interface ReadBodyOptions {
  readonly contentEncoding: string | null;
  readonly contentType: string | null;
  /** How many decoded bytes are kept. */
  readonly keepBytes: number;
}

/** More than any answer of Xray's; whoever sends it will not end. */
const MOST_WIRE_BYTES = 512 * 1024 * 1024;

/**
 * Reads a body to its end, keeps its first bytes and counts the rest, so that memory stays flat whatever comes. Never
 * rejects: when the stream fails, what had come is given together with the error.
 */
export async function readBody(
  stream: AsyncIterable<Uint8Array>,
  options: ReadBodyOptions,
): Promise<ReadBody> {
  const raw = new Keeper(options.keepBytes);
  const decoding = createDecoding(options.contentEncoding, options.keepBytes);
  let error: unknown = null;
  let sweptAt = 0;
  try {
    for await (const chunk of stream) {
      raw.add(chunk);
      await decoding.write(chunk);
      if (raw.seen - sweptAt > SWEEP_EVERY_BYTES) {
        sweptAt = raw.seen;
        sweepYoung();
      }
      if (raw.seen > MOST_WIRE_BYTES) {
        throw new CodedError('BODY_TOO_LONG', 'The answer had not ended after 512 MiB.');
      }
    }
  } catch (cause) {
    error = cause ?? new CodedError('UNKNOWN', 'The answer was cut off.');
  }
  const { kept, isBroken } = await decoding.end(error === null);
  return { body: bodyOf(raw, kept, isBroken, options), error };
}

/** How much may pass by before the dead buffers are swept away. */
const SWEEP_EVERY_BYTES = 4 * 1024 * 1024;

function bodyOf(raw: Keeper, kept: Keeper, isBroken: boolean, options: ReadBodyOptions): Body {
  // Some servers name an encoding and send plain text: then the bytes themselves are what a person should see.
  const readable = isBroken && kept.seen === 0 ? plainBytes(raw, options) : kept;
  const decoded = decodeText(readable.bytes(), options.contentType, !readable.isFull);
  return {
    ...decoded,
    wireBytes: raw.seen,
    keptBytes: readable.length,
    truncated: readable.isFull,
    contentEncoding: options.contentEncoding,
    problem: isBroken ? 'broken-compression' : null,
  };
}

function plainBytes(raw: Keeper, options: ReadBodyOptions): Keeper {
  const { looksLike } = decodeText(raw.bytes(), options.contentType, !raw.isFull);
  const isLegible = looksLike === 'json' || looksLike === 'html' || looksLike === 'text';
  return isLegible ? raw : new Keeper(0);
}

/** The first bytes of a stream, and how many there were. */
class Keeper {
  seen = 0;
  length = 0;
  readonly #limit: number;
  readonly #chunks: Uint8Array[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether there was more than is kept. */
  get isFull(): boolean {
    return this.seen > this.length;
  }

  add(chunk: Uint8Array): void {
    this.seen += chunk.length;
    const room = this.#limit - this.length;
    if (room <= 0) return;
    // A copy, since a small slice would hold the whole chunk in memory.
    const part = Uint8Array.prototype.slice.call(chunk, 0, room);
    this.#chunks.push(part);
    this.length += part.length;
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }
}

interface Decoding {
  /** Takes the next bytes; waits until they are decoded or no longer wanted. */
  write(chunk: Uint8Array): Promise<void>;
  /** Gives what was decoded. `isWhole` tells that the stream came to its proper end. */
  end(isWhole: boolean): Promise<{ readonly kept: Keeper; readonly isBroken: boolean }>;
}

function createDecoding(contentEncoding: string | null, limit: number): Decoding {
  const names = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse();
  const kept = new Keeper(limit);
  let decoders: Transform[] | null = null;
  let isBroken = false;
  let isOver = false;

  const finish = (): void => {
    isOver = true;
    for (const decoder of decoders ?? []) decoder.destroy();
  };
  const start = (firstChunk: Uint8Array): Transform[] => {
    const made = names
      .slice(0, MOST_LAYERS)
      .map((name, index) => decoderFor(name, index === 0 ? firstChunk : null));
    const known = made.filter((decoder) => decoder !== null);
    if (known.length < names.length) {
      isBroken = true;
      isOver = true;
      return [];
    }
    for (const [index, decoder] of known.entries()) {
      decoder.on('error', () => {
        // Errors after we stopped listening are our own doing.
        if (!isOver) isBroken = true;
        finish();
      });
      const next = known[index + 1];
      if (next === undefined) {
        decoder.on('data', (chunk: Uint8Array) => {
          kept.add(chunk);
          if (kept.isFull) finish();
        });
      } else decoder.pipe(next);
    }
    return known;
  };

  return {
    write: async (chunk) => {
      if (names.length === 0) {
        kept.add(chunk);
        return;
      }
      if (chunk.length === 0 || isOver) return;
      decoders ??= start(chunk);
      const first = decoders[0];
      if (first === undefined || isOver) return;
      await new Promise<void>((resolve) => {
        first.once('close', resolve);
        first.write(chunk, () => {
          first.removeListener('close', resolve);
          resolve();
        });
      });
    },
    end: async (isWhole) => {
      const first = decoders?.[0];
      const last = decoders?.at(-1);
      if (first !== undefined && last !== undefined && !isOver) {
        await new Promise<void>((resolve) => {
          // An error in any layer closes all of them; a layer that has merely ended says nothing of the next.
          last.once('end', resolve);
          last.once('close', resolve);
          first.end();
        });
        finish();
      }
      // A cut stream leaves every compression unfinished; then the cut is the news.
      return { kept, isBroken: isBroken && isWhole };
    },
  };
}

/** Nobody compresses more often than this in good faith. */
const MOST_LAYERS = 3;

function decoderFor(name: string, firstChunk: Uint8Array | null): Transform | null {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      // Meant is the zlib format (RFC 9110 section 8.4.1.2); some servers send the bare one, which has no such header.
      return firstChunk === null || ((firstChunk[0] ?? 0) & 0x0f) === 8
        ? createInflate()
        : createInflateRaw();
    case 'br':
      return createBrotliDecompress();
    default:
      return null;
  }
}
