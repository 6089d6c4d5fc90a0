import { BARRIER, makeRoom, push, pushPoint } from './canonical.ts';
import type { CanonicalText } from './canonical.ts';

/** A backslash and digits are an octal number in code and a hexadecimal one in a style sheet. */
export type EscapeStyle = 'code' | 'style-sheet';

/**
 * Undoes one layer of escapes of `source` into `target`: percent (as UTF-8, also `%u0041`), backslash (JSON,
 * JavaScript), HTML entities. Returns whether there was any.
 */
export function writeDecoded(
  source: CanonicalText,
  target: CanonicalText,
  style: EscapeStyle = 'code',
): boolean {
  const codes = source.codes.subarray(0, source.length);
  // Most texts have nothing to undo.
  if (!codes.includes(PERCENT) && !codes.includes(BACKSLASH) && !codes.includes(AMPERSAND)) return false;
  makeRoom(target, source.length);
  let hasEscapes = false;
  let at = 0;
  while (at < source.length) {
    const code = source.codes[at];
    const used =
      code === PERCENT
        ? decodePercent(source, at, target)
        : code === BACKSLASH
          ? decodeBackslash(source, at, target, style)
          : code === AMPERSAND
            ? decodeEntity(source, at, target)
            : 0;
    if (used > 0) {
      hasEscapes = true;
      at += used;
    } else {
      push(target, code ?? 0, source.starts[at] ?? 0, source.ends[at] ?? 0);
      at += 1;
    }
  }
  return hasEscapes;
}

const PERCENT = 0x25;
const AMPERSAND = 0x26;
const HASH = 0x23;
const SEMICOLON = 0x3b;
const BACKSLASH = 0x5c;
const DIGIT_2 = 0x32;
const DIGIT_5 = 0x35;
const LETTER_U = 0x75;
const LETTER_X = 0x78;

