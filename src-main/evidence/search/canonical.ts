import { TAG } from '../redaction/tags.ts';

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

/** In the table: not looked at yet. */
const UNKNOWN = 0xfffd;
/** In the table: becomes several codes, which stand in `expansions`. */
const SEVERAL = 0xfffc;

const table = new Uint16Array(0x10000).fill(UNKNOWN);
const expansions = new Map<number, readonly number[]>();

/** What has no width or is no letter of its own: combining marks, format and control characters, ignorables. */
const INVISIBLE = /[\p{Mn}\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

/** One ASCII code as it is compared: lower case; `-`, `+` and a space as one (form encoding, base64url), `_` as `/`. */
function foldAscii(code: number): number {
  if (code < 0x20 || code === 0x7f) return DROPPED;
  if (code >= 0x41 && code <= 0x5a) return code + 0x20;
  if (code === 0x2b || code === 0x2d) return 0x20;
  return code === 0x5f ? 0x2f : code;
}

/**
 * A character as it is compared, looked up once and kept: what stands for ASCII (full-width and mathematical letters,
 * letters with marks) as ASCII, nothing for what cannot be seen. Other letters stay as they are, so that a piece of 12
 * characters stays as long as it is.
 */
function foldPoint(point: number): readonly number[] {
  const known = expansions.get(point);
  if (known !== undefined) return known;
  const char = point === BARRIER || point === DROPPED ? '' : String.fromCodePoint(point);
  const plain = char.normalize('NFKD').toLowerCase().replace(INVISIBLE, '');
  const text = isAscii(plain) ? plain : char.toLowerCase();
  const codes = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
    .map((code) => (code < 0x80 ? foldAscii(code) : code))
    .filter((code) => code !== DROPPED);
  expansions.set(point, codes);
  return codes;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) >= 0x80) return false;
  return true;
}

function foldCode(code: number): number {
  const known = table[code] ?? DROPPED;
  if (known !== UNKNOWN) return known;
  const codes = code < 0x80 ? [foldAscii(code)] : foldPoint(code);
  const folded = codes.length === 0 ? DROPPED : codes.length === 1 ? (codes[0] ?? DROPPED) : SEVERAL;
  table[code] = folded;
  return folded;
}

/** The canonical form of a needle; a text's form holds it wherever the text holds the needle. */
export function canonicalNeedle(text: string): string {
  const target = emptyCanonical();
  writeFolded(text, target);
  return textOf(target);
}

/** A text without room; the writers below make room as they need it. */
export function emptyCanonical(): CanonicalText {
  return { codes: new Uint16Array(0), starts: new Uint32Array(0), ends: new Uint32Array(0), length: 0 };
}

/** Empties a text, with room for so many codes. */
export function makeRoom(target: CanonicalText, size: number): void {
  target.length = 0;
  if (target.codes.length >= size) return;
  target.codes = new Uint16Array(size * 2);
  target.starts = new Uint32Array(size * 2);
  target.ends = new Uint32Array(size * 2);
}

/** A few characters become several, so that room may still run out. */
function grow(target: CanonicalText): void {
  const { codes, starts, ends } = target;
  const size = Math.max(16, codes.length * 2);
  target.codes = new Uint16Array(size);
  target.starts = new Uint32Array(size);
  target.ends = new Uint32Array(size);
  target.codes.set(codes);
  target.starts.set(starts);
  target.ends.set(ends);
}

function write(target: CanonicalText, code: number, start: number, end: number): void {
  if (target.length === target.codes.length) grow(target);
  target.codes[target.length] = code;
  target.starts[target.length] = start;
  target.ends[target.length] = end;
  target.length += 1;
}

/** Writes one code unit that came from a range of the original. */
export function push(target: CanonicalText, code: number, start: number, end: number): void {
  const last = target.length - 1;
  const before = target.codes[last] ?? 0;
  if (code >= 0xdc00 && code < 0xe000 && last >= 0 && before >= 0xd800 && before < 0xdc00) {
    // Both halves of a character were escaped each by itself.
    target.length = last;
    const point = 0x10000 + ((before - 0xd800) << 10) + (code - 0xdc00);
    pushPoint(target, point, target.starts[last] ?? start, end);
    return;
  }
  const folded = code === BARRIER ? BARRIER : foldCode(code);
  if (folded === DROPPED) return;
  if (folded === SEVERAL) for (const one of foldPoint(code)) write(target, one, start, end);
  else write(target, folded, start, end);
}

/** The same for a character that may lie beyond the sixteen bits of a unit. */
export function pushPoint(target: CanonicalText, point: number, start: number, end: number): void {
  if (point < DROPPED) push(target, point, start, end);
  else if (point > 0xffff) for (const one of foldPoint(point)) write(target, one, start, end);
}

/** The codes of a text as a string; in pieces, since a long list of arguments overflows the stack. */
export function textOf({ codes, length }: CanonicalText): string {
  return Buffer.from(codes.buffer, codes.byteOffset, length * 2).toString('utf16le');
}

/** Writes `text` into `target`, folded, nothing decoded. A tag becomes one barrier; soft line ends and colours go. */
export function writeFolded(text: string, target: CanonicalText): void {
  makeRoom(target, text.length);
  const tags = text.includes('‹') ? [...text.matchAll(TAG)] : [];
  let position = 0;
  const writeUntil = (end: number): void => {
    while (position < end) {
      const code = text.charCodeAt(position);
      const skipped = code === EQUALS || code === ESCAPE ? unseenFrom(text, position) : 0;
      if (skipped > 0) {
        position += skipped;
      } else if (code >= 0xd800 && code < 0xdc00) {
        const point = text.codePointAt(position) ?? code;
        const used = point > 0xffff ? 2 : 1;
        pushPoint(target, point, position, position + used);
        position += used;
      } else {
        const folded = table[code] ?? DROPPED;
        if (folded < SEVERAL) write(target, folded, position, position + 1);
        else push(target, code, position, position + 1);
        position += 1;
      }
    }
  };
  for (const tag of tags) {
    writeUntil(tag.index);
    position = tag.index + tag[0].length;
    write(target, BARRIER, tag.index, position);
  }
  writeUntil(text.length);
}

const EQUALS = 0x3d;
const ESCAPE = 0x1b;
const SOFT_LINE_END = /=[ \t]{0,8}\r?\n/uy;
const COLOUR = /\u001b\[[0-?]{0,16}[ -/]{0,4}[@-~]/uy;

/** Units of a soft line end (quoted-printable, RFC 2045) or of a terminal's colour, which stand for nothing. */
function unseenFrom(text: string, position: number): number {
  const form = text.charCodeAt(position) === EQUALS ? SOFT_LINE_END : COLOUR;
  form.lastIndex = position;
  return form.exec(text)?.[0].length ?? 0;
}
