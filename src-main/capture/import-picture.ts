import { inflateSync } from 'node:zlib';

import { decode } from 'fast-png';

import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import { MOST_PICTURE_BYTES } from '../contract/picture.ts';
import { phrase } from '../words/phrase.ts';
import { encodePng } from './clean-png.ts';
import type { CleanPicture } from './clean-png.ts';
import { flatten } from './flatten.ts';
import { isPng, PNG_SIGNATURE, pngChunks, pngHeader, unpackedSize } from './png-chunks.ts';
import type { PngChunk, PngHeader } from './png-chunks.ts';

export const MOST_PIXELS = 40_000_000;
const SMALLEST = { width: 200, height: 100 };
/** The chunks that a picture's pixels need; only these reach the decoder. */
const PIXEL_CHUNKS = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/**
 * Makes a picture clean: reads a PNG by its bytes, whatever its name, and writes it anew from its pixels, so that text,
 * metadata, hidden layers and whatever follows the picture stay behind. Sizes are checked before anything is unpacked,
 * and unpacking stops at the size that the header promises. Fails with `not-a-picture` and a sentence.
 */
export function importPicture(bytes: Uint8Array): Result<CleanPicture> {
  if (bytes.length > MOST_PICTURE_BYTES) {
    return refuse('large');
  }
  if (!isPng(bytes)) return refuse('unreadable');
  const chunks = pngChunks(bytes);
  const header = pngHeader(chunks?.[0]);
  if (chunks === null || header === null) return refuse('damaged');
  const { width, height } = header;
  if (width * height > MOST_PIXELS) return refuse('pixels');
  if (width < SMALLEST.width || height < SMALLEST.height) {
    return refuse('small');
  }
  if (chunks.some(({ type }) => type === 'acTL')) {
    return refuse('animated');
  }
  const pixels = pixelsOf(header, chunks);
  if (pixels === null) return refuse('damaged');
  if (isOneColour(pixels)) {
    return refuse('one-colour');
  }
  return succeed({ bytes: encodePng(pixels, width, height), width, height });
}

type Refusal = 'large' | 'unreadable' | 'damaged' | 'pixels' | 'small' | 'animated' | 'one-colour' | 'heic';

/** A picture that is not taken, and the sentence for it. */
export function refuse(why: Refusal): Result<never> {
  return fail('not-a-picture', phrase(`failure.picture.${why}`));
}

/** The pixels as opaque RGB, or null if they are not all there. */
function pixelsOf(header: PngHeader, chunks: readonly PngChunk[]): Uint8Array | null {
  const needed = chunks.filter(({ type }) => PIXEL_CHUNKS.has(type));
  // A second header would promise the decoder another size than the one that was checked.
  if (needed.filter(({ type }) => type === 'IHDR').length !== 1) return null;
  const packed = needed.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  const size = unpackedSize(header);
  try {
    // Before the decoder, which unpacks without a limit, sees it.
    const unpacked = inflateSync(Buffer.concat(packed), { maxOutputLength: size });
    if (unpacked.length !== size) return null;
    const picture = decode(Buffer.concat([PNG_SIGNATURE, ...needed.map(({ whole }) => whole)]), {
      checkCrc: true,
    });
    return flatten(picture, header.isIndexed);
  } catch {
    return null;
  }
}

function isOneColour(pixels: Uint8Array): boolean {
  for (let index = 3; index < pixels.length; index += 1) {
    if (pixels[index] !== pixels[index - 3]) return false;
  }
  return true;
}
