import { BARRIER, CanonicalText } from './canonical-text.ts';

const LESS = 0x3c;
const GREATER = 0x3e;
const ZERO = 0x30;
const LETTER_X = 0x78;
const MAX_TAG = 4096;

/**
 * Writes only the letters and digits of a canonical text into `target`: whatever was put between the characters of a
 * secret (blanks, dashes, quotes, commas, `0x`, markup) is gone. A barrier stays.
 */
export function writeLettersAndDigits(
  source: CanonicalText,
  target: CanonicalText,
  skipMarkup: boolean,
): void {
  const { codes, starts, ends, length } = source;
  target.clear(length);
  let close = -1;
  for (let at = 0; at < length; at += 1) {
    const code = codes[at] ?? 0;
    if (skipMarkup && code === LESS && startsTag(codes[at + 1] ?? 0)) {
      if (close < at) close = codes.subarray(0, length).indexOf(GREATER, at);
      if (close < 0) close = Number.POSITIVE_INFINITY;
      if (close - at <= MAX_TAG) {
        at = close;
        continue;
      }
    }
    if (code === ZERO && codes[at + 1] === LETTER_X) at += 1;
    else if (isLetterOrDigit(code)) target.add(code, starts[at] ?? 0, ends[at] ?? 0);
  }
}

function startsTag(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || code === 0x2f || code === 0x21 || code === 0x3f;
}

const NO = 1;
const YES = 2;
const known = new Uint8Array(0x10000);

function isLetterOrDigit(code: number): boolean {
  if (known[code] === 0)
    known[code] = code === BARRIER || /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? YES : NO;
  return known[code] === YES;
}

/** Returns the letters and digits of a canonical text. */
export function lettersAndDigits(source: CanonicalText): string {
  const target = new CanonicalText();
  writeLettersAndDigits(source, target, false);
  return target.toString();
}
