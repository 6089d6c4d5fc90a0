import { Transform } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

const MAX_HEADER_BYTES = 4096;

const [HAS_CRC, HAS_EXTRA, HAS_NAME, HAS_COMMENT] = [2, 4, 8, 16] as const;

/**
 * The streams that undo gzip (RFC 1952), one behind the other. Node's own gunzip takes bytes behind the end for another
 * member, fails, and drops what the same write had decoded; here what stands behind the first member is left out, and
 * neither its checksum is looked at, as Chromium does it.
 */
export function createTolerantGunzip(): readonly Transform[] {
  return [withoutHeader(), createInflateRaw()];
}

function withoutHeader(): Transform {
  let held: Buffer | null = Buffer.alloc(0);
  return new Transform({
    transform: (chunk: Uint8Array, _encoding, done) => {
      if (held === null) return done(null, chunk);
      held = Buffer.concat([held, chunk]);
      const length = headerLength(held);
      if (length === 'none' || (length === null && held.length > MAX_HEADER_BYTES))
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
