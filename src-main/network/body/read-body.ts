import type { Body } from '../../contract/diagnosis.ts';
import { createDecoding } from './decode-content.ts';
import { decodeText } from './decode-text.ts';
import type { DecodedText } from './decode-text.ts';
import { Keeper } from './body-keeper.ts';
import { CodedError } from '../client/network-failure.ts';
import { MAX_BODY_WIRE_BYTES } from '../client/http-limits.ts';
import { collectYoungGeneration } from './collect-young-generation.ts';

interface ReadBodyOptions {
  readonly contentEncoding: string | null;
  readonly contentType: string | null;
  readonly keepBytes: number;
  readonly maxWireBytes?: number;
}

/**
 * Reads a body to its end, keeps its first bytes and counts the rest, so that memory stays flat. Never rejects: when the
 * stream fails, what had come is returned together with the error, which is null otherwise. A whole zip under the name of a
 * coding that it does not have is a zip without a problem: the header is wrong and the body is not.
 */
export async function readBody(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: ReadBodyOptions,
): Promise<{ readonly body: Body; readonly error: unknown }> {
  const { maxWireBytes = MAX_BODY_WIRE_BYTES } = options;
  const raw = new Keeper(options.keepBytes);
  const decoding = createDecoding(options.contentEncoding, options.keepBytes);
  let error: unknown = null;
  let collectedAt = 0;
  try {
    for await (const chunk of stream) {
      raw.add(chunk);
      await decoding.write(chunk);
      if (raw.seen - collectedAt > COLLECT_EVERY_BYTES) {
        collectedAt = raw.seen;
        collectYoungGeneration();
      }
      if (raw.seen > maxWireBytes) {
        const mebibytes = Math.floor(maxWireBytes / 1024 / 1024);
        throw new CodedError('BODY_TOO_LONG', `The answer had not ended after ${mebibytes} MiB.`);
      }
    }
  } catch (cause) {
    error = cause ?? new CodedError('UNKNOWN', 'The answer was cut off.');
  }
  const { kept, isBroken } = await decoding.end(error === null);
  return { body: bodyOf(raw, kept, isBroken, error !== null, options), error };
}

const COLLECT_EVERY_BYTES = 4 * 1024 * 1024;

function bodyOf(
  raw: Keeper,
  kept: Keeper,
  isBroken: boolean,
  isCut: boolean,
  options: ReadBodyOptions,
): Body {
  const decoded = textOf(kept, isCut, options);
  // Some servers name an encoding and send plain text or a plain zip: then the bytes themselves are the body.
  const plain = isBroken && kept.seen === 0 ? textOf(raw, isCut, options) : null;
  const isLegible = plain !== null && LEGIBLE.has(plain.looksLike);
  const readable = isLegible ? raw : kept;
  return {
    ...(isLegible ? plain : decoded),
    wireBytes: raw.seen,
    keptBytes: readable.length,
    truncated: readable.isFull,
    contentEncoding: options.contentEncoding,
    problem: isBroken && !(isLegible && plain.looksLike === 'zip') ? 'broken-compression' : null,
  };
}

const LEGIBLE = new Set<Body['looksLike']>(['json', 'html', 'text', 'zip']);

function textOf(keeper: Keeper, isCut: boolean, { contentType }: ReadBodyOptions): DecodedText {
  const end = isCut ? null : { bytes: keeper.end(), length: keeper.seen };
  return decodeText(keeper.bytes(), contentType, !keeper.isFull, end);
}
