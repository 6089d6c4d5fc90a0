import type { Steps } from '../cooperative-steps.ts';
import {
  BARRIER,
  canonicalPattern,
  CanonicalText,
  writeCanonical,
  writeLettersAndDigits,
} from './canonical-text.ts';
import { decodeEscapes } from './decode-escapes.ts';
import { decodeHex, decodeLetters, decodeNumbers, newBudget } from './decode-runs.ts';
import type { DecodeBudget, DecodedRun } from './decode-runs.ts';
import { createPatternFinder, MIN_PATTERN_LENGTH } from './find-patterns.ts';
import { FRAGMENT_LENGTH } from './known-secrets.ts';
import type { Secret } from './known-secrets.ts';
import type { Range } from './ranges.ts';
import { isBlock, letterPatternsOf, MAX_LAYERS, patternsOf } from './secret-patterns.ts';

/** A secret, and what is to stand in its place. */
export interface SearchedSecret extends Secret {
  readonly replacement: string;
}

export interface FindOptions {
  /** Whether secrets that look like ordinary text are found where they stand as a value: for text from outside. */
  readonly ordinary: boolean;
  /** Whether the text was cut off, so that its end may be the beginning of a secret. */
  readonly cut: boolean;
  /**
   * Whether secrets are found in pieces, reversed, packed or in another alphabet. Not needed for documents that are made
   * of redacted parts.
   */
  readonly views?: boolean;
}

/** Returns the range of every secret and of every piece of one in a text; ranges may overlap. */
export type SecretFinder = (text: string, options: FindOptions) => Steps<Range[]>;

/** What the search does not find, for a person: the one place of this sentence for README, SECURITY.md and summary. */
export const NOT_SEARCHED =
  'Not found: pieces of a secret shorter than 12 characters, letters shifted along the alphabet (ROT13), encrypted text, and what only a picture shows.';

/** Decoded runs in decoded runs: base64 of base64, hex of gzip. */
const MAX_DEPTH = 2;
/** A shorter beginning of a secret at the end of a cut text may be chance. */
const MIN_TAIL_LENGTH = 4;
const INNER: FindOptions = { ordinary: false, cut: false, views: true };
const STYLE_ESCAPE = /\\[0-9a-f]{2,6}/iu;

/** The buffers of one depth, kept between calls. */
interface Buffers {
  current: CanonicalText;
  next: CanonicalText;
  readonly letters: CanonicalText;
}

interface CanonicalSecret {
  readonly pattern: string;
  readonly replacement: string;
}

/**
 * Prepares the search for `secrets`. A text is brought into canonical form (compatibility forms, letter case, base64url,
 * form encoding), then its escapes are undone layer by layer, and in each layer the secrets, their fragments of 12
 * characters, their base64 and hex are looked for. With `views` the letters and digits alone are searched, forwards and
 * backwards, and what runs of hex, numbers, base32, base58 and base64 decode to. Ranges refer to the text as it was given.
 */
export function createSecretFinder(secrets: readonly SearchedSecret[]): SecretFinder {
  const finder = createPatternFinder(secrets.flatMap(patternsOf), null);
  const lettersFinder = createPatternFinder(secrets.flatMap(letterPatternsOf), null);
  const canonical = (search: Secret['search']): CanonicalSecret[] =>
    secrets
      .filter((secret) => secret.search === search)
      .map(({ value, replacement }) => ({ pattern: canonicalPattern(value), replacement }));
  const ordinary = canonical('whole-value');
  const substrings = canonical('substring');
  const replacementAt = (index: number): string => secrets[index]?.replacement ?? '';
  /** Null while a search uses them; another one that begins meanwhile makes its own. */
  let kept: readonly Buffers[] | null = null;

  const scan = (
    patterns: typeof finder,
    seen: CanonicalText,
    onFound: (start: number, end: number, id: number) => void,
  ): Steps<void> =>
    patterns.scan(seen.codes, seen.length, (id, at, length) =>
      onFound(seen.starts[at] ?? 0, seen.ends[at + length - 1] ?? 0, id),
    );

  const searchLayers = function* (
    text: string,
    options: FindOptions,
    buffers: Buffers,
    found: Range[],
  ): Steps<void> {
    writeCanonical(text, buffers.current);
    for (let layer = 0; layer <= MAX_LAYERS; layer += 1) {
      const seen = buffers.current;
      yield;
      yield* scan(finder, seen, (start, end, id) => {
        const replacement = replacementAt(id >> 1);
        found.push(isBlock(id) ? widened(text, start, end, replacement) : { start, end, replacement });
      });
      if (options.ordinary && ordinary.length > 0) findWholeValues(text, seen, ordinary, found);
      if (options.cut) findTails(seen, substrings, found);
      yield;
      if (layer === MAX_LAYERS || !decodeEscapes(buffers.current, buffers.next)) break;
      [buffers.current, buffers.next] = [buffers.next, buffers.current];
    }
  };

  const searchLetters = function* (
    { current, letters }: Buffers,
    hasMarkup: boolean,
    found: Range[],
  ): Steps<readonly DecodedRun[]> {
    let runs: readonly DecodedRun[] = [];
    for (const skipMarkup of hasMarkup ? [false, true] : [false]) {
      writeLettersAndDigits(current, letters, skipMarkup);
      yield;
      yield* scan(lettersFinder, letters, (start, end, id) =>
        found.push({ start, end, replacement: replacementAt(id) }),
      );
      runs = [...runs, ...decodeHex(letters)];
      yield;
    }
    return runs;
  };

  const search = function* (
    text: string,
    options: FindOptions,
    [buffers, ...inner]: readonly Buffers[],
    budget: DecodeBudget,
  ): Steps<Range[]> {
    const found: Range[] = [];
    if (buffers === undefined) return found;
    yield* searchLayers(text, options, buffers, found);
    if (options.views !== true) return found;
    let runs = yield* searchLetters(buffers, text.includes('<'), found);
    if (STYLE_ESCAPE.test(text)) {
      writeCanonical(text, buffers.next);
      decodeEscapes(buffers.next, buffers.current, 'style-sheet');
      runs = [...runs, ...(yield* searchLetters(buffers, false, found))];
    }
    if (inner.length === 0) return found;
    const letters = decodeLetters(text, budget, options.ordinary && ordinary.length > 0);
    yield;
    runs = [...runs, ...letters, ...decodeNumbers(text)];
    for (const run of runs) {
      if (options.ordinary) findBasicPair(run, secrets, found);
      if (run.text.length < MIN_PATTERN_LENGTH || budget.characters <= 0) continue;
      budget.characters -= run.text.length;
      for (const range of yield* search(run.text, INNER, inner, budget))
        found.push(toOuter(run, range.start, range.end, range.replacement));
    }
    return found;
  };

  return function* (text, options) {
    if (text === '' || secrets.length === 0) return [];
    const buffers = kept ?? newBuffers();
    kept = null;
    try {
      return yield* search(text, options, buffers, newBudget(text.length));
    } finally {
      kept = buffers;
    }
  };
}

