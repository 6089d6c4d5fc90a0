import { canonicalPattern, CanonicalText, writeCanonical, lettersAndDigits } from './canonical-text.ts';
import { decodeEscapes } from './decode-escapes.ts';
import { base64At, escapeHtml } from './encodings.ts';
import { MAX_PATTERN_LENGTH, MIN_PATTERN_LENGTH } from './find-patterns.ts';
import type { Pattern } from './find-patterns.ts';
import { FRAGMENT_LENGTH, fragmentsOf, isHex, MAX_IN_EVERY_ENCODING, windowsOf } from './known-secrets.ts';
import type { Secret } from './known-secrets.ts';

/** Layers of escapes that are undone: JSON in JSON in a form, percent twice, and one to spare. */
export const MAX_LAYERS = 4;
/** Letters and digits in a row that count where nothing else is left of a text. */
const LETTERS_WINDOW = 16;

/** A run learns its tokens one by one, and each new search takes those before along; they are prepared once. */
const prepared = new WeakMap<Secret, ReturnType<typeof makePatternTexts>>();

function patternTextsOf(secret: Secret): ReturnType<typeof makePatternTexts> {
  const texts = prepared.get(secret) ?? makePatternTexts(secret.value);
  prepared.set(secret, texts);
  return texts;
}

/** Returns what is looked for among the letters and digits of a text, by the index of the secret. */
export function letterPatternsOf(secret: Secret, index: number): Pattern[] {
  if (secret.search !== 'substring') return [];
  return patternTextsOf(secret).letters.map((text) => ({ text, id: index }));
}

/** Pattern ids carry the index of the secret and, in the lowest bit, whether the pattern is of a block encoding. */
export function isBlock(id: number): boolean {
  return id % 2 === 1;
}

/** Returns what is looked for in a canonical text: every form of a secret, and its fragments. */
export function patternsOf(secret: Secret, index: number): Pattern[] {
  if (secret.search !== 'substring') return [];
  const { plain, blocks } = patternTextsOf(secret);
  return [
    ...plain.map((text) => ({ text, id: index * 2 })),
    ...blocks.map((text) => ({ text, id: index * 2 + 1 })),
  ];
}

/**
 * Returns the texts of all patterns of one secret. In a canonical text: `plain`, its forms character by character and their
 * fragments, and `blocks`, its forms in block encodings; among the letters and digits of a text: `letters`, windows of it
 * and of its reverse.
 */
function makePatternTexts(value: string) {
  const letters = lettersOf(value);
  if (value.length > MAX_IN_EVERY_ENCODING) return { plain: patterned([value]), blocks: [], letters };
  const bytes = Buffer.from(value, 'utf8');
  const utf16 = Buffer.from(value, 'utf16le');
  const plain = [
    ...withoutEnds(value),
    // Combining marks are dropped, so that a fragment of 12 characters may have fewer codes.
    ...fragmentsOf(value),
    value.toUpperCase(),
    value.toLowerCase(),
    ...[...writtenForms(value)].flatMap(decodedForms),
    // UTF-8 read as Latin-1, and UTF-16 read as bytes.
    bytes.toString('latin1'),
    utf16.toString('latin1'),
    Buffer.from(utf16).swap16().toString('latin1'),
    ...(isHex(value) ? [BigInt(`0x${value}`).toString()] : []),
    bytes.toString('hex'),
  ];
  const blocks = [bytes, utf16, ...(isHex(value) ? [Buffer.from(value, 'hex')] : [])].flatMap((form) =>
    [0, 1, 2].map((offset) => base64At(form, offset)),
  );
  return { plain: patterned(plain), blocks: patterned(blocks), letters };
}

/** Returns the forms as they are in a canonical text, in pieces, with their fragments. */
function patterned(forms: readonly string[]): string[] {
  return [...new Set(forms.map(canonicalPattern))]
    .flatMap((form) => [...piecesOf(form), ...fragmentsOf(form)])
    .filter((text) => text.length >= MIN_PATTERN_LENGTH);
}

function lettersOf(value: string): string[] {
  const canonical = new CanonicalText();
  writeCanonical(value, canonical);
  const letters = lettersAndDigits(canonical);
  const reversed = letters.split('').toReversed().join('');
  return [letters, reversed].flatMap((text) => windowsOf(text, LETTERS_WINDOW));
}

/** Returns the text in pieces that the search takes, with its last characters in a piece of full length. */
export function piecesOf(text: string): string[] {
  if (text.length <= MAX_PATTERN_LENGTH) return [text];
  const starts = Array.from({ length: Math.ceil(text.length / MAX_PATTERN_LENGTH) }, (_, index) =>
    Math.min(index * MAX_PATTERN_LENGTH, text.length - MAX_PATTERN_LENGTH),
  );
  return starts.map((start) => text.slice(start, start + MAX_PATTERN_LENGTH));
}

/** A backslash at an end of the value may read as an escape of its neighbour, and is gone when escapes are undone. */
function withoutEnds(value: string): string[] {
  const chars = Array.from(value);
  if (chars.length <= FRAGMENT_LENGTH) return [value];
  return [value, chars.slice(1).join(''), chars.slice(0, -1).join(''), chars.slice(1, -1).join('')];
}

/** How programs write a text into others. */
const WRITERS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => JSON.stringify(text).slice(1, -1),
  (text) => escapeHtml(text, /[&<>"]/gu),
  // Not every program escapes `>`.
  (text) => escapeHtml(text, /[&<"]/gu),
  (text) => encodeURIComponent(text.toWellFormed()),
  (text) => new URLSearchParams([[text, '']]).toString().slice(0, -1),
];

/** The value as it is, written by one program, or by two of them. */
function writtenForms(value: string): Set<string> {
  return new Set(WRITERS.flatMap((first) => WRITERS.map((second) => second(first(value)))));
}

/**
 * Returns what a written value becomes as its escapes are undone layer by layer: a value that holds something like an
 * escape itself does not come back as it was.
 */
function decodedForms(written: string): string[] {
  const forms: string[] = [];
  let current = new CanonicalText();
  let next = new CanonicalText();
  writeCanonical(written, current);
  while (forms.length < MAX_LAYERS && decodeEscapes(current, next)) {
    [current, next] = [next, current];
    forms.push(current.toString());
  }
  return forms;
}
