import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { placeOnScreens } from '../../../src-main/shell/window/window-place.ts';
import type { Area } from '../../../src-main/shell/window/window-place.ts';
import { smallestWindow } from '../../../src-main/shell/window/zoom.ts';

const area = (least: number): fc.Arbitrary<Area> =>
  fc.record({
    x: fc.integer({ min: -9000, max: 9000 }),
    y: fc.integer({ min: -9000, max: 9000 }),
    width: fc.integer({ min: least, max: 6000 }),
    height: fc.integer({ min: least, max: 6000 }),
  });
const screens = fc
  .tuple(area(320), fc.array(area(320), { maxLength: 4 }))
  .map(([main, others]): [Area, ...Area[]] => [main, ...others]);
const isIn = (window: Area, screen: Area): boolean =>
  window.x >= screen.x &&
  window.y >= screen.y &&
  window.x + window.width <= screen.x + screen.width &&
  window.y + window.height <= screen.y + screen.height;

describe('wherever the window was and whatever screens are left', () => {
  it('all of it is on one screen, and it stays where it was if it was on one', () => {
    fc.assert(
      fc.property(
        screens,
        fc.option(area(1)),
        fc.double({ min: 0.25, max: 5, noNaN: true }),
        (present, saved, zoom) => {
          const smallest = smallestWindow(zoom, present[0]);
          const place = placeOnScreens(
            saved === null ? null : { ...saved, maximized: false },
            present,
            smallest,
          );
          expect(present.some((screen) => isIn(place, screen))).toBe(true);
          const isLargeEnough =
            saved !== null && saved.width >= smallest.width && saved.height >= smallest.height;
          // Where screens overlap, as mirrored ones do, the one that shows most of it may be another.
          const onlyOn = saved === null ? [] : present.filter((screen) => isIn(saved, screen));
          if (isLargeEnough && onlyOn.length > 0) expect(place).toEqual(saved);
        },
      ),
      { numRuns: 500 },
    );
  });
});
