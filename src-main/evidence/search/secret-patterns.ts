import { canonicalPattern, CanonicalText, writeCanonical, lettersAndDigits } from './canonical-text.ts';
import { decodeEscapes } from './decode-escapes.ts';
import { base64At, escapeHtml } from './encodings.ts';
import { wholeOf } from './find-patterns.ts';
import type { Bounds, Form, Pattern } from './find-patterns.ts';
import { FRAGMENT_LENGTH, isHex, isTelling, MAX_IN_EVERY_ENCODING } from './known-secrets.ts';
import type { Secret } from './known-secrets.ts';

/** Layers of escapes that are undone: JSON in JSON in a form, percent twice, and one to spare. */
export const MAX_LAYERS = 4;
/** Letters and digits in a row that count where nothing else is left of a text. */
const LETTERS_WINDOW = 16;

/** A run learns its tokens one by one, and each new search takes those before along; they are prepared once. */
const prepared = new WeakMap<Secret, ReturnType<typeof makeForms>>();

function formsOf(secret: Secret): ReturnType<typeof makeForms> {
  const forms = prepared.get(secret) ?? makeForms(secret.value);
  prepared.set(secret, forms);
  return forms;
}

const withId = (forms: readonly Form[], id: number): Pattern[] => forms.map((form) => ({ ...form, id }));

/** Returns what is looked for among the letters and digits of a text, by the index of the secret. */
export function letterPatternsOf(secret: Secret, index: number): Pattern[] {
  return secret.search === 'substring' ? withId(formsOf(secret).letters, index) : [];
}

/** Pattern ids carry the index of the secret and, in the lowest bit, whether the pattern is of a block encoding. */
export function isBlock(id: number): boolean {
  return id % 2 === 1;
}

/** Returns what is looked for in a canonical text: every form of a secret, and its fragments. */
export function patternsOf(secret: Secret, index: number): Pattern[] {
  if (secret.search !== 'substring') return [];
  const { plain, blocks } = formsOf(secret);
  return [...withId(plain, index * 2), ...withId(blocks, index * 2 + 1)];
}

/**
 * Returns all forms of one secret. For a canonical text: `plain`, its forms character by character, and
 * `blocks`, its forms in block encodings; for the letters and digits of a text: `letters`, in both directions.
 */
function makeForms(value: string) {
  const letters = lettersOf(value);
  const asItIs = [...patterned([value]), ...fragmentsOf(value)];
  if (value.length > MAX_IN_EVERY_ENCODING) return { plain: asItIs, blocks: [], letters };
  const bytes = Buffer.from(value, 'utf8');
  const utf16 = Buffer.from(value, 'utf16le');
  const forms = [
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
  const inside = withoutEnds(value).flatMap((text) => wholeOf(canonicalPattern(text)));
  return { plain: [...asItIs, ...inside, ...patterned(forms)], blocks: patterned(blocks), letters };
}

/** Returns the forms as they are in a canonical text, and the fragments that these have there. */
function patterned(forms: readonly string[]): Form[] {
  return [...new Set(forms.map(canonicalPattern))].flatMap((form) => [
    ...wholeOf(form),
    piecesOf(form, FRAGMENT_LENGTH),
  ]);
}

function piecesOf(text: string, size: number): Form {
  return { text, pieces: { size, source: text, bounds: null } };
}

/**
 * Returns the fragments of the value itself: combining marks are dropped, so that one may have fewer than 12 codes. One that
 * is cut within a surrogate pair is looked for with the half that it has, and without.
 */
function fragmentsOf(value: string): Form[] {
  const canonical = new CanonicalText();
  writeCanonical(value, canonical);
  let at = 0;
  const bounds: Bounds = Array.from({ length: value.length + 1 }, (_, index) => {
    while (at < canonical.length && (canonical.starts[at] ?? 0) < index) at += 1;
    return isWithinPair(value, index) ? null : at;
  });
  const pieces = { size: FRAGMENT_LENGTH, source: value, bounds };
  const halved = bounds.flatMap((_, index) => {
    const isCut = isWithinPair(value, index) || isWithinPair(value, index + FRAGMENT_LENGTH);
    const fragment = value.slice(index, index + FRAGMENT_LENGTH);
    return isCut && isTelling(fragment) ? wholeOf(canonicalPattern(fragment)) : [];
  });
  return [{ text: canonical.toString(), pieces }, ...halved];
}

function isWithinPair(text: string, index: number): boolean {
  return index > 0 && (text.codePointAt(index - 1) ?? 0) > 0xffff;
}

function lettersOf(value: string): Form[] {
  const canonical = new CanonicalText();
  writeCanonical(value, canonical);
  const letters = lettersAndDigits(canonical);
  const reversed = letters.split('').toReversed().join('');
  return [letters, reversed].map((text) => piecesOf(text, LETTERS_WINDOW));
}

/** A backslash at an end of the value may read as an escape of its neighbour, and is gone when escapes are undone. */
function withoutEnds(value: string): string[] {
  const chars = Array.from(value);
  if (chars.length <= FRAGMENT_LENGTH) return [];
  return [chars.slice(1).join(''), chars.slice(0, -1).join(''), chars.slice(1, -1).join('')];
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
