import type { Steps } from '../cooperative-steps.ts';

/** A string of UTF-16 code units (or of bytes, one a character) to look for, and the number reported with a hit. */
export interface Pattern {
  readonly text: string;
  readonly id: number;
}

/** Is called with the pattern's id, the first position and the length of each hit. */
type OnHit = (id: number, start: number, length: number) => void;

/** Looks for thousands of patterns in one pass over a text. */
export interface PatternFinder {
  readonly scan: (codes: Uint8Array | Uint16Array, length: number, onHit: OnHit) => Steps<void>;
}

/** Patterns share one table of their first codes, so that they must have these. */
export const MIN_PATTERN_LENGTH = 8;
/** Bounds the time for a text that is like a secret over and over, where a comparison begins at every code. */
export const MAX_PATTERN_LENGTH = 128;

const CODES_A_STEP = 8 * 1024;
const TABLE_BITS = 18;
/** An odd number whose multiples spread over all 32 bits (Knuth, multiplicative hashing). */
const FACTOR = 0x9e3779b1;
/** What a code has been multiplied by when it leaves the window of the rolling hash. */
const LAST_FACTOR = Array.from({ length: MIN_PATTERN_LENGTH - 1 }).reduce<number>(
  (power) => Math.imul(power, FACTOR),
  1,
);

/**
 * Prepares the search: a rolling hash of 8 codes (Rabin and Karp 1987) and a table of the hashes with which a pattern
 * begins. `fold` returns the code that is compared for each code of the text (256 for bytes, 65536 for UTF-16); patterns
 * are folded already. Of equal patterns the first one counts. Throws a RangeError for a pattern under 8 or over 128 codes.
 */
export function createPatternFinder(patterns: readonly Pattern[], fold: Uint16Array): PatternFinder {
  const byHash = new Map<number, Pattern[]>();
  const table = new Uint8Array(patterns.length === 0 ? 0 : 2 ** TABLE_BITS);
  const slotOf = (hash: number): number => Math.imul(hash, FACTOR) >>> (32 - TABLE_BITS);
  for (const pattern of new Map(patterns.toReversed().map((one) => [one.text, one])).values()) {
    const { length } = pattern.text;
    if (length < MIN_PATTERN_LENGTH || length > MAX_PATTERN_LENGTH)
      throw new RangeError('A pattern is too short or too long to search for.');
    let hash = 0;
    for (let at = 0; at < MIN_PATTERN_LENGTH; at += 1)
      hash = (Math.imul(hash, FACTOR) + pattern.text.charCodeAt(at)) | 0;
    table[slotOf(hash)] = 1;
    const same = byHash.get(hash);
    if (same === undefined) byHash.set(hash, [pattern]);
    else same.push(pattern);
  }

  const scanPart = (
    codes: Uint8Array | Uint16Array,
    length: number,
    from: number,
    to: number,
    onHit: OnHit,
  ): void => {
    let hash = 0;
    for (let at = from; at < from + MIN_PATTERN_LENGTH - 1; at += 1)
      hash = Math.imul(hash, FACTOR) + (fold[codes[at] ?? 0] ?? 0);
    for (let start = from; start < to; start += 1) {
      const last = start + MIN_PATTERN_LENGTH - 1;
      hash = (Math.imul(hash, FACTOR) + (fold[codes[last] ?? 0] ?? 0)) | 0;
      if (table[slotOf(hash)] === 1)
        for (const { text, id } of byHash.get(hash) ?? [])
          if (isAt(codes, start, length, text, fold)) onHit(id, start, text.length);
      hash -= Math.imul(fold[codes[start] ?? 0] ?? 0, LAST_FACTOR);
    }
  };

  return {
    *scan(codes, length, onHit) {
      if (patterns.length === 0) return;
      const end = length - MIN_PATTERN_LENGTH + 1;
      for (let from = 0; from < end; from += CODES_A_STEP) {
        scanPart(codes, length, from, Math.min(end, from + CODES_A_STEP), onHit);
        yield;
      }
    },
  };
}

function isAt(
  codes: Uint8Array | Uint16Array,
  start: number,
  length: number,
  text: string,
  fold: Uint16Array,
): boolean {
  if (start + text.length > length) return false;
  for (let at = 0; at < text.length; at += 1)
    if (fold[codes[start + at] ?? 0] !== text.charCodeAt(at)) return false;
  return true;
}

/** Every code as itself. */
export const UNFOLDED: Uint16Array = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
