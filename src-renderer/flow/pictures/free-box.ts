import type { Box } from '../../../src-main/contract/picture.ts';

/** A picture made small, four bytes a pixel as a canvas gives them. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Parts of the area's width and height, the best first: a name is covered by each of them. */
const SIZES = [
  { width: 1 / 5, height: 1 / 12 },
  { width: 1 / 8, height: 1 / 18 },
  { width: 1 / 12, height: 1 / 30 },
] as const;

/** Neighbors that differ by more than this, of 765, are the edge of something. */
const EDGE = 24;

/**
 * Returns a box for which there is room: over nothing that is drawn or written, beside the other boxes, as near to the upper
 * right corner as may be, where a page shows who is signed in. `area` is the part of the picture to look in. Without any
 * room it is the smallest box over the least that can be.
 */
export function freeBox(pixels: Pixels, picture: Size, area: Box, others: readonly Box[]): Box {
  const scale = { x: pixels.width / picture.width, y: pixels.height / picture.height };
  const edges = sumEdges(
    pixels,
    others.map((box) => grown(scaled(box, scale))),
  );
  const { x: left, y: top, width, height } = shrunk(scaled(area, scale));
  let best = { count: Infinity, far: Infinity, box: { x: left, y: top, width: 1, height: 1 } };
  for (const part of SIZES) {
    const size = {
      width: Math.max(1, Math.min(width, Math.round(width * part.width))),
      height: Math.max(1, Math.min(height, Math.round(height * part.height))),
    };
    best = { ...best, count: Infinity, far: Infinity };
    for (let y = top; y + size.height <= top + height; y += 1) {
      for (let x = left; x + size.width <= left + width; x += 1) {
        // Nor close to anything.
        const count = edges(x - 1, y - 1, size.width + 2, size.height + 2);
        // Across before down: the head of a page is where the account is.
        const far = left + width - size.width - x + 4 * (y - top);
        if (count < best.count || (count === best.count && far < best.far))
          best = { count, far, box: { x, y, ...size } };
      }
    }
    if (best.count === 0) break;
  }
  return inside(best.box, scale, picture);
}

/** Returns what counts the edges in a rectangle, an other box being nothing but edges. */
function sumEdges({ width, height, data }: Pixels, others: readonly Box[]) {
  const line = width + 1;
  const sums = new Uint32Array(line * (height + 1));
  const differ = (one: number, other: number): boolean =>
    Math.abs((data[one] ?? 0) - (data[other] ?? 0)) +
      Math.abs((data[one + 1] ?? 0) - (data[other + 1] ?? 0)) +
      Math.abs((data[one + 2] ?? 0) - (data[other + 2] ?? 0)) >
    EDGE;
  const at = (x: number, y: number): number =>
    sums[Math.min(height, Math.max(0, y)) * line + Math.min(width, Math.max(0, x))] ?? 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const here = (y * width + x) * 4;
      const isEdge =
        (x + 1 < width && differ(here, here + 4)) || (y + 1 < height && differ(here, here + width * 4));
      const isTaken = others.some(
        (box) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height,
      );
      sums[(y + 1) * line + x + 1] =
        at(x, y + 1) + at(x + 1, y) - at(x, y) + (isTaken ? 100 : isEdge ? 1 : 0);
    }
  }
  return (x: number, y: number, wide: number, high: number): number =>
    at(x + wide, y + high) - at(x, y + high) - at(x + wide, y) + at(x, y);
}

function scaled(box: Box, by: { readonly x: number; readonly y: number }): Box {
  const x = Math.floor(box.x * by.x);
  const y = Math.floor(box.y * by.y);
  const right = Math.ceil((box.x + box.width) * by.x);
  const bottom = Math.ceil((box.y + box.height) * by.y);
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) };
}

/** At the very edge a box is hard to take hold of. */
function shrunk({ x, y, width, height }: Box): Box {
  const by = Math.min(3, Math.floor(Math.min(width, height) / 20));
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

/** Boxes that touch look like one. */
function grown({ x, y, width, height }: Box): Box {
  return { x: x - 1, y: y - 1, width: width + 2, height: height + 2 };
}

/** The box of the small picture in pixels of the large one, within what it stands for. */
function inside(box: Box, by: { readonly x: number; readonly y: number }, picture: Size): Box {
  const x = Math.min(picture.width - 1, Math.ceil(box.x / by.x));
  const y = Math.min(picture.height - 1, Math.ceil(box.y / by.y));
  const width = Math.max(1, Math.min(picture.width - x, Math.floor(box.width / by.x)));
  const height = Math.max(1, Math.min(picture.height - y, Math.floor(box.height / by.y)));
  return { x, y, width, height };
}
