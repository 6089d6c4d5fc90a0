import type { Box } from '../../../src-main/contract/picture.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box is never smaller than this, or nobody could take hold of it. */
const SMALLEST = 4;

const between = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, value));

/** The box with these two corners, in whole pixels and inside of the picture. */
export function boxBetween(one: Point, other: Point, size: Size): Box {
  const left = between(Math.floor(Math.min(one.x, other.x)), 0, size.width - 1);
  const top = between(Math.floor(Math.min(one.y, other.y)), 0, size.height - 1);
  const right = between(Math.ceil(Math.max(one.x, other.x)), left + 1, size.width);
  const bottom = between(Math.ceil(Math.max(one.y, other.y)), top + 1, size.height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The box at another place, as far as the picture reaches. */
export function moved(box: Box, by: Point, size: Size): Box {
  return {
    ...box,
    x: between(box.x + by.x, 0, Math.max(0, size.width - box.width)),
    y: between(box.y + by.y, 0, Math.max(0, size.height - box.height)),
  };
}

/** The box with its lower right corner at another place. */
export function resized(box: Box, by: Point, size: Size): Box {
  return {
    ...box,
    width: between(box.width + by.x, SMALLEST, Math.max(SMALLEST, size.width - box.x)),
    height: between(box.height + by.y, SMALLEST, Math.max(SMALLEST, size.height - box.y)),
  };
}

/** How far an arrow key moves a box, in pixels; as much more in a picture with more of them, as of a dense screen. */
export function keyStep(width: number, isFar: boolean, isFine: boolean): number {
  return isFine ? 1 : (isFar ? 50 : 10) * Math.max(1, Math.round(width / 1200));
}

/** The list with another box in one place. */
export function changed(boxes: readonly Box[], index: number, box: Box): readonly Box[] {
  return boxes.map((each, at) => (at === index ? box : each));
}

/** The list without the box in one place. */
export function removed(boxes: readonly Box[], index: number): Box[] {
  return boxes.filter((_box, at) => at !== index);
}