function newBuffers(): readonly Buffers[] {
  return Array.from({ length: MAX_DEPTH + 1 }, () => ({
    current: new CanonicalText(),
    next: new CanonicalText(),
    letters: new CanonicalText(),
  }));
}

function toOuter(run: DecodedRun, from: number, to: number, replacement: string): Range {
  const [start, end] = run.outer(from, to);
  return { start, end, replacement };
}

const MAX_BASIC_PAIR = 512;

/** Finds `user:password` of a Basic header, if the password is too short to be searched for by itself. */
function findBasicPair(run: DecodedRun, secrets: readonly SearchedSecret[], found: Range[]): void {
  const { text } = run;
  if (text.length > MAX_BASIC_PAIR || !text.includes(':') || /[^ -~\u0080-\u00ff]/u.test(text)) return;
  for (const { search, value, replacement } of secrets) {
    const password = Buffer.from(value, 'utf8').toString('latin1');
    if (search === 'whole-value' && text.endsWith(`:${password}`))
      found.push(toOuter(run, 0, text.length, replacement));
  }
}

const BASE64_CHARACTER = /[A-Za-z0-9+/_-]/u;

/** Returns the range with the base64 characters at its ends, which hold a few bits of the secret. */
function widened(text: string, start: number, end: number, replacement: string): Range {
  return {
    start: start - (start > 0 && BASE64_CHARACTER.test(text.charAt(start - 1)) ? 1 : 0),
    end: end + (BASE64_CHARACTER.test(text.charAt(end)) ? 1 : 0),
    replacement,
  };
}

/** From this length on a value is found as a word; a shorter one must be all of its field. */
const MIN_WORD_LENGTH = 4;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const FIELD_EDGE = /["'=&\\‹›]/u;

function findWholeValues(
  text: string,
  seen: CanonicalText,
  secrets: readonly CanonicalSecret[],
  found: Range[],
): void {
  const haystack = seen.toString().replaceAll(String.fromCharCode(BARRIER), '‹');
  for (const { pattern, replacement } of secrets) {
    const { length } = pattern;
    const isEdge = (char: string): boolean =>
      char === '' || (length < MIN_WORD_LENGTH ? FIELD_EDGE.test(char) : !LETTER_OR_DIGIT.test(char));
    const next = (from: number): number => (length === 0 ? -1 : haystack.indexOf(pattern, from));
    for (let at = next(0); at >= 0; at = next(at + 1)) {
      const start = seen.starts[at] ?? 0;
      const end = seen.ends[at + length - 1] ?? start;
      const startsFree = isEdge(text.charAt(start - 1)) || isEdge(haystack.charAt(at - 1));
      const endsFree = isEdge(text.charAt(end)) || isEdge(haystack.charAt(at + length));
      if (startsFree && endsFree) found.push({ start, end, replacement });
    }
  }
}

/** Finds the beginning of a secret at the very end of a cut text, too short to be found as a fragment. */
function findTails(seen: CanonicalText, secrets: readonly CanonicalSecret[], found: Range[]): void {
  const from = Math.max(0, seen.length - FRAGMENT_LENGTH);
  const tail = String.fromCharCode(...seen.codes.subarray(from, seen.length));
  for (const { pattern, replacement } of secrets) {
    for (let size = Math.min(tail.length, pattern.length); size >= MIN_TAIL_LENGTH; size -= 1) {
      if (!tail.endsWith(pattern.slice(0, size))) continue;
      const end = seen.ends[seen.length - 1] ?? 0;
      found.push({ start: seen.starts[seen.length - size] ?? 0, end, replacement });
      break;
    }
  }
}
