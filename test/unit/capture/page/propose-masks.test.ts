import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { pageReadingSchema } from '../../../../src-main/capture/page/page-script.ts';
import { proposeMasks } from '../../../../src-main/capture/page/propose-masks.ts';
import { boxSchema, MAX_MASKS } from '../../../../src-main/contract/picture.ts';

const PICTURE = { width: 1000, height: 600, scale: 2 };
const cell = { x: 100, y: 100, width: 200, height: 40 };
const at = (x: number, y: number, width = 20, height = 10) => ({ x, y, width, height });

describe('the boxes that are proposed', () => {
  it('lie over the part and a little more, in pixels of the picture', () => {
    const privateParts = [{ kind: 'mail' as const, box: at(10, 20, 30.4, 10) }];
    expect(proposeMasks({ privateParts }, [], PICTURE)).toEqual([{ x: 18, y: 38, width: 65, height: 24 }]);
  });

  it('never cover what support has to read, but for a mail address, which covers nothing else', () => {
    const parts = (['mail', 'name', 'avatar'] as const).map((kind) => ({ kind, box: at(120, 110) }));
    expect(proposeMasks({ privateParts: parts.slice(1) }, [cell], PICTURE)).toEqual([]);
    expect(proposeMasks({ privateParts: parts.slice(1) }, [], PICTURE)).toHaveLength(1);
    expect(proposeMasks({ privateParts: parts }, [cell], PICTURE)).toHaveLength(1);
    const beside = [{ kind: 'avatar' as const, box: at(300, 110) }];
    expect(proposeMasks({ privateParts: beside }, [cell], PICTURE)).toHaveLength(1);
  });

  it('are one box where one part lies inside of another', () => {
    const privateParts = [at(10, 10), at(12, 12, 4, 4), at(10, 10), at(0, 0, 60, 60)].map((box) => ({
      kind: 'avatar' as const,
      box,
    }));
    expect(proposeMasks({ privateParts }, [], PICTURE)).toEqual([{ x: 0, y: 0, width: 122, height: 122 }]);
  });

  it('are boxes of the picture, whatever the page says', () => {
    const coordinate = fc.double({ min: -1_000_000, max: 1_000_000, noNaN: true });
    const box = fc.record({ x: coordinate, y: coordinate, width: coordinate, height: coordinate });
    const near = fc.record({
      x: fc.integer({ min: -50, max: 550 }),
      y: fc.integer({ min: -50, max: 350 }),
      width: fc.integer({ min: 1, max: 60 }),
      height: fc.integer({ min: 1, max: 60 }),
    });
    const kind = fc.constantFrom('mail' as const, 'name' as const, 'avatar' as const);
    fc.assert(
      fc.property(
        fc.array(fc.record({ kind, box: fc.oneof(box, near) }), { maxLength: 300 }),
        fc.array(near, { maxLength: 5 }),
        (privateParts, keep) => {
          const boxes = proposeMasks({ privateParts }, keep, PICTURE);
          expect(boxes.length).toBeLessThanOrEqual(MAX_MASKS);
          for (const one of boxes) {
            expect(boxSchema.safeParse(one).success).toBe(true);
            expect(one.x + one.width).toBeLessThanOrEqual(PICTURE.width);
            expect(one.y + one.height).toBeLessThanOrEqual(PICTURE.height);
          }
        },
      ),
      { numRuns: 200, seed: 20261128 },
    );
  });
});

it('an answer of the page beyond its limits is refused', () => {
  const reading = {
    rows: [[{ text: 'Jira', box: cell }]],
    privateParts: [{ kind: 'mail', box: cell }],
    text: '',
    viewport: { width: 800, height: 600 },
  };
  const isTaken = (change: object): boolean => pageReadingSchema.safeParse({ ...reading, ...change }).success;
  expect(isTaken({})).toBe(true);
  expect(isTaken({ text: 'x'.repeat(20_001) })).toBe(false);
  expect(isTaken({ rows: [[{ text: 'x'.repeat(201), box: cell }]] })).toBe(false);
  expect(isTaken({ rows: Array.from({ length: 401 }, () => []) })).toBe(false);
  expect(isTaken({ privateParts: [{ kind: 'mail', box: { ...cell, x: 1e9 } }] })).toBe(false);
  expect(isTaken({ privateParts: [{ kind: 'mail', box: { ...cell, x: Number.NaN } }] })).toBe(false);
  expect(isTaken({ privateParts: [{ kind: 'script', box: cell }] })).toBe(false);
  expect(isTaken({ privateParts: Array.from({ length: 401 }, () => ({ kind: 'mail', box: cell })) })).toBe(
    false,
  );
});
