import type { Steps } from '../cooperative-steps.ts';
import { isTelling } from './known-secrets.ts';
import type { Span } from './ranges.ts';

/** A text to look for, in UTF-16 code units or in bytes, one a character. */
export interface Form {
  readonly text: string;
  /** What counts as a hit: its pieces, or the whole text alone. */
  readonly pieces: Pieces | null;
}

/** A text to look for, and the number reported with a hit. */
export interface Pattern extends Form {
  readonly id: number;
}

/** Pieces of a pattern: so many characters in a row of what it was written from. */
export interface Pieces {
  /** Characters in a piece. */
  readonly size: number;
  /** What the pattern was written from. A piece of it that would tell nothing does not count. */
  readonly source: string;
  /** Where each code unit of `source` begins in the pattern, and at last the end; null: it is the pattern. */
  readonly bounds: Bounds | null;
}

/** Places in a pattern; null for the second half of a surrogate pair: a piece that is cut there counts without the other half. */
export type Bounds = readonly (number | null)[];

/** The bytes or code units of a text. */
type Codes = Uint8Array | Uint16Array;

/** What stands in place of each code of a text while it is compared; null: itself. Patterns are folded already. */
export type Fold = Uint16Array | null;

/** Is called with the pattern's id, the first position and the length of each hit; of what overlaps there may be several. */
type OnHit = (id: number, start: number, length: number) => void;

/** Looks for many patterns in one pass over a text. */
export interface PatternFinder {
  readonly scan: (codes: Codes, length: number, onHit: OnHit) => Steps<void>;
}

/** What is shorter is not looked for: the search begins with so many codes. */
export const MIN_PATTERN_LENGTH = 8;
/** A longer whole is looked for in parts, so that comparing a text that is like a secret over and over takes no longer. */
const MAX_WHOLE_LENGTH = 128;

const CODES_A_STEP = 8 * 1024;
/** This many codes at the end of the window decide how far it moves. */
const BLOCK = 3;
const MAX_SHIFT = MIN_PATTERN_LENGTH - BLOCK + 1;
const SLOT_BITS = 18;
/** So many seeds with the same codes are no more than chance. */
const MAX_CROWD = 16;
/** Spreads codes over all 32 bits (Knuth, multiplicative hashing). */
const FACTOR = 0x9e3779b1;
const FACTOR_2 = Math.imul(FACTOR, FACTOR);
const FACTOR_3 = Math.imul(FACTOR_2, FACTOR);

/** Eight codes of a pattern that stand in each of some pieces in a row. Where they are in a text, these are looked for. */
interface Seed {
  readonly pattern: Pattern;
  readonly codes: Uint16Array;
  /** Place in the pattern. */
  readonly at: number;
  /** The first and the last of the pieces, by their first character. */
  readonly first: number;
  readonly last: number;
  readonly hash: number;
  /** One more than the index of the next seed with the same hash; 0 for none. */
  next: number;
  /** A bit for each of the pieces, whether it tells anything; null until a text holds one of them. */
  telling: number | null;
}

/**
 * Prepares the search. A piece of a pattern is not compared itself: every fifth place or so of the pattern is a seed, so that
 * each piece holds one, and what stands around a seed in a text is compared with what stands around it in the pattern. The
 * seeds are found as Wu and Manber do ("A Fast Algorithm for Multi-Pattern Searching", 1994): a window of 8 codes moves over
 * the text, and most of the text is skipped. Returns the search; what has fewer than 8 codes it does not find.
 */
