import { TAG } from './tags.ts';

/**
 * A text as the search sees it: code units in one letter case, with the marks of base64 and base64url made equal, and
 * for each unit the range of the original text that it came from.
 */
export interface CanonicalText {
  codes: Uint16Array;
  starts: Uint32Array;
  ends: Uint32Array;
  length: number;
}

/** Stands where a tag stands in the text; no pattern holds it, so that nothing is found in or across a tag. */
export const BARRIER = 0xffff;
const DROPPED = 0xfffe;

let table: Uint16Array | null = null;

/**
 * One code unit as it is compared: lower case; `-`, `+` and a space as one (form encoding, base64url), `_` as `/`;
 * dropped are line ends, NUL (UTF-16 that was read as bytes) and characters without width.
 */
function foldTable(): Uint16Array {
  if (table !== null) return table;
  table = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code += 1) {
    const lower = String.fromCharCode(code).toLowerCase();
    table[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
  }
  for (const code of [0x00, 0x09, 0x0a, 0x0d, 0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xfffe, 0xffff]) {
    table[code] = DROPPED;
  }
  table[0x2b] = 0x20;
  table[0x2d] = 0x20;
  table[0x5f] = 0x2f;
  return table;
}

/** The canonical form of a needle; a text's form holds it wherever the text holds the needle. */
export function canonicalNeedle(text: string): string {
  const target = emptyCanonical();
  writeFolded(text, target);
  return String.fromCharCode(...target.codes.subarray(0, target.length));
}

/** A text without room; the writers below make room as they need it. */
export function emptyCanonical(): CanonicalText {
  return { codes: new Uint16Array(0), starts: new Uint32Array(0), ends: new Uint32Array(0), length: 0 };
}

function makeRoom(target: CanonicalText, size: number): void {
  target.length = 0;
  if (target.codes.length >= size) return;
  target.codes = new Uint16Array(size * 2);
  target.starts = new Uint32Array(size * 2);
  target.ends = new Uint32Array(size * 2);
}

function push(target: CanonicalText, code: number, start: number, end: number): void {
  const folded = code === BARRIER ? BARRIER : (foldTable()[code] ?? DROPPED);
  if (folded === DROPPED) return;
  target.codes[target.length] = folded;
  target.starts[target.length] = start;
  target.ends[target.length] = end;
  target.length += 1;
}

/** Writes `text` into `target`, folded, nothing decoded. A tag becomes one barrier. */
export function writeFolded(text: string, target: CanonicalText): void {
  makeRoom(target, text.length);
  const fold = foldTable();
  const tags = text.includes('‹') ? [...text.matchAll(TAG)] : [];
  let position = 0;
  const writeUntil = (end: number): void => {
    for (; position < end; position += 1) {
      const code = fold[text.charCodeAt(position)] ?? DROPPED;
      if (code === DROPPED) continue;
      target.codes[target.length] = code;
      target.starts[target.length] = position;
      target.ends[target.length] = position + 1;
      target.length += 1;
    }
  };
  for (const tag of tags) {
    writeUntil(tag.index);
    position = tag.index + tag[0].length;
    push(target, BARRIER, tag.index, position);
  }
  writeUntil(text.length);
}

/**
 * Undoes one layer of escapes of `source` into `target`: percent (as UTF-8, also `%u0041`), backslash (JSON,
 * JavaScript), HTML entities. Gives whether there was any.
 */
export function writeDecoded(source: CanonicalText, target: CanonicalText): boolean {
  makeRoom(target, source.length);
  let hasEscapes = false;
  let at = 0;
  while (at < source.length) {
    const code = source.codes[at];
    const used =
      code === PERCENT
        ? decodePercent(source, at, target)
        : code === BACKSLASH
          ? decodeBackslash(source, at, target)
          : code === AMPERSAND
            ? decodeEntity(source, at, target)
            : 0;
    if (used > 0) {
      hasEscapes = true;
      at += used;
    } else {
      push(target, code ?? DROPPED, source.starts[at] ?? 0, source.ends[at] ?? 0);
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
  if (codePoint > 0xffff) {
    push(target, 0xd800 + ((codePoint - 0x10000) >> 10), start, end);
    push(target, 0xdc00 + ((codePoint - 0x10000) & 0x3ff), start, end);
  } else if (codePoint < DROPPED) push(target, codePoint, start, end);
  return used;
}

function decodePercent(source: CanonicalText, at: number, target: CanonicalText): number {
  if (source.codes[at + 1] === LETTER_U) {
    const unit = hexAt(source, at + 2, 4);
    return unit < 0 ? 0 : emit(source, at, 6, unit, target);
  }
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

/** What JSON and JavaScript write as backslash and a letter; all of them are dropped from the canonical form. */
const CONTROL_LETTERS = new Set(['n', 'r', 't', 'b', 'f', '0'].map((letter) => letter.charCodeAt(0)));

function decodeBackslash(source: CanonicalText, at: number, target: CanonicalText): number {
  const next = source.codes[at + 1];
  if (next === undefined || at + 1 >= source.length || next === BARRIER) return 0;
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

const ENTITIES: Readonly<Record<string, number>> = {
  amp: 0x26,
  lt: 0x3c,
  gt: 0x3e,
  quot: 0x22,
  apos: 0x27,
  nbsp: 0x20,
};
const LONGEST_ENTITY = 10;

function decodeEntity(source: CanonicalText, at: number, target: CanonicalText): number {
  let end = at + 1;
  while (end < source.length && end - at <= LONGEST_ENTITY && source.codes[end] !== SEMICOLON) end += 1;
  if (source.codes[end] !== SEMICOLON || end >= source.length) return 0;
  const used = end - at + 1;
  if (source.codes[at + 1] !== HASH) {
    const name = String.fromCharCode(...source.codes.subarray(at + 1, end));
    const known = ENTITIES[name];
    return known === undefined ? 0 : emit(source, at, used, known, target);
  }
  const isHex = source.codes[at + 2] === LETTER_X;
  const digits = String.fromCharCode(...source.codes.subarray(at + (isHex ? 3 : 2), end));
  if (!(isHex ? /^[0-9a-f]+$/u : /^[0-9]+$/u).test(digits)) return 0;
  const codePoint = Number.parseInt(digits, isHex ? 16 : 10);
  return codePoint > 0x10ffff ? 0 : emit(source, at, used, codePoint, target);
}
