import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import { MAX_PICTURE_BYTES } from '../contract/picture.ts';
import { MAX_BITMAP_BYTES } from '../contract/values.ts';
import { message } from '../i18n/message.ts';
import { packPng } from './image/clean-png.ts';
import type { CleanPicture } from './image/clean-png.ts';
import { bitmapHeader, decodeBitmap } from './image/decode-bmp.ts';
import { decodePng } from './image/decode-png.ts';
import { isAlmostOneColour, isOneColour } from './image/one-colour.ts';
import type { Size } from './image/picture-canvas.ts';
import { isPng, pngChunks, pngHeader } from './image/png-chunks.ts';
import { fitPictures } from './image/scale-picture.ts';

/** Three screens of 5K side by side; an import takes less than 400 MB for any picture of that size. */
export const MAX_KEPT_PIXELS = 48_000_000;
/** A PNG of more pixels than may be kept is made smaller line by line as it is read. */
export const MAX_READ_PIXELS = 100_000_000;
/** Six such pictures and the rest of a bundle still fit into what `verify` reads. */
export const MAX_KEPT_BYTES = 24 * 1024 * 1024;
const MIN_SIZE = { width: 200, height: 100 };

export interface ImportedPicture extends CleanPicture {
  /** How much smaller it is than what came in; 1 for the same size. */
  readonly scale: number;
  /** Whether nearly all of it is one colour. */
  readonly isAlmostOneColour: boolean;
}

/**
 * Cleans a picture: reads a PNG or a Windows bitmap and writes a new PNG of its pixels, so that text, metadata, hidden
 * layers and trailing bytes stay behind. Sizes are checked before anything is unpacked, and unpacking stops at the size
 * that the header promises. Fails with `not-a-picture`. Takes seconds for a large picture: call it off the main thread
 * (`createPictureWork`).
 */
export async function importPicture(bytes: Uint8Array): Promise<Result<ImportedPicture>> {
  const bitmap = bitmapHeader(bytes);
  if (bytes.length > (bitmap === null ? MAX_PICTURE_BYTES : MAX_BITMAP_BYTES)) return refuse('large');
  if (bitmap !== null) {
    const refused = refuseSize(bitmap, MAX_KEPT_PIXELS);
    return refused ?? keep(decodeBitmap(bytes, bitmap), bitmap, bitmap);
  }
  if (!isPng(bytes)) return refuse('unreadable');
  const chunks = pngChunks(bytes);
  const header = pngHeader(chunks?.[0]);
  if (chunks === null || header === null) return refuse('damaged');
  const refused = refuseSize(header, header.isInterlaced ? MAX_KEPT_PIXELS : MAX_READ_PIXELS);
  if (refused !== null) return refused;
  if (chunks.some(({ type }) => type === 'acTL')) return refuse('animated');
  const size = keptSize(header);
  const rgb = await decodePng(header, chunks, size);
  return rgb === null ? refuse('damaged') : keep(rgb, size, header);
}

type Refusal =
  | 'large'
  | 'unreadable'
  | 'damaged'
  | 'small'
  | 'animated'
  | 'one-colour'
  | 'heic'
  | 'not-in-time';

/** The failure of a picture that is refused. */
export function refuse(why: Refusal): Result<never> {
  return fail('not-a-picture', message(`failure.picture.${why}`));
}

/** The failure of a picture of more than `max` pixels. */
export function refusePixels(max: number): Result<never> {
  return fail('not-a-picture', message('failure.picture.pixels', { most: max / 1_000_000 }));
}

function refuseSize({ width, height }: Size, maxPixels: number): Result<never> | null {
  if (width * height > maxPixels) return refusePixels(maxPixels);
  return width < MIN_SIZE.width || height < MIN_SIZE.height ? refuse('small') : null;
}

/** Returns the largest size of the same proportions that may be kept. */
function keptSize({ width, height }: Size): Size {
  const factor = Math.min(1, Math.sqrt(MAX_KEPT_PIXELS / (width * height)));
  return { width: Math.max(1, Math.floor(width * factor)), height: Math.max(1, Math.floor(height * factor)) };
}

async function keep(rgb: Uint8Array, { width, height }: Size, from: Size): Promise<Result<ImportedPicture>> {
  const pixels = { rgb, width, height };
  if (isOneColour(pixels)) return refuse('one-colour');
  const [kept] = await fitPictures([await packPng(rgb, width, height)], MAX_KEPT_BYTES);
  if (kept === undefined || kept.bytes.length > MAX_KEPT_BYTES) return refuse('large');
  return succeed({
    ...kept,
    scale: kept.width / from.width,
    isAlmostOneColour: isAlmostOneColour(pixels),
  });
}
