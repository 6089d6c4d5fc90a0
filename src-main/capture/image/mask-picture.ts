import type { Box, PictureEdit } from '../../contract/picture.ts';
import { CHANNELS, packPng, unpackPng } from './clean-png.ts';
import type { CleanPicture } from './clean-png.ts';

/** The colour of every mask: dark, and none that a page would have by chance all over a box. */
export const MASK_COLOUR: readonly [number, number, number] = [31, 41, 51];

/**
 * Draws the masks, cuts the picture to its crop and writes it anew: a PNG of opaque pixels, in which nothing is left of
 * what lay under a mask. Boxes may reach beyond the picture; what lies outside is left out.
 */
export async function maskPicture(
  picture: CleanPicture,
  edit: Pick<PictureEdit, 'masks' | 'crop'>,
): Promise<CleanPicture> {
  if (edit.masks.length === 0 && edit.crop === null) return picture;
  const { width, height } = picture;
  const pixels = await unpackPng(picture);
  for (const mask of edit.masks) fill(pixels, width, within(mask, width, height));
  const part = edit.crop === null ? whole(width, height) : within(edit.crop, width, height);
  const cut = part.width === 0 || part.height === 0 ? whole(width, height) : part;
  return packPng(cutOut(pixels, width, cut), cut.width, cut.height);
}

function whole(width: number, height: number): Box {
  return { x: 0, y: 0, width, height };
}

function within(box: Box, width: number, height: number): Box {
  const x = Math.min(box.x, width);
  const y = Math.min(box.y, height);
  return { x, y, width: Math.min(box.width, width - x), height: Math.min(box.height, height - y) };
}

function fill(pixels: Uint8Array, lineWidth: number, box: Box): void {
  for (let row = box.y; row < box.y + box.height; row += 1) {
    for (let column = box.x; column < box.x + box.width; column += 1) {
      pixels.set(MASK_COLOUR, (row * lineWidth + column) * CHANNELS);
    }
  }
}

function cutOut(pixels: Uint8Array, lineWidth: number, box: Box): Uint8Array {
  const cut = new Uint8Array(box.width * box.height * CHANNELS);
  for (let row = 0; row < box.height; row += 1) {
    const start = ((box.y + row) * lineWidth + box.x) * CHANNELS;
    cut.set(pixels.subarray(start, start + box.width * CHANNELS), row * box.width * CHANNELS);
  }
  return cut;
}
