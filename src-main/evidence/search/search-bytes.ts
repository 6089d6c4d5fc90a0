import { inTurns, nextTurn } from '../cooperative-steps.ts';
import type { Steps } from '../cooperative-steps.ts';
import { blocksOf, encodingsOf, escapesOf, rawOf } from './encodings.ts';
import type { Encoding } from './encodings.ts';
import { createPatternFinder, foldBy, MIN_PATTERN_LENGTH } from './find-patterns.ts';
import type { Pattern } from './find-patterns.ts';
import { fragmentsOf, listSecrets, MAX_IN_EVERY_ENCODING } from './known-secrets.ts';
import type { KnownSecrets } from './known-secrets.ts';
import { piecesOf } from './secret-patterns.ts';

/** Returns one sentence for each kind of find, never a part of what was found. Empty if the bytes are clean. */
export type ByteSearch = (bytes: Uint8Array) => Steps<string[]>;

const FRAGMENTS_A_TURN = 64;

const NAMES = {
  'client-secret': 'the client secret',
  token: 'a token',
  'proxy-password': 'a proxy password',
  'client-id': 'the full client id',
  cookie: 'a cookie',
} as const;

/**
 * Prepares the gate's search. The redactor undoes escapes and compares; this one writes every secret and every fragment of
 * 12 characters in every encoding and looks for these bytes in any letter case. They share the list of secrets alone, so
 * that a mistake in one is found by the other. Does not block the event loop.
 */
export async function createByteSearch(known: KnownSecrets): Promise<ByteSearch> {
  const reasons: string[] = [];
  const patterns: Pattern[] = [];
  const add = (reason: string, encodings: readonly Encoding[]): void => {
    for (const { name, bytes } of encodings) {
      const id = reasons.push(`${reason}, ${name}`) - 1;
      for (const text of piecesOf(lowerCase(bytes)))
        if (text.length >= MIN_PATTERN_LENGTH) patterns.push({ text, id });
    }
  };
  for (const { kind, value, search } of listSecrets(known)) {
    if (search !== 'substring') continue;
    const isShort = value.length <= MAX_IN_EVERY_ENCODING;
    const fragments = fragmentsOf(value);
    add(NAMES[kind], isShort ? encodingsOf(value) : [rawOf(value)]);
    if (isShort) add(`a part of ${NAMES[kind]}`, blockFragments(value));
    for (let start = 0; start < fragments.length; start += FRAGMENTS_A_TURN) {
      await nextTurn();
      const some = fragments.slice(start, start + FRAGMENTS_A_TURN);
      add(`a part of ${NAMES[kind]}`, isShort ? some.flatMap(escapesOf) : some.map(rawOf));
    }
  }
  const finder = createPatternFinder(patterns, LOWER_CASE);
  return function* (bytes) {
    const found = new Set<string>();
    yield* finder.scan(bytes, bytes.length, (id) => found.add(reasons[id] ?? 'a secret'));
    return [...found];
  };
}

/** Resolves with whether a finished text holds no secret of a run and no piece of one. */
export async function isFreeOf(known: KnownSecrets, text: string): Promise<boolean> {
  const search = await createByteSearch(known);
  return (await inTurns(search(Buffer.from(text, 'utf8')))).length === 0;
}

/** 12 characters of base64 hold 9 of the secret. */
function blockFragments(secret: string): Encoding[] {
  return blocksOf(secret).flatMap(({ name, bytes }) =>
    fragmentsOf(bytes).map((window) => ({ name, bytes: window })),
  );
}

/** Each byte with A to Z as a to z. */
const LOWER_CASE = foldBy(256, (byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte));
const BEYOND_ASCII = /[^\0-\x7f]/u;

/** Bytes beyond ASCII are no letters here; nearly no pattern has any, and `toLowerCase` is far faster. */
function lowerCase(bytes: string): string {
  return BEYOND_ASCII.test(bytes)
    ? bytes.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase())
    : bytes.toLowerCase();
}
