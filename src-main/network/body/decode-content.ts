import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib';

import { MAX_ARCHIVE_BYTES, MAX_CODINGS } from '../client/http-limits.ts';
import { Keeper } from './body-keeper.ts';

/** Undoes the codings of a body while it comes. */
export interface Decoding {
  /** Takes the next bytes; resolves when they are decoded or no longer wanted. Never rejects. */
  write(chunk: Uint8Array): Promise<void>;
  /** Resolves with what was decoded. `isWhole` tells that the stream came to its proper end. Never rejects. */
  end(isWhole: boolean): Promise<{ readonly kept: Keeper; readonly isBroken: boolean }>;
}

/**
 * Starts to undo `contentEncoding` (RFC 9110 section 8.4). Decoding stops once `limit` bytes are kept, unless they begin
 * an archive, whose end is wanted. What stands behind the end of a compressed stream is no part of the body and is left
 * out in silence, as browsers do.
 */
export function createDecoding(contentEncoding: string | null, limit: number): Decoding {
  const names = codingsOf(contentEncoding);
  const kept = new Keeper(limit);
  if (names.length === 0)
    return { write: async (chunk) => kept.add(chunk), end: async () => ({ kept, isBroken: false }) };
  /** Undefined until the first byte; null for a coding that is not known. */
  let layers: ReturnType<typeof startLayers> | undefined;
  return {
    write: async (chunk) => {
      if (chunk.length === 0) return;
      if (layers === undefined) layers = startLayers(names, chunk, kept);
      await layers?.write(chunk);
    },
    end: async (isWhole) => {
      const isFaulty = layers === null || (await layers?.end()) === true;
      // A cut stream leaves every compression unfinished; then the cut is the news.
      return { kept, isBroken: isFaulty && isWhole };
    },
  };
}

function codingsOf(contentEncoding: string | null): string[] {
  return (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse();
}

function startLayers(names: readonly string[], firstChunk: Uint8Array, kept: Keeper) {
  const layers = names
    .slice(0, MAX_CODINGS)
    .map((name, index) => decodersFor(name, index === 0 ? firstChunk : null));
  const decoders = layers.flat();
  const first = decoders[0];
  const isKnown = layers.length === names.length && layers.every((layer) => layer.length > 0);
  if (first === undefined || !isKnown) return null;
  for (const decoder of decoders) decoder.on('error', () => undefined);
  let isOver = false;
  let release = (): void => undefined;
  // `pipeline` knows of each stream whether it is over already; listeners for `end` and `close` may come too late.
  const over = pipeline([...decoders, keeping(kept)])
    .then(
      () => false,
      (error: unknown) => !(error instanceof EnoughError),
    )
    .finally(() => {
      isOver = true;
      for (const decoder of decoders) decoder.destroy();
      release();
    });
  return {
    write: (chunk: Uint8Array) =>
      new Promise<void>((resolve) => {
        // A decoder that came to its end by itself never calls back, so the end of all of them counts as well.
        release = resolve;
        if (isOver) resolve();
        else first.write(chunk, () => resolve());
      }),
    end: () => {
      if (!isOver) first.end();
      return over;
    },
  };
}

/** Ends the pipeline by an error of its own once it has enough. */
class EnoughError extends Error {
  override name = 'EnoughError';
}

function keeping(kept: Keeper): Writable {
  return new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      kept.add(chunk);
      const isArchive = kept.isFull && kept.startsWith(0x50, 0x4b);
      const wantsMore = !kept.isFull || (isArchive && kept.seen < MAX_ARCHIVE_BYTES);
      done(wantsMore ? null : new EnoughError());
    },
  });
}

function decodersFor(name: string, firstChunk: Uint8Array | null): readonly Transform[] {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return [withoutGzipHeader(), createInflateRaw()];
    case 'deflate':
      // Meant is the zlib format (RFC 9110 section 8.4.1.2); some servers send the bare one, which has no such header.
      return firstChunk === null || ((firstChunk[0] ?? 0) & 0x0f) === 8
        ? [createInflate()]
        : [createInflateRaw()];
    case 'br':
      return [createBrotliDecompress()];
    case 'zstd':
      return [createZstdDecompress()];
    default:
      return [];
  }
}

const MAX_GZIP_HEADER_BYTES = 4096;

const [HAS_CRC, HAS_EXTRA, HAS_NAME, HAS_COMMENT] = [2, 4, 8, 16] as const;

/**
 * Takes the header of gzip off (RFC 1952), for a bare inflating stream behind it. Node's own gunzip takes bytes behind the end
 * for another member, fails, and drops what the same write had decoded; so what stands behind the first member is left out,
 * and neither its checksum is looked at, as Chromium does it.
 */
function withoutGzipHeader(): Transform {
  let held: Buffer | null = Buffer.alloc(0);
  return new Transform({
    transform: (chunk: Uint8Array, _encoding, done) => {
      if (held === null) return done(null, chunk);
      held = Buffer.concat([held, chunk]);
      const length = headerLength(held);
      if (length === 'none' || (length === null && held.length > MAX_GZIP_HEADER_BYTES))
        return done(new Error('These bytes have no header of gzip.'));
      if (length === null) return done();
      const rest = held.subarray(length);
      held = null;
      return done(null, rest);
    },
    flush: (done) => done(held === null ? null : new Error('The header of gzip has no end.')),
  });
}

/** Returns where the compressed data begins, null if more bytes are needed, or `none` for another format. */
function headerLength(bytes: Buffer): number | 'none' | null {
  const start = [0x1f, 0x8b, 8];
  if (start.some((byte, index) => index < bytes.length && bytes[index] !== byte)) return 'none';
  const flags = bytes[3];
  if (flags === undefined || bytes.length < 10) return null;
  let at: number | null = 10;
  if ((flags & HAS_EXTRA) !== 0) at = bytes.length < 12 ? null : 12 + bytes.readUInt16LE(10);
  if ((flags & HAS_NAME) !== 0) at = afterZero(bytes, at);
  if ((flags & HAS_COMMENT) !== 0) at = afterZero(bytes, at);
  if (at !== null && (flags & HAS_CRC) !== 0) at += 2;
  return at === null || at > bytes.length ? null : at;
}

function afterZero(bytes: Buffer, from: number | null): number | null {
  const zero = from === null ? -1 : bytes.indexOf(0, from);
  return zero < 0 ? null : zero + 1;
}
