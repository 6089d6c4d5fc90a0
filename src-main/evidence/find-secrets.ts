import { BARRIER, canonicalNeedle, emptyCanonical, writeDecoded, writeFolded } from './canonical.ts';
import type { CanonicalText } from './canonical.ts';
import { createPatternFinder, SHORTEST_PATTERN, UNFOLDED } from './find-patterns.ts';
import type { Pattern } from './find-patterns.ts';
import { base64At, FRAGMENT_LENGTH, fragmentsOf } from './secrets.ts';
import type { Secret } from './secrets.ts';

/** A range of a text that holds a secret, or a part of one, in whatever encoding; `secret` is an index into the list. */
interface FoundSecret {
  readonly start: number;
  readonly end: number;
  readonly secret: number;
}

export interface FindOptions {
  /** Whether values that look like ordinary text are searched as well: true for what came over the wire. */
  readonly ordinary: boolean;
  /** Whether the text was cut off, so that its end may be the beginning of a secret. */
  readonly cut: boolean;
}

/** Finds every occurrence of the secrets in a text; ranges may overlap. */
export type FindSecrets = (text: string, options: FindOptions) => FoundSecret[];

/** Layers of escapes that are undone: JSON in JSON in a form, percent twice, and one to spare. */
const LAYERS = 4;
/** The shortest beginning of a secret that is removed from the end of a text that was cut off. */
const SHORTEST_TAIL = 4;

/**
 * Prepares the search of `secrets`. The text is brought into one canonical form (letter case, base64url, form
 * encoding), then its escapes are undone layer by layer, and in each layer the secrets, their fragments of 12
 * characters, their base64 and hex are looked for. What was found is told in positions of the text as it was given.
 * The result keeps room between calls and is not for two texts at the same time.
 */
export function createSecretFinder(secrets: readonly Secret[]): FindSecrets {
  const finder = createPatternFinder(secrets.flatMap(patternsOf), UNFOLDED);
  const ordinary = secrets.flatMap((secret, index) =>
    secret.search === 'as-a-value' ? [{ needle: canonicalNeedle(secret.value), secret: index }] : [],
  );
  const heads = secrets.flatMap((secret, index) =>
    secret.search === 'everywhere' ? [{ needle: canonicalNeedle(secret.value), secret: index }] : [],
  );
  let current = emptyCanonical();
  let next = emptyCanonical();

  return (text, options) => {
    const found: FoundSecret[] = [];
    if (text === '') return found;
    writeFolded(text, current);
    for (let layer = 0; layer <= LAYERS; layer += 1) {
      const seen = current;
      finder.scan(seen.codes, seen.length, (id, at, length) => {
        const start = seen.starts[at] ?? 0;
        const end = seen.ends[at + length - 1] ?? start;
        found.push(isBlock(id) ? widened(text, start, end, id >> 1) : { start, end, secret: id >> 1 });
      });
      if (options.ordinary) {
        for (const { needle, secret } of ordinary) found.push(...findAsValue(text, seen, needle, secret));
      }
      if (options.cut) found.push(...findTails(seen, heads));
      if (layer === LAYERS || !writeDecoded(current, next)) break;
      [current, next] = [next, current];
    }
    return found;
  };
}

/** Ids carry the secret's index and, in the lowest bit, whether the pattern is of a block encoding. */
function isBlock(id: number): boolean {
  return id % 2 === 1;
}

function patternsOf(secret: Secret, index: number): Pattern[] {
  if (secret.search !== 'everywhere') return [];
  const { value } = secret;
  const bytes = Buffer.from(value, 'utf8');
  const utf16 = Buffer.from(value, 'utf16le');
  const plain = [
    ...withoutEnds(value),
    value.toUpperCase(),
    value.toLowerCase(),
    ...writtenForms(value).flatMap(decodedForms),
    // What the value looks like when a reader took its bytes for Latin-1, or UTF-16 for bytes.
    bytes.toString('latin1'),
    utf16.toString('latin1'),
    Buffer.from(utf16).swap16().toString('latin1'),
  ];
  const blocks = [bytes, utf16].flatMap((form) => [0, 1, 2].map((offset) => base64At(form, offset)));
  // Most forms of a key are the same needle.
  const patterns = (forms: readonly string[], id: number): Pattern[] =>
    [...new Set(forms.map(canonicalNeedle))]
      .flatMap((needle) => [needle, ...fragmentsOf(needle)])
      .filter((text) => text.length >= SHORTEST_PATTERN)
      .map((text) => ({ text, id }));
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
    forms.push(String.fromCharCode(...current.codes.subarray(0, current.length)));
  }
  return forms;
}

const BASE64_CHARACTER = /[A-Za-z0-9+/_-]/u;

/** With the characters at both ends of a base64 block that hold a few bits of the secret. */
function widened(text: string, start: number, end: number, secret: number): FoundSecret {
  const before = start > 0 && BASE64_CHARACTER.test(text.charAt(start - 1)) ? 1 : 0;
  const after = end < text.length && BASE64_CHARACTER.test(text.charAt(end)) ? 1 : 0;
  return { start: start - before, end: end + after, secret };
}

/** From this length on a value counts as a word of its own; a shorter one must stand alone in its field. */
const SHORTEST_WORD = 4;
const WORD = /[\p{L}\p{N}]/u;
const FIELD_EDGE = /["'=&\\‹›]/u;

function findAsValue(text: string, seen: CanonicalText, needle: string, secret: number): FoundSecret[] {
  if (needle === '') return [];
  const found: FoundSecret[] = [];
  const haystack = stringOf(seen);
  const isEdge = (char: string): boolean =>
    char === '' || (needle.length < SHORTEST_WORD ? FIELD_EDGE.test(char) : !WORD.test(char));
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    const start = seen.starts[at] ?? 0;
    const end = seen.ends[at + needle.length - 1] ?? start;
    const isFree = (position: number, char: string): boolean =>
      isEdge(char) || position < 0 || position >= haystack.length || isEdge(haystack.charAt(position));
    if (isFree(at - 1, text.charAt(start - 1)) && isFree(at + needle.length, text.charAt(end))) {
      found.push({ start, end, secret });
    }
  }
  return found;
}

function stringOf(seen: CanonicalText): string {
  const { codes, length } = seen;
  return Buffer.from(codes.buffer, codes.byteOffset, length * 2)
    .toString('utf16le')
    .replaceAll(String.fromCharCode(BARRIER), '‹');
}

/** The beginning of a secret at the very end of a text that was cut off, too short to be found as a fragment. */
function findTails(
  seen: CanonicalText,
  heads: readonly { readonly needle: string; readonly secret: number }[],
): FoundSecret[] {
  return heads.flatMap(({ needle, secret }) => {
    for (let size = Math.min(FRAGMENT_LENGTH, needle.length, seen.length); size >= SHORTEST_TAIL; size -= 1) {
      const at = seen.length - size;
      let same = 0;
      while (same < size && seen.codes[at + same] === needle.charCodeAt(same)) same += 1;
      if (same === size)
        return [{ start: seen.starts[at] ?? 0, end: seen.ends[seen.length - 1] ?? 0, secret }];
    }
    return [];
  });
}
