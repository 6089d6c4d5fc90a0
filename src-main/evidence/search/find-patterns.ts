import type { Steps } from '../cooperative-steps.ts';

/** Something to look for: a string of UTF-16 code units (or of bytes, one a character), and the number told with a hit. */
export interface Pattern {
  readonly text: string;
  readonly id: number;
}

/** Is called for each hit with the pattern's id, the first position and the length. */
type OnHit = (id: number, start: number, length: number) => void;

/** Looks for thousands of patterns in one pass over the text. */
export interface PatternFinder {
  scan(codes: Uint8Array | Uint16Array, length: number, onHit: OnHit): void;
  /** The same in steps, for a text that is like a secret over and over: there each place is compared with many patterns. */
  scanInSteps(codes: Uint8Array | Uint16Array, length: number, onHit: OnHit): Steps<void>;
}

/** Codes that are looked at in a step. */
const CODES_A_STEP = 8 * 1024;

/** Only the first codes of a pattern, this many, are looked for; the rest is compared. A pattern may not be shorter. */
export const MIN_PATTERN_LENGTH = 8;
/** So many codes at the end of the window decide how far it moves. */
const BLOCK = 3;
/** Where no pattern holds the window's last block, no pattern can begin before its second code. */
const MAX_SHIFT = MIN_PATTERN_LENGTH - BLOCK + 1;

const FACTOR = 0x9e3779b1;
/** Slots for each block of a pattern; fewer would let unlike blocks share a slot and make the window creep. */
const SLOTS_A_BLOCK = 8;
const MIN_BITS = 12;
const MAX_BITS = 20;

/**
 * Prepares the search: Wu and Manber's "A Fast Algorithm for Multi-Pattern Searching" (1994), in which most of the text
 * is stepped over unread. `fold` returns the code that is compared for each code of the text (256 for bytes, 65536 for
 * UTF-16); patterns are folded already. Of equal patterns the first one counts; throws a RangeError for a pattern under
 * 8 codes.
 */
export function createPatternFinder(patterns: Iterable<Pattern>, fold: Uint16Array): PatternFinder {
  const byText = new Map<string, Pattern>();
  for (const pattern of patterns) {
    if (pattern.text.length < MIN_PATTERN_LENGTH)
      throw new RangeError('A pattern is too short to search for.');
    if (!byText.has(pattern.text)) byText.set(pattern.text, pattern);
  }
  const blocks = byText.size * MAX_SHIFT * SLOTS_A_BLOCK;
  const bits = Math.min(MAX_BITS, Math.max(MIN_BITS, Math.ceil(Math.log2(blocks + 1))));
  const drop = 32 - bits;
  const shifts = new Uint8Array(2 ** bits).fill(MAX_SHIFT);
  /** Of patterns by the hash of their first codes; one bit a slot tells most windows that they are none. */
  const byHead = new Map<number, Pattern[]>();
  const heads = new Uint8Array(2 ** bits);

  const alphabet = new Uint8Array(fold.length);
  for (const pattern of byText.values()) {
    const { text } = pattern;
    for (let at = 0; at < MIN_PATTERN_LENGTH; at += 1) alphabet[text.charCodeAt(at)] = 1;
    let head = 0;
    for (let at = 0; at < MIN_PATTERN_LENGTH; at += 1) {
      head = Math.imul(head, FACTOR) + text.charCodeAt(at);
      if (at < BLOCK - 1) continue;
      const slot = hashOf(text.charCodeAt(at - 2), text.charCodeAt(at - 1), text.charCodeAt(at)) >>> drop;
      shifts[slot] = Math.min(shifts[slot] ?? 0, MIN_PATTERN_LENGTH - 1 - at);
    }
    head |= 0;
    heads[Math.imul(head, FACTOR) >>> drop] = 1;
    const same = byHead.get(head);
    if (same === undefined) byHead.set(head, [pattern]);
    else same.push(pattern);
  }

  const failures = new Map<string, Int32Array>();
  const failuresOf = (text: string): Int32Array => {
    const table = failures.get(text) ?? failureTable(text);
    failures.set(text, table);
    return table;
  };

  /** Looks at the windows that end from `from` to before `to`; returns where the next one ends. */
  const scanPart = (
    codes: Uint8Array | Uint16Array,
    length: number,
    { from, to }: { readonly from: number; readonly to: number },
    readTo: Map<Pattern, number>,
    onHit: OnHit,
  ): number => {
    let end = from;
    while (end < to) {
      const last = fold[codes[end] ?? 0] ?? 0;
      // Pictures are full of bytes that no pattern begins with or soon has: none reaches over such a one.
      if (alphabet[last] === 0) {
        end += MIN_PATTERN_LENGTH;
        continue;
      }
      const slot = hashOf(fold[codes[end - 2] ?? 0] ?? 0, fold[codes[end - 1] ?? 0] ?? 0, last);
      const shift = shifts[slot >>> drop] ?? 0;
      if (shift > 0) {
        end += shift;
        continue;
      }
      const start = end - MIN_PATTERN_LENGTH + 1;
      end += 1;
      let head = 0;
      for (let at = start; at < end; at += 1) head = Math.imul(head, FACTOR) + (fold[codes[at] ?? 0] ?? 0);
      head |= 0;
      if (heads[Math.imul(head, FACTOR) >>> drop] === 0) continue;
      for (const pattern of byHead.get(head) ?? []) {
        const { text, id } = pattern;
        if (text.length <= MAX_COMPARED) {
          if (isAt(codes, start, length, text, fold)) onHit(id, start, text.length);
        } else if (start >= (readTo.get(pattern) ?? 0)) {
          const found = (at: number): void => onHit(id, at, text.length);
          readTo.set(pattern, followLong(codes, start, length, text, failuresOf(text), fold, found));
        }
      }
    }
    return end;
  };

  return {
    scan(codes, length, onHit) {
      if (byHead.size > 0)
        scanPart(codes, length, { from: MIN_PATTERN_LENGTH - 1, to: length }, new Map(), onHit);
    },
    *scanInSteps(codes, length, onHit) {
      if (byHead.size === 0) return;
      /** How far a long pattern has been followed: no other one of its kind begins before that unseen. */
      const readTo = new Map<Pattern, number>();
      for (let end = MIN_PATTERN_LENGTH - 1; end < length;) {
        end = scanPart(codes, length, { from: end, to: Math.min(length, end + CODES_A_STEP) }, readTo, onHit);
        yield;
      }
    },
  };
}

