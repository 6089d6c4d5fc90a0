import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  createPatternFinder,
  MIN_PATTERN_LENGTH,
  UNFOLDED,
} from '../../../src-main/evidence/search/find-patterns.ts';

/** Few letters, so that patterns overlap, repeat and nearly match all the time. */
const letters = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\u0000'), minLength, maxLength });

const LOWER_CASE = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);

/** Every place of every pattern, looked for in the plainest way there is. */
function placesOf(patterns: readonly string[], text: string): string[] {
  return [...new Set(patterns)].flatMap((pattern) => {
    const places: string[] = [];
    for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1))
      places.push(`${at} ${pattern}`);
    return places;
  });
}

function scanned(patterns: readonly string[], codes: Uint8Array | Uint16Array, fold: Uint16Array): string[] {
  const found: string[] = [];
  createPatternFinder(
    patterns.map((text, id) => ({ text, id })),
    fold,
  ).scan(codes, codes.length, (id, at, length) => {
    found.push(`${at} ${patterns[id] ?? ''}`);
    expect(length).toBe(patterns[id]?.length);
  });
  return found;
}

describe('the search for many patterns', () => {
  it('finds every place that a plain search finds, and no other', () => {
    fc.assert(
      fc.property(
        fc.array(letters(MIN_PATTERN_LENGTH, 14), { maxLength: 12 }),
        letters(0, 300),
        fc.nat(300),
        (patterns, around, at) => {
          const text = around.slice(0, at) + (patterns[0] ?? '') + around.slice(at);
          const codes = Uint16Array.from(text, (char) => char.charCodeAt(0));
          expect(scanned(patterns, codes, UNFOLDED).sort()).toEqual(placesOf(patterns, text).sort());
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('finds the long ones, which repeat themselves and one another', () => {
    const long = fc
      .tuple(letters(1, 5), letters(0, 3), fc.integer({ min: 100, max: 200 }))
      .map(([period, odd, length]) => (odd + period.repeat(length)).slice(0, length));
    fc.assert(
      fc.property(
        fc.array(long, { minLength: 1, maxLength: 4 }),
        fc.array(long, { maxLength: 5 }),
        (patterns, more) => {
          const text = [...more, ...patterns, ...patterns].join('');
          const codes = Uint16Array.from(text, (char) => char.charCodeAt(0));
          const found = scanned(patterns, codes, UNFOLDED).sort();
          expect(found).toEqual(placesOf(patterns, text).sort());
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('takes time in proportion to the text, also where a long pattern begins at every code', () => {
    const finder = createPatternFinder([{ text: 'a'.repeat(8000), id: 0 }], UNFOLDED);
    const codes = new Uint16Array(400_000).fill('a'.charCodeAt(0));
    let count = 0;
    const started = process.threadCpuUsage().user;
    finder.scan(codes, codes.length, () => {
      count += 1;
    });
    expect(count).toBe(392_001);
    // Compared anew at each code it takes about three seconds.
    expect((process.threadCpuUsage().user - started) / 1000).toBeLessThan(500);
  });

  it('compares bytes by their folded value', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary-ascii', minLength: MIN_PATTERN_LENGTH, maxLength: 20 }),
        fc.uint8Array({ maxLength: 400 }),
        fc.nat(400),
        (typed, noise, at) => {
          const pattern = typed.toLowerCase();
          const bytes = Buffer.concat([
            noise.subarray(0, at),
            Buffer.from(typed.toUpperCase(), 'latin1'),
            noise.subarray(at),
          ]);
          const lower = Buffer.from(bytes.map((byte) => LOWER_CASE[byte] ?? byte)).toString('latin1');
          expect(scanned([pattern], bytes, LOWER_CASE)).toEqual(placesOf([pattern], lower));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('refuses a pattern that is too short, and finds nothing with none', () => {
    expect(() =>
      createPatternFinder([{ text: 'a'.repeat(MIN_PATTERN_LENGTH - 1), id: 0 }], UNFOLDED),
    ).toThrow(RangeError);
    expect(scanned([], Uint8Array.of(1, 2, 3), UNFOLDED)).toEqual([]);
  });
});
