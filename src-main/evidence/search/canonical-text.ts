import { TAG } from '../redaction/tags.ts';

/** Stands where a tag stands in the text. No pattern holds it, so that nothing is found in or across a tag. */
export const BARRIER = 0xffff;
const DROPPED = 0xfffe;
/** In the table: not looked up yet. */
const UNKNOWN = 0xfffd;
/** In the table: becomes several codes, which stand in `expansions`. */
const SEVERAL = 0xfffc;

const table = new Uint16Array(0x10000).fill(UNKNOWN);
const expansions = new Map<number, readonly number[]>();

/** Combining marks, format and control characters, ignorables. */
const INVISIBLE = /[\p{Mn}\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
// oxlint-disable-next-line no-control-regex
const ASCII = /^[\0-\x7f]*$/u;

/**
 * A text as the search sees it: code units in one letter case, with the characters of base64 and base64url made equal, and
 * for each unit the range of the original text that it came from.
 */
export class CanonicalText {
  codes = new Uint16Array(0);
  starts = new Uint32Array(0);
  ends = new Uint32Array(0);
  length = 0;

  /** Empties the text and makes room for `size` codes. */
  clear(size: number): void {
    this.length = 0;
    if (this.codes.length < size) this.#resize(size * 2);
  }

  /** Adds a code as it is, which came from a range of the original. */
  add(code: number, start: number, end: number): void {
    if (this.length === this.codes.length) this.#resize(Math.max(16, this.length * 2));
    this.codes[this.length] = code;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length += 1;
  }

  /** Folds a code point and adds what is left of it. */
  addFolded(point: number, start: number, end: number): void {
    const last = this.length - 1;
    const before = this.codes[last] ?? 0;
    if (point >= 0xdc00 && point < 0xe000 && last >= 0 && before >= 0xd800 && before < 0xdc00) {
      // Both halves of a surrogate pair were escaped one by one.
      this.length = last;
      const whole = 0x10000 + ((before - 0xd800) << 10) + (point - 0xdc00);
      this.addFolded(whole, this.starts[last] ?? start, end);
      return;
    }
    const folded = point === BARRIER ? BARRIER : point > 0xffff ? SEVERAL : foldCode(point);
    if (folded === DROPPED) return;
    if (folded === SEVERAL) for (const code of foldPoint(point)) this.add(code, start, end);
    else this.add(folded, start, end);
  }

  toString(): string {
    return Buffer.from(this.codes.buffer, 0, this.length * 2).toString('utf16le');
  }

  #resize(size: number): void {
    const { codes, starts, ends } = this;
    this.codes = new Uint16Array(size);
    this.starts = new Uint32Array(size);
    this.ends = new Uint32Array(size);
    this.codes.set(codes);
    this.starts.set(starts);
    this.ends.set(ends);
  }
}

/** Lower case; `-`, `+` and a space are one (form encoding, base64url), and so are `_` and `/`. */
function foldAscii(code: number): number {
  if (code < 0x20 || code === 0x7f) return DROPPED;
  if (code >= 0x41 && code <= 0x5a) return code + 0x20;
  if (code === 0x2b || code === 0x2d) return 0x20;
  return code === 0x5f ? 0x2f : code;
}

/**
 * Folds compatibility forms of ASCII (full-width and mathematical letters, letters with marks) to ASCII, and what cannot
 * be seen to nothing. Other letters stay, so that a piece of 12 characters keeps its length.
 */
function foldPoint(point: number): readonly number[] {
  const known = expansions.get(point);
  if (known !== undefined) return known;
  const char = point === BARRIER || point === DROPPED ? '' : String.fromCodePoint(point);
  const plain = char.normalize('NFKD').toLowerCase().replace(INVISIBLE, '');
  const codes = codesOf(ASCII.test(plain) ? plain : char.toLowerCase())
    .map((code) => (code < 0x80 ? foldAscii(code) : code))
    .filter((code) => code !== DROPPED);
  expansions.set(point, codes);
  return codes;
}

function codesOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

function foldCode(code: number): number {
  const known = table[code] ?? DROPPED;
  if (known !== UNKNOWN) return known;
  const [first = DROPPED, second] = code < 0x80 ? [foldAscii(code)] : foldPoint(code);
  const folded = second === undefined ? first : SEVERAL;
  table[code] = folded;
  return folded;
}

/** Returns the canonical form of a pattern: the canonical form of each text that holds the pattern holds it. */
export function canonicalPattern(text: string): string {
  const target = new CanonicalText();
  writeCanonical(text, target);
  return target.toString();
}

/** A soft line end (quoted-printable, RFC 2045) or a terminal's colour, neither of which can be seen. */
// oxlint-disable-next-line no-control-regex
const UNSEEN = /=[ \t]{0,8}\r?\n|\u001b\[[0-?]{0,16}[ -/]{0,4}[@-~]/uy;
const EQUALS = 0x3d;
const ESCAPE = 0x1b;

/** Writes the canonical form of `text` into `target`; escapes stay as they are. A tag becomes one barrier. */
export function writeCanonical(text: string, target: CanonicalText): void {
  target.clear(text.length);
  let position = 0;
  const writeUntil = (end: number): void => {
    while (position < end) {
      const code = text.charCodeAt(position);
      if (code === EQUALS || code === ESCAPE) {
        UNSEEN.lastIndex = position;
        const unseen = UNSEEN.exec(text)?.[0].length ?? 0;
        position += unseen;
        if (unseen > 0) continue;
      }
      const folded = table[code] ?? DROPPED;
      const isHighSurrogate = code >= 0xd800 && code < 0xdc00;
      if (folded < SEVERAL && !isHighSurrogate) {
        target.add(folded, position, position + 1);
        position += 1;
        continue;
      }
      const point = text.codePointAt(position) ?? code;
      const next = position + (point > 0xffff ? 2 : 1);
      if (point !== BARRIER) target.addFolded(point, position, next);
      position = next;
    }
  };
  for (const tag of text.includes('‹') ? text.matchAll(TAG) : []) {
    writeUntil(tag.index);
    position = tag.index + tag[0].length;
    target.add(BARRIER, tag.index, position);
  }
  writeUntil(text.length);
}

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
