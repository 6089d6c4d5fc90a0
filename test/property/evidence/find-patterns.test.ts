import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { toEnd } from '../../../src-main/evidence/cooperative-steps.ts';
import {
  createPatternFinder,
  MIN_PATTERN_LENGTH,
  wholeOf,
} from '../../../src-main/evidence/search/find-patterns.ts';
import type { Fold, Pattern } from '../../../src-main/evidence/search/find-patterns.ts';
import { isTelling } from '../../../src-main/evidence/search/known-secrets.ts';
import { patternsOf } from '../../../src-main/evidence/search/secret-patterns.ts';
import { threadTimeOf } from '../../support/process/thread-time.ts';

/** Few characters, so that patterns overlap, repeat and nearly match all the time, and that some pieces tell nothing. */
const letters = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', '1', 'é', '-', '𝐚'), minLength, maxLength });

const LOWER_CASE = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);

const codesOf = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
const wholes = (texts: readonly string[]): Pattern[] =>
  texts.flatMap((text, id) => wholeOf(text).map((form) => ({ ...form, id })));

/** What is written with another number of characters for each, down to none. */
function written(source: string, widths: readonly number[], size: number, id: number): Pattern {
  let text = '';
  const bounds = Array.from(source).flatMap((char, at) => {
    const begin = text.length;
    text += char.repeat(widths[at % widths.length] ?? 1);
    return char.length > 1 ? [begin, null] : [begin];
  });
  return { text, id, pieces: { size, source, bounds: [...bounds, text.length] } };
}

/** All texts that count, one by one. */
function countingIn({ text, pieces }: Pattern): string[] {
  if (pieces === null) return [text];
  const { size, source, bounds } = pieces;
  return Array.from({ length: Math.max(0, source.length - size + 1) }, (_, at) =>
    isTelling(source.slice(at, at + size))
      ? text.slice(
          bounds === null ? at : (bounds[at] ?? bounds[at + 1] ?? 0),
          bounds === null ? at + size : (bounds[at + size] ?? bounds[at + size - 1] ?? 0),
        )
      : '',
  );
}

/** A mark for each code of the text that is part of a hit, looked for in the plainest way there is. */
function coveredBy(patterns: readonly Pattern[], text: string): string {
  const covered = new Uint8Array(text.length);
  for (const piece of patterns.flatMap(countingIn)) {
    if (piece.length < MIN_PATTERN_LENGTH) continue;
    for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1))
      covered.fill(1, at, at + piece.length);
  }
  return covered.join('');
}

function scanned(patterns: readonly Pattern[], codes: Uint8Array | Uint16Array, fold: Fold): string {
  const covered = new Uint8Array(codes.length);
  toEnd(
    createPatternFinder(patterns, fold).scan(codes, codes.length, (id, at, length) => {
      covered.fill(1, at, at + length);
      const hit = String.fromCharCode(...codes.subarray(at, at + length));
      const said = fold === null ? hit : hit.toLowerCase();
      expect(patterns.some((pattern) => pattern.id === id && pattern.text.includes(said))).toBe(true);
    }),
  );
  return covered.join('');
}

