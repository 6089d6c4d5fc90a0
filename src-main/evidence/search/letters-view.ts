import { BARRIER, emptyCanonical } from './canonical.ts';
import type { CanonicalText } from './canonical.ts';

/**
 * A second view of a canonical text: letters and digits alone. What was put between the characters of a secret (blanks,
 * dashes, quotes, commas, `0x`, tags) is gone in it. A tag of ours stays a barrier.
 */
export function writeLetters(source: CanonicalText, target: CanonicalText, skipMarkup: boolean): void {
  if (target.codes.length < source.length) {
    target.codes = new Uint16Array(source.length * 2);
    target.starts = new Uint32Array(source.length * 2);
    target.ends = new Uint32Array(source.length * 2);
  }
  const { codes, starts, ends, length } = source;
  /** Where a closing bracket stands; looked for once for each. */
  let close = -1;
  let count = 0;
  for (let at = 0; at < length; at += 1) {
    const code = codes[at] ?? 0;
    if (skipMarkup && code === LESS && beginsTag(codes[at + 1] ?? 0)) {
      if (close < at) close = indexOfCode(source, GREATER, at);
      if (close > at && close - at <= MAX_TAG) {
        at = close;
        continue;
      }
    }
    if (code === ZERO && codes[at + 1] === LETTER_X) {
      at += 1;
      continue;
    }
    if (!isLetterOrDigit(code)) continue;
    target.codes[count] = code;
    target.starts[count] = starts[at] ?? 0;
    target.ends[count] = ends[at] ?? 0;
    count += 1;
  }
  target.length = count;
}

const LESS = 0x3c;
const GREATER = 0x3e;
const ZERO = 0x30;
const LETTER_X = 0x78;
const MAX_TAG = 4096;

function beginsTag(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || code === 0x2f || code === 0x21 || code === 0x3f;
}

function indexOfCode({ codes, length }: CanonicalText, code: number, from: number): number {
  const at = codes.subarray(0, length).indexOf(code, from);
  return at < 0 ? length + MAX_TAG + 1 : at;
}

const known = new Uint8Array(0x10000);

/** The barrier is in it, so that nothing is found across a tag. */
function isLetterOrDigit(code: number): boolean {
  const state = known[code] ?? 0;
  if (state !== 0) return state === 1;
  const isOne = code === BARRIER || /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
  known[code] = isOne ? 1 : 2;
  return isOne;
}

/** The letters and digits of a needle that is canonical already. */
export function lettersOf(source: CanonicalText): CanonicalText {
  const target = emptyCanonical();
  writeLetters(source, target, false);
  return target;
}
