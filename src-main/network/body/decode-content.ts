import { Writable } from 'node:stream';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib';

import { MAX_ARCHIVE_BYTES, MAX_CODINGS } from '../client/http-limits.ts';
import { Keeper } from './body-keeper.ts';
import { createTolerantGunzip } from './gunzip.ts';

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
  let layers: Layers | null | undefined;
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

interface Layers {
  write(chunk: Uint8Array): Promise<void>;
  end(): Promise<boolean>;
}

function startLayers(names: readonly string[], firstChunk: Uint8Array, kept: Keeper): Layers | null {
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
    write: (chunk) =>
      new Promise((resolve) => {
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
      return createTolerantGunzip();
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
