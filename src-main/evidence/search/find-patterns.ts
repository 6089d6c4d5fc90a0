import type { Steps } from '../cooperative-steps.ts';

/** A string of UTF-16 code units (or of bytes, one a character) to look for, and the number reported with a hit. */
export interface Pattern {
  readonly text: string;
  readonly id: number;
}

/** The bytes or code units of a text. */
type Codes = Uint8Array | Uint16Array;

/** Is called with the pattern's id, the first position and the length of each hit. */
type OnHit = (id: number, start: number, length: number) => void;

/** Looks for thousands of patterns in one pass over a text. */
export interface PatternFinder {
  readonly scan: (codes: Codes, length: number, onHit: OnHit) => Steps<void>;
}

/** Patterns share one table of their first codes, so that they must have these. */
export const MIN_PATTERN_LENGTH = 8;
/** Bounds the time for a text that is like a secret over and over, where a comparison begins at every code. */
export const MAX_PATTERN_LENGTH = 128;

const CODES_A_STEP = 8 * 1024;
/** This many codes at the end of the window decide how far it moves. */
const BLOCK = 3;
const MAX_SHIFT = MIN_PATTERN_LENGTH - BLOCK + 1;
const SLOT_BITS = 18;
/** Spreads codes over all 32 bits (Knuth, multiplicative hashing). */
const FACTOR = 0x9e3779b1;

/** What stands in place of each code of a text while it is compared. Patterns are folded already. */
export interface Fold {
  readonly codes: Uint16Array;
  /** Each folded code times a power of the factor, for each place of a block: their sum is the block's hash. */
  readonly products: readonly [Int32Array, Int32Array, Int32Array];
}

/**
 * Prepares the search (Wu and Manber, "A Fast Algorithm for Multi-Pattern Searching", 1994): a window of 8 codes moves over
 * the text, and most of the text is skipped. A rolling hash took as many lines and 22 ms instead of 8 for 4 MB, and 300 ms
 * instead of 265 for 5 MB of evidence. Of equal patterns the first one counts. Throws a RangeError for a pattern under 8 or
 * over 128 codes.
 */