/** Spread over 32 bits, of which the upper ones are the best. */
function hashOf(first: number, second: number, third: number): number {
  return Math.imul(Math.imul(Math.imul(first, FACTOR) + second, FACTOR) + third, FACTOR);
}

function isAt(
  codes: Uint8Array | Uint16Array,
  start: number,
  length: number,
  text: string,
  fold: Uint16Array,
): boolean {
  if (start + text.length > length) return false;
  for (let index = 0; index < text.length; index += 1) {
    if (fold[codes[start + index] ?? 0] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** A longer pattern is not compared anew at each of its beginnings: in `aaaa…` there is one at every code. */
const MAX_COMPARED = 128;

/** For each length of a match, the longest one that is left when the next code does not fit (Knuth, Morris, Pratt 1977). */
function failureTable(text: string): Int32Array {
  const table = new Int32Array(text.length);
  let same = 0;
  for (let at = 1; at < text.length; at += 1) {
    while (same > 0 && text.charCodeAt(at) !== text.charCodeAt(same)) same = table[same - 1] ?? 0;
    if (text.charCodeAt(at) === text.charCodeAt(same)) same += 1;
    table[at] = same;
  }
  return table;
}

/** Follows a pattern from where it may begin for as long as any of it fits, each code once; returns where that ended. */
function followLong(
  codes: Uint8Array | Uint16Array,
  start: number,
  length: number,
  text: string,
  failures: Int32Array,
  fold: Uint16Array,
  onFound: (start: number) => void,
): number {
  let same = 0;
  for (let at = start; at < length; at += 1) {
    const code = fold[codes[at] ?? 0] ?? 0;
    while (same > 0 && text.charCodeAt(same) !== code) same = failures[same - 1] ?? 0;
    if (text.charCodeAt(same) === code) same += 1;
    if (same === 0) return at + 1;
    if (same < text.length) continue;
    onFound(at + 1 - text.length);
    same = failures[same - 1] ?? 0;
  }
  return length;
}

/** Every code as itself. */
export const UNFOLDED: Uint16Array = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
