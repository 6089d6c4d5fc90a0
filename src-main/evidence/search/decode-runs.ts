import { constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

import type { CanonicalText } from './canonical-text.ts';

/** What a run of a text decodes to: base64, base32, base58, hex or a list of numbers, compressed or not. */
export interface DecodedRun {
  readonly text: string;
  /** Returns the range of the outer text that a range of this one came from. */
  readonly outer: (start: number, end: number) => readonly [number, number];
}

/** Shorter runs hold no 12 characters of a secret. */
const MIN_RUN = 16;
/** A short password is found in the base64 of `user:password` as well. */
const MIN_SHORT_RUN = 8;
const MIN_HEX_DIGITS = 24;
const MIN_NUMBERS = 12;
const MAX_NUMBER_GAP = 8;
/** Decoding base58 takes time in the square of the length. */
const MAX_BASE58 = 1024;
const MAX_INFLATED = 1024 * 1024;
const MAX_INFLATED_TOTAL = 4 * 1024 * 1024;
const MAX_TRIES = 256;

/** Characters that may be decoded in one text, at least and for each of its own. */
const MIN_DECODED = 64 * 1024;
const MAX_DECODED_FACTOR = 24;

/** Returns what decoding may still cost in a text of this length: characters, and bytes and tries of decompression. */
export function newBudget(length: number) {
  const characters = MIN_DECODED + length * MAX_DECODED_FACTOR;
  return { characters, inflated: MAX_INFLATED_TOTAL, tries: MAX_TRIES };
}

export type DecodeBudget = ReturnType<typeof newBudget>;

const BASE64_RUN = /[\w+/-]+(?:[\r\n]+[\w+/-]+)*/gu;
const BASE32_RUN = /^[A-Z2-7]+$/iu;
const BASE58_RUN = /^(?=\D*\d)[1-9A-HJ-NP-Za-km-z]+$/u;

/** Decodes runs of base64 letters, also broken into lines, in every way that they may be meant. */
export function decodeLetters(text: string, budget: DecodeBudget, withShort: boolean): DecodedRun[] {
  const shortest = withShort ? MIN_SHORT_RUN : MIN_RUN;
  return [...text.matchAll(BASE64_RUN)]
    .filter(([run]) => run.length >= shortest)
    .flatMap(({ index, 0: run }) => decodeRun(run, index, budget));
}

function decodeRun(raw: string, start: number, budget: DecodeBudget): DecodedRun[] {
  const isBroken = /[\r\n]/u.test(raw);
  const run = isBroken ? raw.replace(/[\r\n]+/gu, '') : raw;
  const positions = isBroken ? positionsOfLetters(raw) : null;
  const end = start + raw.length;
  const place = (index: number): number =>
    start + (positions === null ? index : (positions[index] ?? raw.length));
  const whole = (): readonly [number, number] => [start, end];
  const runs = [0, 1, 2, 3].map((shift): DecodedRun => ({
    text: Buffer.from(run.slice(shift), 'base64').toString('latin1'),
    outer: (from, to) => [
      place(shift + Math.floor((from * 4) / 3)),
      Math.min(end, place(Math.min(run.length - 1, shift + Math.ceil((to * 4) / 3))) + 1),
    ],
  }));
  const texts = [inflate(Buffer.from(run, 'base64'), budget)];
  if (run.length >= MIN_HEX_DIGITS && BASE32_RUN.test(run)) texts.push(decodeBase32(run));
  if (run.length >= MIN_RUN && run.length <= MAX_BASE58 && BASE58_RUN.test(run))
    texts.push(decodeBase58(run));
  return [...runs, ...texts.map((text) => ({ text, outer: whole }))];
}

/** Returns where each character of a run stands that is no line break. */
function positionsOfLetters(raw: string): Uint32Array {
  const positions = new Uint32Array(raw.length);
  let count = 0;
  for (let at = 0; at < raw.length; at += 1) {
    if (raw.charAt(at) === '\r' || raw.charAt(at) === '\n') continue;
    positions[count] = at;
    count += 1;
  }
  return positions.subarray(0, count);
}

/** Undoes gzip or deflate. Returns an empty text for anything else, and for what is larger than the limit. */
function inflate(bytes: Buffer, budget: DecodeBudget): string {
  if (bytes.length < MIN_RUN || budget.inflated <= 0 || budget.tries <= 0) return '';
  const decompress = decompressorOf(bytes);
  if (decompress === null) return '';
  budget.tries -= 1;
  try {
    const options = { maxOutputLength: MAX_INFLATED, finishFlush: constants.Z_SYNC_FLUSH };
    const text = decompress(bytes, options).toString('latin1');
    budget.inflated -= text.length;
    return text;
  } catch {
    return '';
  }
}

/**
 * Returns what may undo the compression of bytes that begin like these; null where it would only fail, which costs more
 * than all the rest: an ordinary word begins by chance as nothing compressed does (RFC 1950 section 2.2, RFC 1951 section
 * 3.2).
 */
function decompressorOf(bytes: Buffer): typeof gunzipSync | null {
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = bytes;
  if (first === 0x1f && second === 0x8b) return gunzipSync;
  if ((first & 0x0f) === 8) return (first * 256 + second) % 31 === 0 ? inflateSync : null;
  switch ((first >> 1) & 3) {
    case STORED:
      return (second ^ fourth) === 0xff && (third ^ fifth) === 0xff ? inflateRawSync : null;
    case OWN_CODES:
      return first >> 3 <= MAX_LENGTH_CODES && (second & 31) <= MAX_DISTANCE_CODES ? inflateRawSync : null;
    case FIXED_CODES:
      return inflateRawSync;
    default:
      return null;
  }
}

/** The kinds of a block. */
const STORED = 0;
const FIXED_CODES = 1;
const OWN_CODES = 2;
/** The highest numbers of codes that a block may announce, as they are written. */
const MAX_LENGTH_CODES = 29;
const MAX_DISTANCE_CODES = 29;

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** RFC 4648, section 6. */
function decodeBase32(run: string): string {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const letter of run.toLowerCase()) {
    value = ((value << 5) | BASE32.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >> bits) & 0xff);
  }
  return Buffer.from(bytes).toString('latin1');
}

