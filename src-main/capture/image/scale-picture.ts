import { CHANNELS, packPng, unpackPng } from './clean-png.ts';
import type { CleanPicture } from './clean-png.ts';

/** Below this width the words of a page cannot be read any more. */
const NARROWEST = 800;

/**
 * The picture at `factor` (over 0, at most 1) of its width and height, but not narrower than 800 pixels unless it was:
 * each pixel is the mean of those that it stands for. Takes opaque RGB, as every clean picture is.
 */
export async function scalePicture(picture: CleanPicture, factor: number): Promise<CleanPicture> {
  const width = Math.min(picture.width, Math.max(NARROWEST, Math.round(picture.width * factor)));
  const height = Math.max(1, Math.round((picture.height * width) / picture.width));
  if (width === picture.width) return picture;
  return packPng(shrunk(await unpackPng(picture), picture, width, height), width, height);
}

function shrunk(
  pixels: Uint8Array,
  from: { readonly width: number; readonly height: number },
  width: number,
  height: number,
): Uint8Array {
  const columns = spans(from.width, width);
  const rows = spans(from.height, height);
  const scaled = new Uint8Array(width * height * CHANNELS);
  rows.forEach(([top, bottom], row) => {
    columns.forEach(([left, right], column) => {
      const count = (bottom - top) * (right - left);
      for (let channel = 0; channel < CHANNELS; channel += 1) {
        let sum = 0;
        for (let y = top; y < bottom; y += 1) {
          for (let x = left; x < right; x += 1) sum += pixels[(y * from.width + x) * CHANNELS + channel] ?? 0;
        }
        scaled[(row * width + column) * CHANNELS + channel] = Math.round(sum / count);
      }
    });
  });
  return scaled;
}

/** For each of `count` pixels the first and the last one, exclusive, of the `length` that it stands for. */
function spans(length: number, count: number): [number, number][] {
  return Array.from({ length: count }, (_, index) => {
    const start = Math.floor((index * length) / count);
    return [start, Math.max(start + 1, Math.floor(((index + 1) * length) / count))];
  });
}

/** Sizes that are tried, one after the other. */
const FACTORS = [0.75, 0.5, 0.375, 0.25];

/**
 * Every picture at the largest of a few sizes at which all of them together have at most `mostBytes`; at the smallest
 * size when none is small enough. Pictures that are small enough stay as they are. `scale` makes one smaller.
 */
export async function fitPictures<P extends CleanPicture>(
  pictures: readonly P[],
  mostBytes: number,
  scale: typeof scalePicture = scalePicture,
): Promise<P[]> {
  let fitting = [...pictures];
  for (const factor of FACTORS) {
    if (fitting.reduce((sum, { bytes }) => sum + bytes.length, 0) <= mostBytes) break;
    fitting = await Promise.all(
      pictures.map(async (picture) => ({ ...picture, ...(await scale(picture, factor)) })),
    );
  }
  return fitting;
}
