import { MAX_MASKS } from '../../contract/picture.ts';
import type { Box } from '../../contract/picture.ts';
import type { Size } from '../image/picture-canvas.ts';
import type { PageReading, Rectangle } from './page-script.ts';

/** Letters reach beyond the box of their text. */
const MARGIN = 2;

/**
 * Returns boxes over what looks private on a page, in pixels of its picture: mail addresses, the name of whoever is signed
 * in, avatars. `keep` are the cells that support has to read, in CSS pixels: no name and no avatar is covered there. A mail
 * address is covered wherever it stands, since its box holds nothing but the address.
 */
export function proposeMasks(
  { privateParts }: Pick<PageReading, 'privateParts'>,
  keep: readonly Rectangle[],
  picture: Size & { readonly scale: number },
): Box[] {
  const boxes = privateParts
    .filter(({ kind, box }) => kind === 'mail' || !keep.some((cell) => overlap(cell, box)))
    .flatMap(({ box }) => boxOf(box, picture));
  const outer = boxes.filter(
    (box, index) =>
      !boxes.some(
        (other, at) => at !== index && contains(other, box) && (at < index || !contains(box, other)),
      ),
  );
  return outer.slice(0, MAX_MASKS);
}

function boxOf(part: Rectangle, { width, height, scale }: Size & { readonly scale: number }): Box[] {
  const x = Math.max(0, Math.floor(part.x * scale) - MARGIN);
  const y = Math.max(0, Math.floor(part.y * scale) - MARGIN);
  const right = Math.min(width, Math.ceil((part.x + part.width) * scale) + MARGIN);
  const bottom = Math.min(height, Math.ceil((part.y + part.height) * scale) + MARGIN);
  return right > x && bottom > y ? [{ x, y, width: right - x, height: bottom - y }] : [];
}

function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function contains(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}
