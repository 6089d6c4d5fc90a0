import { gunzipSync, inflateRawSync, inflateSync, constants } from 'node:zlib';

import type { CanonicalText } from './canonical.ts';

/** A text that stands in another one, written in base64, hex, numbers or packed. */
export interface DecodedRun {
  readonly text: string;
  /** The range of the outer text that a range of this one came from. */
  readonly outer: (start: number, end: number) => readonly [number, number];
}

/** Shorter runs hold no 12 characters of a secret. */
const MIN_RUN = 16;
/** With a short password in the list, `a:pw` is told by its base64 too. */
const MIN_SHORT_RUN = 8;
const MIN_HEX_DIGITS = 24;
const MIN_NUMBERS = 12;
const MAX_NUMBER_GAP = 8;
/** Longer numbers take time in the square of their length. */
const MAX_BASE58 = 1024;
const MAX_INFLATED = 1024 * 1024;
const MAX_INFLATED_TOTAL = 4 * 1024 * 1024;
const MAX_TRIES = 256;

/** What unpacking may still cost in one text. */
export interface RunBudget {
  inflated: number;
  tries: number;
}

export function newBudget(): RunBudget {
  return { inflated: MAX_INFLATED_TOTAL, tries: MAX_TRIES };
}

const BASE64_CLASS = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9+/_-]/u.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Runs of the letters of base64, also broken into lines, in all that they may mean. */
export function runsOfLetters(text: string, budget: RunBudget, withShort: boolean): DecodedRun[] {
  const shortest = withShort ? MIN_SHORT_RUN : MIN_RUN;
  const found: DecodedRun[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (BASE64_CLASS[text.charCodeAt(at)] !== 1) continue;
    const start = at;
    let end = at + 1;
    let breaks = 0;
    for (at += 1; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (BASE64_CLASS[code] === 1) end = at + 1;
      else if (code === 0x0a || code === 0x0d) breaks += 1;
      else break;
    }
    if (end - start >= shortest) found.push(...meaningsOf(text, start, end, breaks > 0, budget));
  }
  return found;
}

function meaningsOf(
  text: string,
  start: number,
  end: number,
  isBroken: boolean,
  budget: RunBudget,
): DecodedRun[] {
  const raw = text.slice(start, end);
  const positions = isBroken && /[\r\n]/u.test(raw) ? positionsOf(raw) : null;
  const run = positions === null ? raw : raw.replace(/[\r\n]+/gu, '');
  const place = (index: number): number =>
    start + (positions === null ? index : (positions[index] ?? raw.length));
  const whole = (): readonly [number, number] => [start, end];
  const runs: DecodedRun[] = [];
  for (let shift = 0; shift < 4; shift += 1) {
    const bytes = Buffer.from(run.slice(shift), 'base64');
    runs.push({
      text: bytes.toString('latin1'),
      outer: (from, to) => [
        place(shift + Math.floor((from * 4) / 3)),
        Math.min(end, place(Math.min(run.length - 1, shift + Math.ceil((to * 4) / 3))) + 1),
      ],
    });
    if (shift === 0) runs.push(...inflated(bytes, budget).map((inner) => ({ text: inner, outer: whole })));
  }
  if (run.length >= MIN_HEX_DIGITS && /^[A-Z2-7]+$/iu.test(run))
    runs.push({ text: decodeBase32(run), outer: whole });
  if (
    run.length >= MIN_RUN &&
    run.length <= MAX_BASE58 &&
    /^[1-9A-HJ-NP-Za-km-z]+$/u.test(run) &&
    /\d/u.test(run)
  )
    runs.push({ text: decodeBase58(run), outer: whole });
  return runs;
}

function positionsOf(raw: string): Uint32Array {
  const positions = new Uint32Array(raw.length);
  let count = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at);
    if (code !== 0x0a && code !== 0x0d) positions[(count += 1) - 1] = at;
  }
  return positions.subarray(0, count);
}