export function createPatternFinder(patterns: readonly Pattern[], fold: Fold): PatternFinder {
  if (patterns.length === 0) return { *scan() {} };
  const [first, second, third] = fold.products;
  const slotBefore = (codes: Codes, end: number): number =>
    ((first[codes[end - 3] ?? 0] ?? 0) +
      (second[codes[end - 2] ?? 0] ?? 0) +
      (third[codes[end - 1] ?? 0] ?? 0)) >>>
    (32 - SLOT_BITS);
  const shifts = new Uint8Array(2 ** SLOT_BITS).fill(MAX_SHIFT);
  const codes = new Uint16Array(LONG);
  // Patterns with the same head are chained. Tens of thousands are prepared, so there is no object for each of them, and most
  // of the places stay empty, so that a window that is nothing is passed over at once.
  const headShift = Math.clz32(patterns.length * 8);
  const heads = new Int32Array(2 ** (32 - headShift)).fill(NONE);
  const next = new Int32Array(patterns.length);
  // A secret may be made so that thousands of its pieces begin alike: each is compared by a number first.
  const lengths = new Uint8Array(patterns.length);
  const checks = new Int32Array(patterns.length);
  const hasTwin = (index: number, start: number): boolean => {
    for (let at = start; at !== NONE; at = next[at] ?? NONE)
      if (
        checks[at] === checks[index] &&
        lengths[at] === lengths[index] &&
        patterns[at]?.text === patterns[index]?.text
      )
        return true;
    return false;
  };
  for (const [index, { text }] of patterns.entries()) {
    const { length } = text;
    if (length < MIN_PATTERN_LENGTH || length > MAX_PATTERN_LENGTH)
      throw new RangeError('A pattern is too short or too long to search for.');
    const checked = checkedOf(length);
    for (let at = 0; at < checked; at += 1) codes[at] = text.charCodeAt(at);
    const head = hashOf(codes, 0, MIN_PATTERN_LENGTH, fold) >>> headShift;
    const before = heads[head] ?? NONE;
    lengths[index] = length;
    checks[index] = hashOf(codes, 0, checked, fold);
    if (hasTwin(index, before)) continue;
    next[index] = before;
    heads[head] = index;
    for (let end = BLOCK; end <= MIN_PATTERN_LENGTH; end += 1) {
      const slot = slotBefore(codes, end);
      shifts[slot] = Math.min(shifts[slot] ?? 0, MIN_PATTERN_LENGTH - end);
    }
  }

  const tellHits = (codes: Codes, length: number, start: number, onHit: OnHit): void => {
    const head = hashOf(codes, start, start + MIN_PATTERN_LENGTH, fold);
    let at = heads[head >>> headShift] ?? NONE;
    if (at === NONE) return;
    const middle = hashOf(codes, start + MIN_PATTERN_LENGTH, start + MIDDLE, fold, head);
    const long = hashOf(codes, start + MIDDLE, start + LONG, fold, middle);
    for (; at !== NONE; at = next[at] ?? NONE) {
      const checked = checkedOf(lengths[at] ?? 0);
      if (checks[at] !== (checked === LONG ? long : checked === MIDDLE ? middle : head)) continue;
      const pattern = patterns[at];
      if (pattern !== undefined && isAt(codes, start, length, pattern.text, fold.codes))
        onHit(pattern.id, start, pattern.text.length);
    }
  };
  /** Looks at the windows from `from` to before `to`. Returns where the next one starts. */
  const scanPart = (codes: Codes, length: number, from: number, to: number, onHit: OnHit): number => {
    let start = from;
    while (start < to) {
      const end = start + MIN_PATTERN_LENGTH;
      const shift = shifts[slotBefore(codes, end)] ?? 0;
      if (shift === 0) tellHits(codes, length, start, onHit);
      start += Math.max(1, shift);
    }
    return start;
  };

  return {
    *scan(codes, length, onHit) {
      const end = length - MIN_PATTERN_LENGTH + 1;
      for (let from = 0; from < end;) {
        from = scanPart(codes, length, from, Math.min(end, from + CODES_A_STEP), onHit);
        yield;
      }
    },
  };
}

/** The end of a chain. */
const NONE = -1;

/** Fragments of a secret have 12 codes, and windows of its letters and digits 16. */
const MIDDLE = 12;
const LONG = 16;

/** Returns how many codes at the beginning of a pattern its check is made of. */
function checkedOf(length: number): number {
  if (length >= LONG) return LONG;
  return length >= MIDDLE ? MIDDLE : MIN_PATTERN_LENGTH;
}

/** Returns the hash of the codes from `from` to before `to`, or that of more codes if theirs before it is given. */
function hashOf(codes: Codes, from: number, to: number, fold: Fold, before = 0): number {
  let hash = before;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash + (fold.codes[codes[at] ?? 0] ?? 0), FACTOR);
  return hash;
}

/** Makes the fold of `count` codes by what stands in place of each. */
export function foldBy(count: number, foldCode: (code: number) => number): Fold {
  const codes = Uint16Array.from({ length: count }, (_, code) => foldCode(code));
  const times = (power: number): Int32Array => {
    let factor = 1;
    for (let time = 0; time < power; time += 1) factor = Math.imul(factor, FACTOR);
    return Int32Array.from(codes, (code) => Math.imul(code, factor));
  };
  return { codes, products: [times(BLOCK), times(BLOCK - 1), times(BLOCK - 2)] };
}

function isAt(codes: Codes, start: number, length: number, text: string, fold: Uint16Array): boolean {
  if (start + text.length > length) return false;
  for (let at = 0; at < text.length; at += 1)
    if (fold[codes[start + at] ?? 0] !== text.charCodeAt(at)) return false;
  return true;
}

/** Every code as itself. */
export const UNFOLDED: Fold = foldBy(0x10000, (code) => code);