/** Value of `count` hex digits at `at`, or -1. */
function hexAt(source: CanonicalText, at: number, count: number): number {
  if (at + count > source.length) return -1;
  let value = 0;
  for (let index = at; index < at + count; index += 1) {
    const digit = hexDigit(source.codes[index] ?? 0);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/** The text is lower case already. */
function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return code >= 0x61 && code <= 0x66 ? code - 0x57 : -1;
}

/** Writes one decoded character that took the units from `at` to `at + used`. */
function emit(
  source: CanonicalText,
  at: number,
  used: number,
  codePoint: number,
  target: CanonicalText,
): number {
  const start = source.starts[at] ?? 0;
  const end = source.ends[at + used - 1] ?? start;
  pushPoint(target, Math.min(codePoint, 0x10ffff), start, end);
  return used;
}

function decodePercent(source: CanonicalText, at: number, target: CanonicalText): number {
  if (source.codes[at + 1] === LETTER_U) {
    const unit = hexAt(source, at + 2, 4);
    return unit < 0 ? 0 : emit(source, at, 6, unit, target);
  }
  const deep = layersOfPercent(source, at);
  const inner = deep === 0 ? -1 : hexAt(source, at + 1 + deep, 2);
  if (inner >= 0 && inner < 0x80) return emit(source, at, deep + 3, inner, target);
  const first = hexAt(source, at + 1, 2);
  if (first < 0) return 0;
  const more = first >= 0xf0 && first < 0xf5 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : 0;
  let codePoint = more === 0 ? first : first & (0x3f >> more);
  for (let index = 1; index <= more; index += 1) {
    const next = source.codes[at + index * 3] === PERCENT ? hexAt(source, at + index * 3 + 1, 2) : -1;
    // Not UTF-8 after all: the byte stands for itself, as in Latin-1.
    if (next < 0x80 || next > 0xbf) return emit(source, at, 3, first, target);
    codePoint = codePoint * 64 + (next & 0x3f);
  }
  return emit(source, at, (more + 1) * 3, Math.min(codePoint, 0x10ffff), target);
}

/** Units of `25` that stand between a percent sign and the number that it is about: `%252566`. */
function layersOfPercent(source: CanonicalText, at: number): number {
  let used = 0;
  while (
    source.codes[at + 1 + used] === DIGIT_2 &&
    source.codes[at + 2 + used] === DIGIT_5 &&
    hexAt(source, at + 3 + used, 2) >= 0
  )
    used += 2;
  return used;
}

/** Backslashes before a `u` or `x`, as many layers write them; more than these are no layers of anything. */
const MAX_BACKSLASHES = 64;

function backslashesAt(source: CanonicalText, at: number): number {
  let count = 1;
  while (count < MAX_BACKSLASHES && at + count < source.length && source.codes[at + count] === BACKSLASH)
    count += 1;
  return count;
}

/** What JSON and JavaScript write as backslash and a letter; all of them are dropped from the canonical form. */
const CONTROL_LETTERS = new Set(['n', 'r', 't', 'b', 'f', '0'].map((letter) => letter.charCodeAt(0)));

function decodeBackslash(
  source: CanonicalText,
  at: number,
  target: CanonicalText,
  style: EscapeStyle,
): number {
  const next = source.codes[at + 1];
  if (next === undefined || at + 1 >= source.length || next === BARRIER) return 0;
  if (style === 'style-sheet') return decodeStyleSheet(source, at, target);
  if (next === BACKSLASH) {
    const count = backslashesAt(source, at);
    const letter = source.codes[at + count];
    const digits = letter === LETTER_U ? 4 : letter === LETTER_X ? 2 : 0;
    const unit = digits === 0 ? -1 : hexAt(source, at + count + 1, digits);
    if (unit >= 0) return emit(source, at, count + 1 + digits, unit, target);
  }
  if (next === LETTER_U && source.codes[at + 2] === OPEN_BRACE) return decodeBraces(source, at, target);
  const octal = octalAt(source, at + 1);
  if (octal >= 0) return emit(source, at, 4, octal, target);
  if (next === LETTER_U) {
    const unit = hexAt(source, at + 2, 4);
    return unit < 0 ? 0 : emit(source, at, 6, unit, target);
  }
  if (next === LETTER_X) {
    const byte = hexAt(source, at + 2, 2);
    return byte < 0 ? 0 : emit(source, at, 4, byte, target);
  }
  if (CONTROL_LETTERS.has(next)) return emit(source, at, 2, 0, target);
  const isLetterOrDigit = (next >= 0x30 && next <= 0x39) || (next >= 0x61 && next <= 0x7a) || next > 0x7f;
  return isLetterOrDigit ? 0 : emit(source, at, 2, next, target);
}

const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const SPACE = 0x20;
const MAX_HEX_DIGITS = 6;

/** Three octal digits as one byte, or -1. */
function octalAt(source: CanonicalText, at: number): number {
  if (at + 3 > source.length) return -1;
  let value = 0;
  for (let index = at; index < at + 3; index += 1) {
    const digit = (source.codes[index] ?? 0) - 0x30;
    if (digit < 0 || digit > 7) return -1;
    value = value * 8 + digit;
  }
  return value <= 0xff ? value : -1;
}

/** `\u{66}`. */
function decodeBraces(source: CanonicalText, at: number, target: CanonicalText): number {
  const digits = hexDigitsAt(source, at + 3, MAX_HEX_DIGITS + 2);
  if (digits === 0 || source.codes[at + 3 + digits] !== CLOSE_BRACE || at + 3 + digits >= source.length)
    return 0;
  return emit(source, at, digits + 4, hexAt(source, at + 3, digits), target);
}

/** `\66 ` (CSS Syntax, section 4.3.7). */
function decodeStyleSheet(source: CanonicalText, at: number, target: CanonicalText): number {
  const digits = hexDigitsAt(source, at + 1, MAX_HEX_DIGITS);
  if (digits === 0) return 0;
  const blank = at + 1 + digits < source.length && source.codes[at + 1 + digits] === SPACE ? 1 : 0;
  return emit(source, at, digits + 1 + blank, hexAt(source, at + 1, digits), target);
}

function hexDigitsAt(source: CanonicalText, at: number, most: number): number {
  let count = 0;
  while (count < most && at + count < source.length && hexDigit(source.codes[at + count] ?? 0) >= 0)
    count += 1;
  return count;
}

/** What entities with a name stand for; 0 is nothing that can be seen. The text is lower case already. */
const ENTITIES: Readonly<Record<string, number>> = {
  amp: 0x26,
  lt: 0x3c,
  gt: 0x3e,
  quot: 0x22,
  apos: 0x27,
  nbsp: 0x20,
  ensp: 0x20,
  emsp: 0x20,
  thinsp: 0x20,
  tab: 0x20,
  newline: 0,
  shy: 0,
  zwj: 0,
  zwnj: 0,
  lrm: 0,
  rlm: 0,
  nobreak: 0,
  zerowidthspace: 0,
  negativethinspace: 0,
  negativemediumspace: 0,
  negativethickspace: 0,
  negativeverythinspace: 0,
  applyfunction: 0,
  invisibletimes: 0,
  invisiblecomma: 0,
  af: 0,
  it: 0,
  ic: 0,
  hyphen: 0x2d,
  dash: 0x2d,
  lowbar: 0x5f,
  equals: 0x3d,
  plus: 0x2b,
  sol: 0x2f,
  bsol: 0x5c,
  period: 0x2e,
  comma: 0x2c,
  colon: 0x3a,
  semi: 0x3b,
  num: 0x23,
  excl: 0x21,
  percnt: 0x25,
  ast: 0x2a,
  lpar: 0x28,
  rpar: 0x29,
};
const MAX_ENTITY_NAME = 24;

function decodeEntity(source: CanonicalText, at: number, target: CanonicalText): number {
  if (source.codes[at + 1] === HASH && at + 1 < source.length) return decodeNumericEntity(source, at, target);
  let name = '';
  for (let end = at + 1; end < source.length && end - at <= MAX_ENTITY_NAME; end += 1) {
    const code = source.codes[end] ?? 0;
    if (code === SEMICOLON) {
      const known = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
      return known === undefined ? 0 : emit(source, at, end - at + 1, known, target);
    }
    if (code < 0x61 || code > 0x7a) return 0;
    name += String.fromCharCode(code);
  }
  return 0;
}

/** Also with many zeros before the number, and without the sign at its end. */
function decodeNumericEntity(source: CanonicalText, at: number, target: CanonicalText): number {
  const isHex = source.codes[at + 2] === LETTER_X;
  const start = at + (isHex ? 3 : 2);
  const base = isHex ? 16 : 10;
  let codePoint = 0;
  let end = start;
  for (; end < source.length; end += 1) {
    const digit = hexDigit(source.codes[end] ?? 0);
    if (digit < 0 || digit >= base) break;
    codePoint = Math.min(codePoint * base + digit, 0x110000);
  }
  if (end === start || codePoint > 0x10ffff) return 0;
  const hasEnd = end < source.length && source.codes[end] === SEMICOLON;
  return emit(source, at, end - at + (hasEnd ? 1 : 0), codePoint, target);
}