const INFLATE = { maxOutputLength: MAX_INFLATED, finishFlush: constants.Z_SYNC_FLUSH };

/** What is packed in these bytes by gzip or deflate; a text that is larger than the limit is not looked at. */
function inflated(bytes: Buffer, budget: RunBudget): string[] {
  if (bytes.length < MIN_RUN || budget.inflated <= 0 || budget.tries <= 0) return [];
  budget.tries -= 1;
  const unpack =
    bytes[0] === 0x1f && bytes[1] === 0x8b
      ? gunzipSync
      : ((bytes[0] ?? 0) & 0x0f) === 8
        ? inflateSync
        : inflateRawSync;
  try {
    const text = unpack(bytes, INFLATE).toString('latin1');
    budget.inflated -= text.length;
    return text === '' ? [] : [text];
  } catch {
    return [];
  }
}

/** RFC 4648, section 6. */
function decodeBase32(run: string): string {
  const bytes = new Uint8Array(Math.floor((run.length * 5) / 8));
  let bits = 0;
  let value = 0;
  let count = 0;
  for (let at = 0; at < run.length; at += 1) {
    const code = run.charCodeAt(at);
    const digit = code >= 0x32 && code <= 0x37 ? code - 0x32 + 26 : (code | 0x20) - 0x61;
    value = ((value << 5) | digit) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[count] = (value >> bits) & 0xff;
    count += 1;
  }
  return Buffer.from(bytes).toString('latin1');
}

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

function decodeBase58(run: string): string {
  let value = 0n;
  for (const char of run) value = value * 58n + BigInt(BASE58.indexOf(char));
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('latin1');
}

/** Runs of hex digits in a view of letters and digits, at both ways to pair them. */
export function runsOfHex(view: CanonicalText): DecodedRun[] {
  const found: DecodedRun[] = [];
  for (let at = 0; at < view.length; at += 1) {
    if (!isHexDigit(view.codes[at] ?? 0)) continue;
    const start = at;
    while (at < view.length && isHexDigit(view.codes[at] ?? 0)) at += 1;
    if (at - start >= MIN_HEX_DIGITS) found.push(hexRun(view, start, at), hexRun(view, start + 1, at));
  }
  return found;
}

function isHexDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x66);
}

function hexRun(view: CanonicalText, start: number, end: number): DecodedRun {
  const digits = Buffer.from(view.codes.slice(start, end)).toString('latin1');
  const starts = view.starts.slice(start, end);
  const ends = view.ends.slice(start, end);
  return {
    text: Buffer.from(digits, 'hex').toString('latin1'),
    outer: (from, to) => [starts[from * 2] ?? 0, ends[Math.min(ends.length, to * 2) - 1] ?? 0],
  };
}

const NUMBER = /\d{1,10}/gu;
const GAP = /^[\s,;|:+&#()\\]{1,8}$/u;

/** Lists of the numbers of characters: `102, 97, 52`. */
export function runsOfNumbers(text: string): DecodedRun[] {
  const found: DecodedRun[] = [];
  let codes: number[] = [];
  let starts: number[] = [];
  let ends: number[] = [];
  const finish = (): void => {
    const [ownStarts, ownEnds] = [starts, ends];
    if (codes.length >= MIN_NUMBERS)
      found.push({
        text: codes.map((code) => String.fromCharCode(code)).join(''),
        outer: (from, to) => [ownStarts[from] ?? 0, ownEnds[to - 1] ?? 0],
      });
    [codes, starts, ends] = [[], [], []];
  };
  for (const match of text.matchAll(NUMBER)) {
    const start = match.index;
    const last = ends.at(-1);
    const isNext = last !== undefined && start - last <= MAX_NUMBER_GAP && GAP.test(text.slice(last, start));
    if (!isNext) finish();
    const code = Number(match[0]);
    if (code > 0xffff) {
      finish();
      continue;
    }
    codes.push(code);
    starts.push(start);
    ends.push(start + match[0].length);
  }
  finish();
  return found;
}
