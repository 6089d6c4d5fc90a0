/** Something to look for: a string of UTF-16 code units (or of bytes, one a character), and the number told with a hit. */
export interface Pattern {
  readonly text: string;
  readonly id: number;
}

/** Is called for each hit with the pattern's id, the first position and the length. */
type OnHit = (id: number, start: number, length: number) => void;

/** Looks for thousands of patterns in one pass over the text. */
export interface PatternFinder {
  scan(codes: ArrayLike<number>, length: number, onHit: OnHit): void;
}

/** The pass compares hashes of this many codes; a pattern may not be shorter. */
export const SHORTEST_PATTERN = 8;

const BASE = 0x01000193;
/** One byte for each low half of a hash: most positions are ruled out without a look into the map. */
const FILTER_SIZE = 0x10000;

/**
 * Prepares the search (Rabin and Karp's rolling hash over the first 8 codes of each pattern, then a comparison).
 * Of equal patterns the first one counts; throws a RangeError for a pattern under 8 codes.
 */
export function createPatternFinder(patterns: Iterable<Pattern>): PatternFinder {
  const filter = new Uint8Array(FILTER_SIZE);
  const byHash = new Map<number, Pattern[]>();
  const seen = new Set<string>();
  for (const pattern of patterns) {
    if (pattern.text.length < SHORTEST_PATTERN) throw new RangeError('A pattern is too short to search for.');
    if (seen.has(pattern.text)) continue;
    seen.add(pattern.text);
    let hash = 0;
    for (let index = 0; index < SHORTEST_PATTERN; index += 1) {
      hash = (Math.imul(hash, BASE) + pattern.text.charCodeAt(index)) | 0;
    }
    filter[slotOf(hash)] = 1;
    const same = byHash.get(hash);
    if (same === undefined) byHash.set(hash, [pattern]);
    else same.push(pattern);
  }
  let leaving = 1;
  for (let index = 0; index < SHORTEST_PATTERN; index += 1) leaving = Math.imul(leaving, BASE);

  return {
    scan(codes, length, onHit) {
      if (byHash.size === 0) return;
      let hash = 0;
      for (let end = 0; end < length; end += 1) {
        hash = (Math.imul(hash, BASE) + (codes[end] ?? 0)) | 0;
        const start = end - SHORTEST_PATTERN + 1;
        if (start > 0) hash = (hash - Math.imul(leaving, codes[start - 1] ?? 0)) | 0;
        if (start < 0 || filter[slotOf(hash)] === 0) continue;
        for (const { text, id } of byHash.get(hash) ?? []) {
          if (isAt(codes, start, length, text)) onHit(id, start, text.length);
        }
      }
    },
  };
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 16)) & (FILTER_SIZE - 1);
}

function isAt(codes: ArrayLike<number>, start: number, length: number, text: string): boolean {
  if (start + text.length > length) return false;
  for (let index = 0; index < text.length; index += 1) {
    if (codes[start + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}
