import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { toEnd } from '../../../src-main/evidence/cooperative-steps.ts';
import {
  createPatternFinder,
  foldBy,
  MAX_PATTERN_LENGTH,
  MIN_PATTERN_LENGTH,
  UNFOLDED,
} from '../../../src-main/evidence/search/find-patterns.ts';
import type { Fold } from '../../../src-main/evidence/search/find-patterns.ts';
import { threadTimeOf } from '../../support/process/thread-time.ts';
import { patternsOf, piecesOf } from '../../../src-main/evidence/search/secret-patterns.ts';

/** Few letters, so that patterns overlap, repeat and nearly match all the time. */
const letters = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\u0000'), minLength, maxLength });

const LOWER_CASE = foldBy(256, (byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte));

/** Every place of every pattern, looked for in the plainest way there is. */
function placesOf(patterns: readonly string[], text: string): string[] {
  return [...new Set(patterns)].flatMap((pattern) => {
    const places: string[] = [];
    for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1))
      places.push(`${at} ${pattern}`);
    return places;
  });
}

function scanned(patterns: readonly string[], codes: Uint8Array | Uint16Array, fold: Fold): string[] {
  const found: string[] = [];
  const finder = createPatternFinder(
    patterns.map((text, id) => ({ text, id })),
    fold,
  );
  const onHit = (id: number, at: number, length: number): void => {
    found.push(`${at} ${patterns[id] ?? ''}`);
    expect(length).toBe(patterns[id]?.length);
  };
  toEnd(finder.scan(codes, codes.length, onHit));
  return found;
}

describe('the search for many patterns', () => {
  it('finds every place that a plain search finds, and no other', () => {
    fc.assert(
      fc.property(
        fc.array(letters(MIN_PATTERN_LENGTH, 20), { maxLength: 12 }),
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
      .tuple(letters(1, 5), letters(0, 3), fc.integer({ min: 100, max: MAX_PATTERN_LENGTH }))
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

  it('takes time in proportion to the text, also where a long secret begins at every fourth code', () => {
    const secret = { kind: 'token', value: `${'abcd'.repeat(2000)}e`, search: 'substring' } as const;
    const finder = createPatternFinder(patternsOf(secret, 0), UNFOLDED);
    const text = 'abcd'.repeat(100_000);
    const codes = Uint16Array.from(text, (char) => char.charCodeAt(0));
    const covered = new Uint8Array(codes.length);
    const started = process.threadCpuUsage().user;
    toEnd(finder.scan(codes, codes.length, (_, at, length) => covered.fill(1, at, at + length)));
    expect(covered.includes(0)).toBe(false);
    // Compared whole at each code it takes about a second.
    expect((process.threadCpuUsage().user - started) / 1000).toBeLessThan(500);
  });

  it.each([12, 16])('holds nothing up where thousands of patterns of %i codes begin alike', (length) => {
    const head = 'abcdefghijkl'.slice(0, length - 4);
    const patterns = Array.from({ length: 10_000 }, (_, id) => ({
      text: head + String(id).padStart(4, '0'),
      id,
    }));
    const codes = Uint16Array.from(`${head} ,.;`.repeat(2000), (char) => char.charCodeAt(0));
    const longestStep = (): number => {
      const scan = createPatternFinder(patterns, UNFOLDED).scan(codes, codes.length, () => undefined);
      let longest = 0;
      const step = (): boolean => {
        let isOver = false;
        const took = threadTimeOf(() => {
          isOver = scan.next().done === true;
        });
        longest = Math.max(longest, took);
        return isOver;
      };
      while (!step());
      return longest;
    };
    // Compared one by one, a step takes two or three times as long as that.
    expect(Math.min(longestStep(), longestStep(), longestStep())).toBeLessThan(50);
  });

  it('takes a long secret in pieces that cover it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 700 }), (text) => {
        const pieces = piecesOf(text);
        expect(pieces.every(({ length }) => length === Math.min(text.length, MAX_PATTERN_LENGTH))).toBe(true);
        const whole = pieces.reduce((start, piece) => {
          const at = text.indexOf(piece, Math.max(0, start.length - MAX_PATTERN_LENGTH));
          return text.slice(0, Math.max(start.length, at <= start.length ? at + piece.length : 0));
        }, '');
        expect(whole).toBe(text);
      }),
    );
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
          const lower = Buffer.from(bytes.map((byte) => LOWER_CASE.codes[byte] ?? byte)).toString('latin1');
          expect(scanned([pattern], bytes, LOWER_CASE)).toEqual(placesOf([pattern], lower));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('refuses a pattern that is too short or too long, and finds nothing with none', () => {
    for (const length of [MIN_PATTERN_LENGTH - 1, MAX_PATTERN_LENGTH + 1])
      expect(() => createPatternFinder([{ text: 'a'.repeat(length), id: 0 }], UNFOLDED)).toThrow(RangeError);
    expect(scanned([], Uint8Array.of(1, 2, 3), UNFOLDED)).toEqual([]);
  });
});
