import { BARRIER, canonicalNeedle, emptyCanonical, textOf, writeFolded } from './canonical.ts';
import type { CanonicalText } from './canonical.ts';
import { newBudget, runsOfHex, runsOfLetters, runsOfNumbers } from './decoded-runs.ts';
import type { DecodedRun, RunBudget } from './decoded-runs.ts';
import { writeDecoded } from './escapes.ts';
import { createPatternFinder, MIN_PATTERN_LENGTH, UNFOLDED } from './find-patterns.ts';
import { writeLetters } from './letters-view.ts';
import type { Steps } from '../cooperative-steps.ts';
import { isBlock, LAYERS, letterPatternsOf, patternsOf } from './secret-patterns.ts';
import { FRAGMENT_LENGTH } from './known-secrets.ts';
import type { Secret } from './known-secrets.ts';

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
  /**
   * Whether the views are searched as well in which a secret is taken apart, turned round, packed or written in another
   * alphabet. Not needed for pages that are made of redacted parts.
   */
  readonly views?: boolean;
}

/**
 * Finds every occurrence of the secrets in a text; ranges may overlap. In steps: others may have their turn between two of
 * them, also with a text of their own.
 */
export type FindInSteps = (text: string, options: FindOptions) => Steps<FoundSecret[]>;

/**
 * What the search by value does not find, in words for a person: the one place of this sentence, for README, SECURITY.md
 * and the summary.
 */
export const NOT_SEARCHED =
  'Not found: pieces of a secret shorter than 12 characters, letters shifted along the alphabet (ROT13), encrypted text, and what only a picture shows.';

/** Decoded runs in decoded runs: base64 of base64, hex of gzip. */
const MAX_DEPTH = 2;
/** Of a long text so many characters may be decoded for each of its own. */
const MAX_DECODED_FACTOR = 24;
/** The shortest beginning of a secret that is removed from the end of a text that was cut off. */
const MIN_TAIL_LENGTH = 4;

type Rooms = readonly Room[];

function makeRooms(): Rooms {
  return Array.from({ length: MAX_DEPTH + 1 }, () => ({
    current: emptyCanonical(),
    next: emptyCanonical(),
    letters: emptyCanonical(),
  }));
}

interface Needle {
  readonly needle: string;
  readonly secret: number;
}

/** Room of one depth, kept between calls. */
interface Room {
  current: CanonicalText;
  next: CanonicalText;
  readonly letters: CanonicalText;
}

/**
 * Prepares the search of `secrets`. The text is brought into one canonical form (compatibility forms, letter case,
 * base64url, form encoding), then its escapes are undone layer by layer, and in each layer the secrets, their fragments
 * of 12 characters, their base64 and hex are looked for. Then come the views: letters and digits alone, forwards and
 * backwards, and what runs of hex, numbers, base32, base58 and base64 decode to, packed or not. What was found is told in
 * positions of the text as it was given. In steps, for texts of megabytes. The result keeps room between calls.
 */
export function createSteppedFinder(secrets: readonly Secret[]): FindInSteps {
  const finder = createPatternFinder(secrets.flatMap(patternsOf), UNFOLDED);
  const lettersFinder = createPatternFinder(secrets.flatMap(letterPatternsOf), UNFOLDED);
  const needlesOf = (search: Secret['search']): Needle[] =>
    secrets.flatMap((secret, index) =>
      secret.search === search ? [{ needle: canonicalNeedle(secret.value), secret: index }] : [],
    );
  const ordinary = needlesOf('as-a-value');
  const heads = needlesOf('everywhere');
  /** Null while a search is in it; another one that begins meanwhile makes room for itself. */
  let kept: Rooms | null = null;
  const isEmpty = secrets.length === 0;

  const searchLayers = function* (
    text: string,
    options: FindOptions,
    room: Room,
    found: FoundSecret[],
  ): Steps<void> {
    writeFolded(text, room.current);
    for (let layer = 0; layer <= LAYERS; layer += 1) {
      const seen = room.current;
      yield;
      yield* scanWith(finder, seen, (start, end, id) =>
        found.push(isBlock(id) ? widened(text, start, end, id >> 1) : { start, end, secret: id >> 1 }),
      );
      if (options.ordinary) {
        const haystack = ordinary.length === 0 ? '' : stringOf(seen);
        for (const { needle, secret } of ordinary) findAsValue(text, haystack, seen, needle, secret, found);
      }
      if (options.cut) findTails(seen, heads, found);
      yield;
      if (layer === LAYERS || !writeDecoded(room.current, room.next)) break;
      [room.current, room.next] = [room.next, room.current];
    }
  };

  const searchLetters = function* (
    room: Room,
    hasMarkup: boolean,
    found: FoundSecret[],
  ): Steps<DecodedRun[]> {
    const runs: DecodedRun[] = [];
    for (const skipMarkup of hasMarkup ? [false, true] : [false]) {
      writeLetters(room.current, room.letters, skipMarkup);
      yield;
      yield* scanWith(lettersFinder, room.letters, (start, end, secret) =>
        found.push({ start, end, secret }),
      );
      runs.push(...runsOfHex(room.letters));
      yield;
    }
    return runs;
  };

  const search = function* (
    text: string,
    options: FindOptions,
    rooms: Rooms,
    depth: number,
    budget: DecodeBudget,
  ): Steps<FoundSecret[]> {
    const found: FoundSecret[] = [];
    const room = rooms[depth];
    if (room === undefined) return found;
    yield* searchLayers(text, options, room, found);
    if (options.views !== true) return found;
    const hasMarkup = text.includes('<');
    const runs = yield* searchLetters(room, hasMarkup, found);
    if (STYLE_ESCAPE.test(text)) {
      writeFolded(text, room.next);
      writeDecoded(room.next, room.current, 'style-sheet');
      runs.push(...(yield* searchLetters(room, false, found)));
    }
    if (depth === MAX_DEPTH) return found;
    runs.push(...runsOfLetters(text, budget, options.ordinary && ordinary.length > 0));
    yield;
    runs.push(...runsOfNumbers(text));
    for (const run of runs) {
      if (options.ordinary) findBasic(run, secrets, found);
      if (run.text.length < MIN_PATTERN_LENGTH || budget.characters <= 0) continue;
      budget.characters -= run.text.length;
      for (const { start, end, secret } of yield* search(run.text, INNER, rooms, depth + 1, budget)) {
        const [from, to] = run.outer(start, end);
        found.push({ start: from, end: to, secret });
      }
    }
    return found;
  };

  return function* (text, options) {
    if (text === '' || isEmpty) return [];
    const rooms = kept ?? makeRooms();
    kept = null;
    try {
      return yield* search(text, options, rooms, 0, {
        ...newBudget(),
        characters: MIN_DECODED + text.length * MAX_DECODED_FACTOR,
      });
    } finally {
      kept = rooms;
    }
  };
}

