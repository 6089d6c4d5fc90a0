import { canonicalNeedle, emptyCanonical, textOf, writeFolded } from './canonical.ts';
import { writeDecoded } from './escapes.ts';
import { MIN_PATTERN_LENGTH } from './find-patterns.ts';
import type { Pattern } from './find-patterns.ts';
import { lettersOf } from './letters-view.ts';
import {
  base64At,
  FRAGMENT_LENGTH,
  fragmentsOf,
  isHex,
  MAX_IN_EVERY_ENCODING,
  windowsOf,
} from './known-secrets.ts';
import type { Secret } from './known-secrets.ts';

/** Layers of escapes that are undone: JSON in JSON in a form, percent twice, and one to spare. */
export const LAYERS = 4;
/** Letters and digits in a row that count in the view that has nothing else. */
const LETTERS_WINDOW = 16;

/** Letters and digits alone, forwards and backwards. */
export function letterPatternsOf(secret: Secret, index: number): Pattern[] {
  if (secret.search !== 'everywhere') return [];
  const canonical = emptyCanonical();
  writeFolded(secret.value, canonical);
  const forwards = textOf(lettersOf(canonical));
  const backwards = Array.from({ length: forwards.length }, (_, at) =>
    forwards.charAt(forwards.length - 1 - at),
  ).join('');
  return [forwards, backwards].flatMap((letters) =>
    windowsOf(letters, LETTERS_WINDOW).map((text) => ({ text, id: index })),
  );
}

/** Ids carry the secret's index and, in the lowest bit, whether the pattern is of a block encoding. */
export function isBlock(id: number): boolean {
  return id % 2 === 1;
}

/** What is looked for in a canonical text: every form of a secret, and its fragments. */
export function patternsOf(secret: Secret, index: number): Pattern[] {
  if (secret.search !== 'everywhere') return [];
  const { value } = secret;
  // Most forms of a key are the same needle.
  const patterns = (forms: readonly string[], id: number): Pattern[] =>
    [...new Set(forms.map(canonicalNeedle))]
      .flatMap((needle) => [needle, ...fragmentsOf(needle)])
      .filter((text) => text.length >= MIN_PATTERN_LENGTH)
      .map((text) => ({ text, id }));
  // Of a long value the decoded views find hex and base64; to write out each fragment would take seconds and gigabytes.
  if (value.length > MAX_IN_EVERY_ENCODING) return patterns([value], index * 2);
  const bytes = Buffer.from(value, 'utf8');
  const utf16 = Buffer.from(value, 'utf16le');
  const plain = [
    ...withoutEnds(value),
    // Marks are not compared, so that a piece of 12 characters may have fewer codes.
    ...fragmentsOf(value),
    value.toUpperCase(),
    value.toLowerCase(),
    ...writtenForms(value).flatMap(decodedForms),
    // What the value looks like when a reader took its bytes for Latin-1, or UTF-16 for bytes.
    bytes.toString('latin1'),
    utf16.toString('latin1'),
    Buffer.from(utf16).swap16().toString('latin1'),
    ...(isHex(value) ? [BigInt(`0x${value}`).toString()] : []),
  ];
  const meant = isHex(value) ? [Buffer.from(value, 'hex')] : [];
  const blocks = [bytes, utf16, ...meant].flatMap((form) =>
    [0, 1, 2].map((offset) => base64At(form, offset)),
  );
  return [...patterns([...plain, bytes.toString('hex')], index * 2), ...patterns(blocks, index * 2 + 1)];
}

/**
 * The value, and the value without its first or last character: beside its neighbour in a text that character may read as
 * an escape (a backslash at the end of the value), and is gone when escapes are undone.
 */
function withoutEnds(value: string): string[] {
  const chars = Array.from(value);
  if (chars.length <= FRAGMENT_LENGTH) return [value];
  return [value, chars.slice(1).join(''), chars.slice(0, -1).join(''), chars.slice(1, -1).join('')];
}

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** How programs write a text into others; each may leave the signs of another one in it. */
const WRITERS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => JSON.stringify(text).slice(1, -1),
  (text) => text.replace(/[&<>"]/gu, (char) => HTML[char] ?? char),
  // Not every program writes the sign > in another way.
  (text) => text.replace(/[&<"]/gu, (char) => HTML[char] ?? char),
  (text) => encodeURIComponent(text.toWellFormed()),
  (text) => new URLSearchParams([[text, '']]).toString().slice(0, -1),
];

/** The value as it may stand in a text: as it is, written by one program, or by two of them. */
function writtenForms(value: string): string[] {
  const once = WRITERS.map((write) => write(value));
  return [...new Set(once.flatMap((text) => WRITERS.map((write) => write(text))))];
}

/**
 * What a written value becomes as a text's escapes are undone, all kinds of them at once: a value that holds something
 * like an escape itself does not come back as it was.
 */
function decodedForms(written: string): string[] {
  const forms: string[] = [];
  let current = emptyCanonical();
  let next = emptyCanonical();
  writeFolded(written, current);
  while (forms.length < LAYERS && writeDecoded(current, next)) {
    [current, next] = [next, current];
    forms.push(textOf(current));
  }
  return forms;
}
