import type { Socket } from 'node:net';
import { addAbortSignal } from 'node:stream';

import type { Header } from '../../contract/diagnosis.ts';
import { headerOf, headerValues } from '../../contract/text/headers.ts';
import { pageTitle } from '../../contract/text/page-title.ts';
import { discard } from '../client/opening.ts';
import { readBody } from '../body/read-body.ts';

const MAX_PAGE_BYTES = 64 * 1024;
/** A proxy that keeps its refusal's page back does not hold the call. */
const PAGE_LIMIT_MS = 1000;
const MAX_TITLE = 200;

/**
 * Reads the page that comes with a proxy's refusal of a tunnel, up to 64 KiB and for at most a second, and returns its
 * title; null if there is none. Destroys the socket. Never rejects.
 */
export async function titleOfRefusal(
  socket: Socket,
  headers: readonly Header[],
  signal: AbortSignal,
): Promise<string | null> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(PAGE_LIMIT_MS)]);
  const isChunked = headerOf(headers, 'transfer-encoding')?.toLowerCase().includes('chunked') === true;
  const length = Number(headerValues(headers, 'content-length')[0] ?? Infinity);
  const bytes = await bytesOf(addAbortSignal(limited, socket), isChunked ? 'chunked' : length);
  discard(socket);
  const { body } = await readBody([isChunked ? withoutChunks(bytes) : bytes], {
    contentEncoding: headerOf(headers, 'content-encoding'),
    contentType: headerValues(headers, 'content-type')[0] ?? null,
    keepBytes: MAX_PAGE_BYTES,
  });
  return body.looksLike === 'html' ? (pageTitle(body.text ?? '')?.slice(0, MAX_TITLE) ?? null) : null;
}

async function bytesOf(socket: Socket, length: number | 'chunked'): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let seen = 0;
  const limit =
    length === 'chunked' || Number.isNaN(length) ? MAX_PAGE_BYTES : Math.min(length, MAX_PAGE_BYTES);
  if (limit <= 0) return Buffer.alloc(0);
  try {
    for await (const chunk of socket) {
      if (!(chunk instanceof Uint8Array)) break;
      chunks.push(Buffer.from(chunk.subarray(0, limit - seen)));
      seen += chunk.length;
      const isLastChunk =
        length === 'chunked' && Buffer.concat(chunks.slice(-5)).subarray(-5).equals(LAST_CHUNK);
      if (seen >= limit || isLastChunk) break;
    }
  } catch {}
  return Buffer.concat(chunks);
}

const LAST_CHUNK = Buffer.from('0\r\n\r\n');

/** Takes the lines with the chunks' sizes out (RFC 9112 section 7.1); what is no chunk ends it. */
function withoutChunks(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf('\r\n', at);
    const size =
      end < 0 || end - at > 100 ? Number.NaN : Number.parseInt(bytes.toString('latin1', at, end), 16);
    if (!(size > 0)) break;
    parts.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}
