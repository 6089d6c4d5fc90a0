import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Box } from '../../../src-main/contract/picture.ts';
import { boxSchema } from '../../../src-main/contract/picture.ts';
import { freeBox } from '../../../src-renderer/flow/pictures/free-box.ts';
import type { Pixels } from '../../../src-renderer/flow/pictures/free-box.ts';

const SMALL = { width: 320, height: 160 };
const PICTURE = { width: 1280, height: 640 };
const WHOLE = { x: 0, y: 0, ...PICTURE };

/** A white picture with lines of text in these parts of it. */
function page(...texts: readonly Box[]): Pixels {
  const data = new Uint8ClampedArray(SMALL.width * SMALL.height * 4).fill(255);
  for (const { x, y, width, height } of texts) {
    for (let at = 0; at < width * height; at += 1) {
      const [column, row] = [at % width, Math.floor(at / width)];
      const pixel = ((y + row) * SMALL.width + x + column) * 4;
      if ((column + row) % 2 === 0) data.fill(60, pixel, pixel + 3);
    }
  }
  return { ...SMALL, data };
}

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** A part of the small picture in the large one. */
const large = ({ x, y, width, height }: Box): Box => ({
  x: x * 4,
  y: y * 4,
  width: width * 4,
  height: height * 4,
});

describe('a new box', () => {
  const table = { x: 20, y: 40, width: 290, height: 100 };

  it('stands where there is room, near the upper right corner, and not over the table', () => {
    const box = freeBox(page(table, { x: 4, y: 4, width: 60, height: 10 }), PICTURE, WHOLE, []);
    expect(overlap(box, large(table))).toBe(false);
    expect(box.x + box.width).toBeGreaterThan(PICTURE.width * 0.95);
    expect(box.y + box.height).toBeLessThan(160);
  });

  it('finds a gap in a screenshot that is nothing but the table', () => {
    const rows = [0, 1, 2, 3, 4].map((row) => ({ x: 0, y: row * 36, width: 320, height: 10 }));
    const box = freeBox(page(...rows), PICTURE, WHOLE, []);
    for (const row of rows) expect(overlap(box, large(row))).toBe(false);
  });

  it('stands beside the boxes that are there', () => {
    const boxes: Box[] = [];
    for (let count = 0; count < 12; count += 1) boxes.push(freeBox(page(table), PICTURE, WHOLE, boxes));
    for (const [index, box] of boxes.entries()) {
      expect(overlap(box, large(table))).toBe(false);
      for (const other of boxes.slice(0, index)) expect(overlap(box, other)).toBe(false);
    }
  });

  it('stays in the part of the picture that is seen, and is a box of the picture whatever is in it', () => {
    const area = fc.record({
      x: fc.integer({ min: 0, max: 1200 }),
      y: fc.integer({ min: 0, max: 600 }),
      width: fc.integer({ min: 1, max: 80 }),
      height: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(area, fc.uint8Array({ minLength: 400, maxLength: 400 }), (seen, noise) => {
        const data = new Uint8ClampedArray(SMALL.width * SMALL.height * 4);
        for (let at = 0; at < data.length; at += 1) data[at] = noise[at % 397] ?? 0;
        const box = freeBox({ ...SMALL, data }, PICTURE, seen, []);
        expect(boxSchema.safeParse(box).success).toBe(true);
        expect(box.x + box.width).toBeLessThanOrEqual(PICTURE.width);
        expect(box.y + box.height).toBeLessThanOrEqual(PICTURE.height);
        // To a pixel of the small picture.
        expect(box.x).toBeGreaterThanOrEqual(seen.x - 4);
        expect(box.x + box.width).toBeLessThanOrEqual(seen.x + seen.width + 4);
      }),
      { numRuns: 40, seed: 5 },
    );
  });
});
