import { CHANNELS, packPng, unpackPng } from './clean-png.ts';
import type { CleanPicture } from './clean-png.ts';
import { createCanvas } from './picture-canvas.ts';

/** Below this width the words of a page cannot be read any more. */
const MIN_WIDTH = 800;

/**
 * Returns the picture at `factor` (over 0, at most 1) of its width and height, but not narrower than 800 pixels unless it
 * was: each pixel is the mean of those it replaces.
 */
export async function scalePicture(picture: CleanPicture, factor: number): Promise<CleanPicture> {
  const width = Math.min(picture.width, Math.max(MIN_WIDTH, Math.round(picture.width * factor)));
  const height = Math.max(1, Math.round((picture.height * width) / picture.width));
  if (width === picture.width) return picture;
  const pixels = await unpackPng(picture);
  const canvas = createCanvas(picture, { width, height });
  const length = picture.width * CHANNELS;
  for (let y = 0; y < picture.height; y += 1)
    canvas.put(pixels.subarray(y * length, (y + 1) * length), { x: 0, stepX: 1, columns: picture.width, y });
  return packPng(canvas.rgb(), width, height);
}

const FACTORS = [0.75, 0.5, 0.375, 0.25];

/**
 * Returns every picture at the largest of a few sizes at which all of them together have at most `maxBytes`; at the
 * smallest size when none is small enough.
 */
export async function fitPictures<P extends CleanPicture>(
  pictures: readonly P[],
  maxBytes: number,
  scale: typeof scalePicture = scalePicture,
): Promise<P[]> {
  let fitting = [...pictures];
  for (const factor of FACTORS) {
    if (fitting.reduce((sum, { bytes }) => sum + bytes.length, 0) <= maxBytes) break;
    fitting = await Promise.all(
      pictures.map(async (picture) => ({ ...picture, ...(await scale(picture, factor)) })),
    );
  }
  return fitting;
}