export function createPatternFinder(patterns: readonly Pattern[], fold: Fold): PatternFinder {
  const folded = (code = 0): number => (fold === null ? code : (fold[code] ?? 0));
  const slotBefore = (codes: Codes, end: number): number =>
    (Math.imul(folded(codes[end - 3]), FACTOR_3) +
      Math.imul(folded(codes[end - 2]), FACTOR_2) +
      Math.imul(folded(codes[end - 1]), FACTOR)) >>>
    (32 - SLOT_BITS);
  const hashAt = (codes: Codes, start: number): number => {
    let hash = 0;
    for (let at = start; at < start + MIN_PATTERN_LENGTH; at += 1)
      hash = Math.imul(hash + folded(codes[at]), FACTOR);
    return hash;
  };

  const seeds = seedsOf(patterns, hashAt);
  if (seeds.length === 0) return { *scan() {} };
  const shifts = new Uint8Array(2 ** SLOT_BITS).fill(MAX_SHIFT);
  // Most places stay empty, so that a window that is nothing is passed over at once.
  const headShift = Math.clz32(seeds.length * 8);
  const heads = new Int32Array(2 ** (32 - headShift));
  for (let index = seeds.length - 1; index >= 0; index -= 1) {
    const seed = seeds[index];
    if (seed === undefined) continue;
    const head = seed.hash >>> headShift;
    seed.next = heads[head] ?? 0;
    heads[head] = index + 1;
    for (let end = BLOCK; end <= MIN_PATTERN_LENGTH; end += 1) {
      const slot = slotBefore(seed.codes, seed.at + end);
      shifts[slot] = Math.min(shifts[slot] ?? 0, MIN_PATTERN_LENGTH - end);
    }
  }

  /** Returns where pieces around a seed stand in a text, which overlap, as one range; null if none is there. */
  const piecesAt = (seed: Seed, codes: Codes, length: number, start: number): Span | null => {
    const { pattern, at, first, last } = seed;
    const offset = start - at;
    const isSame = (place: number): boolean => folded(codes[offset + place]) === seed.codes[place];
    let to = at;
    const end = Math.min(endOf(pattern, last), length - offset);
    while (to < end && isSame(to)) to += 1;
    if (to < at + MIN_PATTERN_LENGTH) return null;
    let from = at;
    const begin = Math.max(beginOf(pattern, first), -offset);
    while (from > begin && isSame(from - 1)) from -= 1;
    let [hitFrom, hitTo] = [to, from];
    for (let piece = first; piece <= last; piece += 1) {
      const [pieceFrom, pieceTo] = [beginOf(pattern, piece), endOf(pattern, piece)];
      if (pieceFrom < from || pieceTo > to || pieceTo - pieceFrom < MIN_PATTERN_LENGTH) continue;
      seed.telling ??= tellingOf(seed);
      if ((seed.telling & (1 << (piece - first))) === 0) continue;
      hitFrom = Math.min(hitFrom, pieceFrom);
      hitTo = pieceTo;
    }
    return hitFrom < hitTo ? { start: offset + hitFrom, end: offset + hitTo } : null;
  };
  const tellHits = (codes: Codes, length: number, start: number, onHit: OnHit): void => {
    const hash = hashAt(codes, start);
    let longest: Span = { start, end: start };
    for (let next = heads[hash >>> headShift] ?? 0; next > 0;) {
      const seed = seeds[next - 1];
      if (seed === undefined) return;
      ({ next } = seed);
      const found = seed.hash === hash ? piecesAt(seed, codes, length, start) : null;
      // Of equal pieces the first one counts: a secret may hold one with a hundred different surroundings.
      if (found === null || (found.start >= longest.start && found.end <= longest.end)) continue;
      if (found.end - found.start > longest.end - longest.start) longest = found;
      onHit(seed.pattern.id, found.start, found.end - found.start);
    }
  };
  /** Looks at the windows from `from` to before `to`. Returns where the next one starts. */
  const scanPart = (codes: Codes, length: number, from: number, to: number, onHit: OnHit): number => {
    let start = from;
    while (start < to) {
      const shift = shifts[slotBefore(codes, start + MIN_PATTERN_LENGTH)] ?? 0;
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

/** Returns a text as patterns that count as a whole; a long one in parts, of which the last has full length as well. */
export function wholeOf(text: string): Form[] {
  const parts = Math.max(1, Math.ceil(text.length / MAX_WHOLE_LENGTH));
  return Array.from({ length: parts }, (_, part) => {
    const start = Math.max(0, Math.min(part * MAX_WHOLE_LENGTH, text.length - MAX_WHOLE_LENGTH));
    return { text: text.slice(start, start + MAX_WHOLE_LENGTH), pieces: null };
  });
}

function beginOf({ pieces }: Form, piece: number): number {
  if (pieces === null) return 0;
  const { bounds } = pieces;
  return bounds === null ? piece : (bounds[piece] ?? bounds[piece + 1] ?? 0);
}

function endOf({ text, pieces }: Form, piece: number): number {
  if (pieces === null) return text.length;
  const { bounds, size } = pieces;
  return bounds === null ? piece + size : (bounds[piece + size] ?? bounds[piece + size - 1] ?? 0);
}

/** Returns few seeds that hold one for each piece of the patterns. */
function seedsOf(patterns: readonly Pattern[], hashAt: (codes: Codes, start: number) => number): Seed[] {
  const seeds: Seed[] = [];
  /** How many there are with the same codes. */
  const crowds = new Map<number, number>();
  const crowdOf = (hash: number): number => crowds.get(hash) ?? 0;
  const surroundings = new Set<string>();
  for (const pattern of patterns) {
    const { text, pieces } = pattern;
    const codes = new Uint16Array(text.length);
    for (let at = 0; at < codes.length; at += 1) codes[at] = text.charCodeAt(at);
    const count = pieces === null ? 1 : pieces.source.length - pieces.size + 1;
    for (let first = 0, last = 0; first < count; first = last + 1) {
      last = first;
      const [from, to] = [beginOf(pattern, first), endOf(pattern, first)];
      if (to - from < MIN_PATTERN_LENGTH) continue;
      // As far right as may be, so that most of the next pieces hold it as well; further left where it is one of very many.
      let at = to - MIN_PATTERN_LENGTH;
      while (at > from && crowdOf(hashAt(codes, at)) >= MAX_CROWD) at -= 1;
      while (last + 1 < count && beginOf(pattern, last + 1) <= at) last += 1;
      const hash = hashAt(codes, at);
      const seed: Seed = { pattern, codes, at, first, last, hash, next: 0, telling: null };
      // Of seeds with the same surroundings the first one counts: a secret may repeat itself a thousand times.
      const { size } = surroundings;
      if (surroundings.add(surroundingsOf(seed)).size === size) continue;
      // In a crowd hardly any tells anything, unless somebody made it so.
      if (crowdOf(hash) >= MAX_CROWD && tellingOf(seed) === 0) continue;
      crowds.set(hash, crowdOf(hash) + 1);
      seeds.push(seed);
    }
  }
  return seeds;
}

/** Returns what is compared around a seed, and what it was written from, whose letter case tells nothing. */
function surroundingsOf({ pattern: { text, pieces }, pattern, at, first, last }: Seed): string {
  const from = beginOf(pattern, first);
  const around = `${at - from} ${text.slice(from, endOf(pattern, last))}`;
  return pieces === null
    ? around
    : `${around}\n${pieces.size} ${pieces.source.slice(first, last + pieces.size).toLowerCase()}`;
}

function tellingOf({ pattern: { pieces }, first, last }: Seed): number {
  let bits = 0;
  for (let piece = first; piece <= last; piece += 1)
    if (pieces === null || isTelling(pieces.source.slice(piece, piece + pieces.size)))
      bits |= 1 << (piece - first);
  return bits;
}
