import type { Box, PictureEdit } from '../../contract/picture.ts';
import { CHANNELS, packPng, unpackPng } from './clean-png.ts';
import type { CleanPicture } from './clean-png.ts';

/** Dark, and unlikely to fill a box of any page by chance. */
export const MASK_COLOUR: readonly [number, number, number] = [31, 41, 51];

/**
 * Draws the masks, crops the picture and encodes it again, so that nothing is left of what lay under a mask. Boxes may
 * reach beyond the picture; a crop that misses it is ignored.
 */
export async function maskPicture(
  picture: CleanPicture,
  edit: Pick<PictureEdit, 'masks' | 'crop'>,
): Promise<CleanPicture> {
  if (edit.masks.length === 0 && edit.crop === null) return picture;
  const { width, height } = picture;
  const pixels = await unpackPng(picture);
  for (const mask of edit.masks) fill(pixels, width, within(mask, width, height));
  const whole = { x: 0, y: 0, width, height };
  const crop = within(edit.crop ?? whole, width, height);
  const part = crop.width === 0 || crop.height === 0 ? whole : crop;
  return packPng(cutOut(pixels, width, part), part.width, part.height);
}

function within(box: Box, width: number, height: number): Box {
  const x = Math.min(box.x, width);
  const y = Math.min(box.y, height);
  return { x, y, width: Math.min(box.width, width - x), height: Math.min(box.height, height - y) };
}

function fill(pixels: Uint8Array, lineWidth: number, box: Box): void {
  for (let row = box.y; row < box.y + box.height; row += 1) {
    for (let column = box.x; column < box.x + box.width; column += 1)
      pixels.set(MASK_COLOUR, (row * lineWidth + column) * CHANNELS);
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