interface DecodeBudget extends RunBudget {
  characters: number;
}

const MIN_DECODED = 64 * 1024;
const INNER: FindOptions = { ordinary: false, cut: false, views: true };
const STYLE_ESCAPE = /\\[0-9a-f]{2,6}/iu;

function scanWith(
  finder: ReturnType<typeof createPatternFinder>,
  seen: CanonicalText,
  onHit: (start: number, end: number, id: number) => void,
): Steps<void> {
  return finder.scanInSteps(seen.codes, seen.length, (id, at, length) => {
    const start = seen.starts[at] ?? 0;
    onHit(start, seen.ends[at + length - 1] ?? start, id);
  });
}

/** `user:password` in base64, as a proxy is sent it, where the password is too short to be searched by itself. */
function findBasic(run: DecodedRun, secrets: readonly Secret[], found: FoundSecret[]): void {
  if (run.text.length > MAX_BASIC || !run.text.includes(':')) return;
  secrets.forEach(({ search, value }, secret) => {
    const tail = `:${Buffer.from(value, 'utf8').toString('latin1')}`;
    if (search !== 'as-a-value' || !run.text.endsWith(tail) || /[^ -~\u0080-\u00ff]/u.test(run.text)) return;
    const [start, end] = run.outer(0, run.text.length);
    found.push({ start, end, secret });
  });
}

const MAX_BASIC = 512;

const BASE64_CHARACTER = /[A-Za-z0-9+/_-]/u;

/** With the characters at both ends of a base64 block that hold a few bits of the secret. */
function widened(text: string, start: number, end: number, secret: number): FoundSecret {
  const before = start > 0 && BASE64_CHARACTER.test(text.charAt(start - 1)) ? 1 : 0;
  const after = end < text.length && BASE64_CHARACTER.test(text.charAt(end)) ? 1 : 0;
  return { start: start - before, end: end + after, secret };
}

/** From this length on a value counts as a word of its own; a shorter one must stand alone in its field. */
const MIN_WORD_LENGTH = 4;
const WORD = /[\p{L}\p{N}]/u;
const FIELD_EDGE = /["'=&\\‹›]/u;

function findAsValue(
  text: string,
  haystack: string,
  seen: CanonicalText,
  needle: string,
  secret: number,
  found: FoundSecret[],
): void {
  if (needle === '') return;
  const isEdge = (char: string): boolean =>
    char === '' || (needle.length < MIN_WORD_LENGTH ? FIELD_EDGE.test(char) : !WORD.test(char));
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    const start = seen.starts[at] ?? 0;
    const end = seen.ends[at + needle.length - 1] ?? start;
    const isFree = (position: number, char: string): boolean =>
      isEdge(char) || position < 0 || position >= haystack.length || isEdge(haystack.charAt(position));
    if (isFree(at - 1, text.charAt(start - 1)) && isFree(at + needle.length, text.charAt(end))) {
      found.push({ start, end, secret });
    }
  }
}

function stringOf(seen: CanonicalText): string {
  return textOf(seen).replaceAll(String.fromCharCode(BARRIER), '‹');
}

/** The beginning of a secret at the very end of a text that was cut off, too short to be found as a fragment. */
function findTails(seen: CanonicalText, heads: readonly Needle[], found: FoundSecret[]): void {
  for (const { needle, secret } of heads) {
    for (
      let size = Math.min(FRAGMENT_LENGTH, needle.length, seen.length);
      size >= MIN_TAIL_LENGTH;
      size -= 1
    ) {
      const at = seen.length - size;
      let same = 0;
      while (same < size && seen.codes[at + same] === needle.charCodeAt(same)) same += 1;
      if (same < size) continue;
      found.push({ start: seen.starts[at] ?? 0, end: seen.ends[seen.length - 1] ?? 0, secret });
      break;
    }
  }
}