describe('the search for many patterns', () => {
  it('finds all that a plain search finds, and no more', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            source: letters(MIN_PATTERN_LENGTH, 60),
            size: fc.constantFrom(null, 12, 16),
            widths: fc.oneof(fc.constant([1]), fc.array(fc.nat(6), { minLength: 1, maxLength: 4 })),
          }),
          { maxLength: 6 },
        ),
        letters(0, 200),
        fc.nat(200),
        fc.nat(40),
        (given, around, at, from) => {
          const patterns = given.flatMap(({ source, size, widths }, id) =>
            size === null
              ? wholeOf(source).map((form) => ({ ...form, id }))
              : [written(source, widths, size, id)],
          );
          const told = (patterns[0]?.text ?? '').slice(from);
          const text = around.slice(0, at) + told + around.slice(at) + told.slice(0, 30);
          expect(scanned(patterns, codesOf(text), null)).toBe(coveredBy(patterns, text));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('finds the long ones, which repeat themselves and one another', () => {
    const long = fc
      .tuple(letters(1, 5), letters(0, 3), fc.integer({ min: 100, max: 300 }))
      .map(([period, odd, length]) => (odd + period.repeat(length)).slice(0, length));
    fc.assert(
      fc.property(
        fc.array(long, { minLength: 1, maxLength: 4 }),
        fc.array(long, { maxLength: 3 }),
        fc.boolean(),
        (texts, more, isWhole) => {
          const patterns = isWhole ? wholes(texts) : texts.map((text, id) => written(text, [1], 12, id));
          const text = [...more, ...texts, ...texts].join('');
          expect(scanned(patterns, codesOf(text), null)).toBe(coveredBy(patterns, text));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes time in proportion to the text, also where a long secret begins at every fourth code', () => {
    const secret = { kind: 'token', value: `${'abcd'.repeat(2000)}e`, search: 'substring' } as const;
    const finder = createPatternFinder(patternsOf(secret, 0), null);
    const codes = codesOf('abcd'.repeat(100_000));
    const covered = new Uint8Array(codes.length);
    const started = process.threadCpuUsage().user;
    toEnd(finder.scan(codes, codes.length, (_, at, length) => covered.fill(1, at, at + length)));
    expect(covered.includes(0)).toBe(false);
    // Compared whole at each code it takes about a second.
    expect((process.threadCpuUsage().user - started) / 1000).toBeLessThan(500);
  });

  const numbers = Array.from({ length: 10_000 }, (_, id) => String(id).padStart(4, '0'));
  // All of them different, with few ways to begin.
  const bits = numbers.map((number) => Math.imul(Number(number), 0x9e3779b1).toString(2)).join('');
  // The same eight codes stand where every second seed would be.
  const alike = numbers.map(
    (_number, id) => `abcdefgh${((Math.imul(id, 0x9e3779b1) >>> 0) % 1296).toString(36).padStart(2, '0')}`,
  );
  const tokens = Array.from(
    { length: 25 },
    (_, at) => `zzzz${alike.slice(400 * at, 400 * at + 400).join('')}`,
  );
  it.each<readonly [string, readonly Pattern[]]>([
    ['patterns that begin alike', wholes(numbers.map((number) => `abcdefgh${number}`))],
    ['patterns that end alike', wholes(numbers.map((number) => `${number}abcdefgh`))],
    ['pieces of secrets that are alike', tokens.map((token, id) => written(token, [1], 12, id))],
    ['pieces that tell nothing', [12, 16].map((size, id) => written(bits, [1], size, id))],
  ])('holds nothing up where there are thousands of %s', (_, patterns) => {
    const codes = codesOf('abcdefgh ,.;'.repeat(2000) + bits.slice(0, 20_000));
    const longestStep = (): number => {
      const scan = createPatternFinder(patterns, null).scan(codes, codes.length, () => undefined);
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
    expect(Math.min(longestStep(), longestStep(), longestStep())).toBeLessThan(50);
  });

  it('takes a long whole in parts that cover it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 700 }), (text) => {
        const parts = wholeOf(text).map((part) => part.text);
        expect(parts.every(({ length }) => length === Math.min(text.length, 128))).toBe(true);
        const covered = parts.reduce((start, part) => {
          const at = text.indexOf(part, Math.max(0, start - part.length));
          return Math.max(start, at <= start ? at + part.length : 0);
        }, 0);
        expect(covered).toBe(text.length);
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
          const patterns = wholes([typed.toLowerCase()]);
          const bytes = Buffer.concat([
            noise.subarray(0, at),
            Buffer.from(typed.toUpperCase(), 'latin1'),
            noise.subarray(at),
          ]);
          const lower = Buffer.from(bytes.map((byte) => LOWER_CASE[byte] ?? byte)).toString('latin1');
          const found: string[] = [];
          const onHit = (_id: number, from: number, length: number): void =>
            void found.push(`${from} ${length}`);
          toEnd(createPatternFinder(patterns, LOWER_CASE).scan(bytes, bytes.length, onHit));
          const places = Array.from(lower, (_char, from) => from).filter((from) =>
            lower.startsWith(typed.toLowerCase(), from),
          );
          expect(found).toEqual(places.map((from) => `${from} ${typed.length}`));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('looks for nothing that is too short, and finds nothing with none', () => {
    const short = 'a1b2c3d';
    expect(scanned(wholes([short]), codesOf(short.repeat(3)), null)).not.toContain('1');
    expect(scanned([], Uint8Array.of(1, 2, 3), null)).toBe('000');
  });
});
