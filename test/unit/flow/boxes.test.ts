import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Box } from '../../../src-main/contract/picture.ts';
import { boxSchema } from '../../../src-main/contract/picture.ts';
import {
  boxBetween,
  changed,
  keyStep,
  moved,
  removed,
  resized,
} from '../../../src-renderer/flow/pictures/boxes.ts';

const size = fc.record({
  width: fc.integer({ min: 20, max: 3000 }),
  height: fc.integer({ min: 20, max: 3000 }),
});
const point = fc.record({
  x: fc.double({ min: -500, max: 3500, noNaN: true }),
  y: fc.double({ min: -500, max: 3500, noNaN: true }),
});
const whole = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) });

describe('boxes over a picture', () => {
  it('stay whole, positive and inside, however they are drawn, moved and stretched', () => {
    fc.assert(
      fc.property(size, point, point, whole, whole, (picture, one, other, by, far) => {
        const drawn = boxBetween(one, other, picture);
        for (const box of [drawn, moved(drawn, by, picture)]) {
          expect(boxSchema.safeParse(box).success).toBe(true);
        }
        const last: Box = moved(resized(drawn, far, picture), by, picture);
        expect(boxSchema.safeParse(last).success).toBe(true);
        expect(drawn.x + drawn.width).toBeLessThanOrEqual(picture.width);
        expect(drawn.y + drawn.height).toBeLessThanOrEqual(picture.height);
      }),
    );
  });

  it.each([
    [1280, false, false, 10],
    [1280, true, false, 50],
    [1280, true, true, 1],
    [2880, false, false, 20],
    [2880, true, false, 100],
    [300, false, false, 10],
  ])('move in a picture %i wide with Shift %s and Ctrl %s by %i pixels', (width, isFar, isFine, step) => {
    expect(keyStep(width, isFar, isFine)).toBe(step);
  });

  it('are changed and removed by their place', () => {
    const [one, two] = [
      { x: 0, y: 0, width: 5, height: 5 },
      { x: 9, y: 9, width: 5, height: 5 },
    ] as const;
    expect(changed([one, one], 1, two)).toEqual([one, two]);
    expect(removed([one, two], 0)).toEqual([two]);
  });
});