function decodeBase58(run: string): string {
  let value = 0n;
  for (const letter of run) value = value * 58n + BigInt(BASE58.indexOf(letter));
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('latin1');
}

const HEX_RUN = /[\da-f]{24,}/gu;

/** Decodes runs of hex digits in the letters and digits of a text, in both ways to pair them. */
export function decodeHex(letters: CanonicalText): DecodedRun[] {
  return [...letters.toString().matchAll(HEX_RUN)].flatMap(({ index, 0: run }) =>
    [0, 1].map((shift): DecodedRun => {
      const from = index + shift;
      const starts = letters.starts.slice(from, index + run.length);
      const ends = letters.ends.slice(from, index + run.length);
      return {
        text: Buffer.from(run.slice(shift), 'hex').toString('latin1'),
        outer: (start, end) => [starts[start * 2] ?? 0, ends[Math.min(ends.length, end * 2) - 1] ?? 0],
      };
    }),
  );
}

const NUMBER = /\d{1,10}/gu;
const GAP = /^[\s,;|:+&#()\\]{1,8}$/u;

/** Decodes lists of character codes: `102, 97, 52`. */
export function decodeNumbers(text: string): DecodedRun[] {
  const found: DecodedRun[] = [];
  let list: { code: number; start: number; end: number }[] = [];
  const finish = (): void => {
    const numbers = list;
    list = [];
    if (numbers.length < MIN_NUMBERS) return;
    found.push({
      text: numbers.map(({ code }) => String.fromCharCode(code)).join(''),
      outer: (from, to) => [numbers[from]?.start ?? 0, numbers[to - 1]?.end ?? 0],
    });
  };
  for (const { index: start, 0: digits } of text.matchAll(NUMBER)) {
    const last = list.at(-1)?.end ?? start;
    if (start - last > MAX_NUMBER_GAP || !GAP.test(text.slice(last, start))) finish();
    const code = Number(digits);
    if (code > 0xffff) finish();
    else list.push({ code, start, end: start + digits.length });
  }
  finish();
  return found;
}
